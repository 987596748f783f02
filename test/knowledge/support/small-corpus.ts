import type { SourceFile } from "../../../src/knowledge/article.ts";
import type { Fault } from "../../../src/knowledge/fault.ts";
import type { Knowledge } from "../../../src/knowledge/knowledge.ts";
import { buildKnowledge } from "../../../src/knowledge/knowledge.ts";
import { searchOver } from "../../support/search-over.ts";

export const sourceFile = (path: string, text: string): SourceFile => ({
  path,
  bytes: new TextEncoder().encode(text),
});

const SENTENCES = {
  en: "On Pro, you cannot take manual snapshots of staging.",
  fr: "Sur Pro, vous ne pouvez pas prendre d’instantanés manuels de la staging.",
  nl: "Op Pro kunt u geen handmatige momentopnamen maken van staging.",
  sv: "På Pro kan du inte ta manuella ögonblicksbilder av staging.",
} as const;

export const article = (locale: string, sentence: string, edition = "2026-11-01"): SourceFile =>
  sourceFile(
    `articles/${locale}/manual.md`,
    `---\ntitle: Manual\nproduct: commerce-cloud\nedition: ${edition}\n---\n\n# Manual {#top}\n\n## Where {#where}\n\n- ${sentence}\n`,
  );

export const POLICY = sourceFile(
  "policy/commerce-cloud.yaml",
  `product: commerce-cloud
cells:
  - id: manual.pro.staging
    action: manual-snapshot
    plans: [pro]
    environments: [staging]
    verdict: "no"
    answer: { en: "No.", fr: "Non.", nl: "Nee.", sv: "Nej." }
    evidence:
      - article: manual
        anchor: where
        quote:
          en: ${SENTENCES.en}
          fr: ${SENTENCES.fr}
          nl: ${SENTENCES.nl}
          sv: ${SENTENCES.sv}
`,
);

/** One article in four languages that proves one cell. */
export const smallCorpus = (): SourceFile[] => [
  POLICY,
  ...Object.entries(SENTENCES).map(([locale, sentence]) => article(locale, sentence)),
];

/** The knowledge of files that must be good. */
export function knowledgeOf(files: readonly SourceFile[]): Knowledge {
  const built = buildKnowledge({ searchOver, files });
  if (!built.ok) throw new Error(`Cannot build: ${built.problem.map(faultLine).join("; ")}`);
  return built.value;
}

const faultLine = ({ file, line, rule, reason }: Fault): string =>
  `${file}:${line} ${rule} ${reason}`;
