import type { Locale } from "../../kernel/locale.ts";
import type { Article } from "../article.ts";
import type { Concept } from "../terms/read-terms.ts";

/** The same said in two languages. */
export type TextPair = readonly [one: string, other: string];

/** What an article and its translation say in the same places. */
export function alignedTexts(one: Article, other: Article): TextPair[] {
  const pairs: TextPair[] = [
    [one.title, other.title],
    [one.description ?? "", other.description ?? ""],
  ];
  if (shapeOf(one) === shapeOf(other)) return [...pairs, ...zipped(textsOf(one), textsOf(other))];
  if (one.sections.length !== other.sections.length) return pairs;
  return [...pairs, ...zipped(headingsOf(one), headingsOf(other))];
}

const headingsOf = ({ sections }: Article): string[] => sections.map(({ heading }) => heading);

const zipped = (ones: readonly string[], others: readonly string[]): TextPair[] =>
  ones.map((text, at): TextPair => [text, others[at] ?? ""]);

const shapeOf = ({ sections }: Article): string =>
  sections.map(({ depth, blocks }) => `${depth}${blocks.map(({ kind }) => kind).join()}`).join(" ");

const textsOf = ({ sections }: Article): string[] =>
  sections.flatMap(({ heading, blocks }) => [
    heading,
    ...blocks.filter(({ kind }) => kind !== "code").map(({ display }) => display),
  ]);

/** What the lexicon says in two languages: every word of a concept with the first one of the other. */
export function lexiconTexts(concepts: readonly Concept[], one: Locale, other: Locale): TextPair[] {
  const there = new Map(
    concepts
      .filter(({ locale }) => locale === other)
      .map((concept) => [concept.id, wordsOf(concept)]),
  );
  return concepts
    .filter(({ locale }) => locale === one)
    .flatMap((concept) => {
      return crossed(wordsOf(concept), there.get(concept.id) ?? []);
    });
}

function crossed(words: readonly string[], others: readonly string[]): TextPair[] {
  const [first, second] = [words[0], others[0]];
  if (first === undefined || second === undefined) return [];
  const there = words.map((word): TextPair => [word, second]);
  return there.concat(others.slice(1).map((word): TextPair => [first, word]));
}

const wordsOf = ({ write, words }: Concept): string[] => [...write, ...words];
