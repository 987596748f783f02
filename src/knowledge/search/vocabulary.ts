import type { Locale } from "../../kernel/locale.ts";
import type { Article } from "../article.ts";
import type { Concept } from "../terms/read-terms.ts";
import type { Vocabulary } from "./compounds.ts";
import { LEAST_COUNT } from "./compounds.ts";
import { rawWords, wordsOf } from "./cut-words.ts";
import { foldWord } from "./fold-word.ts";
import { searchText } from "./search-text.ts";

/** What a word of the lexicon counts for. */
const LEXICON_WORD = 3;

/** Languages whose compounds are split, and so need a vocabulary. */
const COMPOUNDING: ReadonlySet<Locale> = new Set(["nl", "sv"]);

/** How often each word stands in titles, headings and texts of a language; rare ones left out. */
export function vocabularyOf(
  locale: Locale,
  articles: readonly Article[],
  concepts: readonly Concept[],
): Vocabulary {
  const counts = new Map<string, number>();
  if (!COMPOUNDING.has(locale)) return counts;
  const raws = new Map<string, number>();
  for (const text of articles.flatMap(textsOf)) {
    for (const raw of rawWords(searchText(text))) raws.set(raw, (raws.get(raw) ?? 0) + 1);
  }
  const add = (raw: string, times: number): void => {
    for (const word of wordsOf(raw).map(foldWord))
      counts.set(word, (counts.get(word) ?? 0) + times);
  };
  for (const [raw, times] of raws) add(raw, times);
  for (const { write, words, ...concept } of concepts) {
    if (concept.locale !== locale) continue;
    for (const raw of [...write, ...words].flatMap(rawWords)) add(raw, LEXICON_WORD);
  }
  return new Map(
    [...counts].filter(([word, times]) => times >= LEAST_COUNT && /^\p{L}{4,}$/u.test(word)),
  );
}

const textsOf = ({ title, sections }: Article): string[] => [
  title,
  ...sections.flatMap(({ heading, blocks }) => [
    heading,
    ...blocks.filter(({ kind }) => kind !== "code").map(({ display }) => display),
  ]),
];
