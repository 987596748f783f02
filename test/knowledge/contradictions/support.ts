import type { SourceFile } from "../../../src/knowledge/article.ts";
import { checkContent } from "../../../src/knowledge/contradictions/check-content.ts";
import type { Fault } from "../../../src/knowledge/fault.ts";
import type { Locale } from "../../../src/kernel/locale.ts";
import { LOCALES } from "../../../src/kernel/locale.ts";
import type { Concept } from "../../../src/knowledge/terms/read-terms.ts";

/** The text of one article in some languages. */
export type Editions = Partial<Record<Locale, string>>;

const concept = (id: string, kind: Concept["kind"], write: Partial<Record<Locale, string>>) =>
  LOCALES.flatMap((locale): Concept[] => {
    const word = write[locale] ?? write.en;
    return word === undefined ? [] : [{ id, kind, locale, write: [word], words: [], traps: [] }];
  });

export const CONCEPTS: readonly Concept[] = [
  ...concept("starter", "plan", { en: "Starter" }),
  ...concept("pro", "plan", { en: "Pro" }),
  ...concept("staging", "environment", { en: "staging" }),
  ...concept("production", "environment", { en: "production", nl: "productie", sv: "produktion" }),
  ...concept("integration", "environment", {
    en: "integration",
    fr: "intégration",
    nl: "integratie",
  }),
];

/** A corpus of one article. */
export const corpusOf = (editions: Editions, slug = "article"): SourceFile[] =>
  LOCALES.flatMap((locale) => {
    const body = editions[locale];
    if (body === undefined) return [];
    const bytes = new TextEncoder().encode(`---\ntitle: ${slug}\n---\n\n${body}\n`);
    return [{ path: `${locale}/${slug}.md`, bytes }];
  });

/** What the check finds between the editions of one article. */
export const findingsIn = (editions: Editions): readonly Fault[] =>
  checkContent({ files: corpusOf(editions), concepts: CONCEPTS }).findings;

/** Rule and language of each finding, in order. */
export const rulesIn = (editions: Editions): string[] =>
  findingsIn(editions).map(({ rule, locale }) => `${rule} ${locale ?? ""}`);
