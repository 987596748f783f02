import type { Foreign } from "./fuse.ts";
import { eachFound, meanOf, strongest } from "./fuse.ts";
import type { ScoreSheet } from "./score-sheet.ts";

const FOREIGN_SECTION = 0.8;
const ARTICLE = 1.5;

export type SectionFusion = {
  readonly own: ScoreSheet;
  readonly foreign: readonly Foreign[];
  /** Score of the article a section belongs to. */
  readonly articleScore: (section: number) => number;
  /** Whether the asker's language has the article of a section. */
  readonly hasArticle: (section: number) => boolean;
  readonly dilution: number;
};

/** One score for every section found in any language. */
export function fuseSections(fusion: SectionFusion, into: ScoreSheet): void {
  const { own, foreign, articleScore, hasArticle, dilution } = fusion;
  eachFound([own, ...foreign.map(({ scores }) => scores)], into, (section) => {
    const found = hasArticle(section)
      ? own.get(section) + FOREIGN_SECTION * meanOf(foreign, section)
      : dilution * (strongest(foreign, section)?.score ?? 0);
    return found + ARTICLE * articleScore(section);
  });
}
