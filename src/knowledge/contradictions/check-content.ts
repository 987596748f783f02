import type { SourceFile } from "../article.ts";
import type { ArticleCache, Corpus } from "../corpus.ts";
import { readCorpus } from "../corpus.ts";
import type { Fault } from "../fault.ts";
import { evidenceFaults, sectionFinder } from "../policy/check-evidence.ts";
import { readPolicy } from "../policy/read-policy.ts";
import type { Concept } from "../terms/read-terms.ts";
import { readTerms } from "../terms/read-terms.ts";
import { findContradictions } from "./find-contradictions.ts";
import { missingTranslations } from "./structure-faults.ts";

/** Everything that is wrong in a corpus, in the order of its files; remarks that need no deed are left out. */
export type Checked = {
  readonly articles: Corpus["articles"];
  readonly findings: readonly Fault[];
};

export type CheckParts = {
  readonly files: readonly SourceFile[];
  /** What was found wrong when the folder was read. */
  readonly faults?: readonly Fault[];
  /** Names of plans and environments for a corpus that brings no terms of its own. */
  readonly concepts?: readonly Concept[];
  readonly cache?: ArticleCache;
  /** Called as slugs are compared. */
  readonly onProgress?: (done: number, all: number) => void;
};

/** Checks a corpus: its files, its policy and its proofs, and its languages against each other. */
export function checkContent(parts: CheckParts): Checked {
  const { articles, faults } = readCorpus(parts.files, parts.cache);
  const found: Fault[] = [...(parts.faults ?? []), ...faults];
  const terms = readTerms(parts.files, found);
  const policy = readPolicy(parts.files, found);
  const section = sectionFinder(articles);
  found.push(...[...policy.cells, ...policy.facts].flatMap((one) => evidenceFaults(one, section)));
  found.push(...missingTranslations(articles));
  const concepts = terms.length > 0 ? terms : (parts.concepts ?? []);
  found.push(...findContradictions(articles, { concepts, ...parts }));
  return { articles, findings: inOrder(onceTold(found)) };
}

/** A damaged negation that the other languages contradict is one finding, not two. */
function onceTold(faults: readonly Fault[]): Fault[] {
  const contradicted = new Set(
    faults
      .filter(({ rule }) => rule === "negation-differs")
      .map(({ file, line }) => `${file}:${line}`),
  );
  return faults.filter(
    ({ rule, severity, file, line }) =>
      severity !== "info" && !(rule === "negation-damaged" && contradicted.has(`${file}:${line}`)),
  );
}

const inOrder = (faults: readonly Fault[]): Fault[] =>
  faults.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
