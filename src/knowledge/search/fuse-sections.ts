import type { Locale } from "../../kernel/locale.ts";
import type { Foreign, Fused, Scores } from "./fuse.ts";
import { meanOf, strongest } from "./fuse.ts";

const FOREIGN_SECTION = 0.8;
const ARTICLE = 1.5;

export type SectionFusion = {
  readonly own: Scores<string>;
  readonly foreign: readonly Foreign<string>[];
  /** Score of the article a section belongs to. */
  readonly articleScore: (key: string) => number;
  /** Whether the asker's language has this very section. */
  readonly hasOwn: (key: string) => boolean;
  /** Whether the asker's language has the article of a section. */
  readonly hasArticle: (key: string) => boolean;
  readonly dilution: number;
  readonly locale: Locale;
};

/** One score for every section, each in one language: the asker's where it exists there. */
export function fuseSections(fusion: SectionFusion): Map<string, Fused> {
  const { own, foreign, articleScore, hasOwn, hasArticle, dilution, locale } = fusion;
  const keys = new Set([...own.keys(), ...foreign.flatMap(({ scores }) => [...scores.keys()])]);
  const fused = new Map<string, Fused>();
  for (const key of keys) {
    const best = strongest(foreign, key);
    const at = hasOwn(key) ? locale : best?.locale;
    if (at === undefined) continue;
    const section = hasArticle(key)
      ? (own.get(key) ?? 0) + FOREIGN_SECTION * meanOf(foreign, key)
      : dilution * (best?.score ?? 0);
    fused.set(key, { score: section + ARTICLE * articleScore(key), locale: at });
  }
  return fused;
}
