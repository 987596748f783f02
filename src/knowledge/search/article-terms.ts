import type { Article, Section } from "../article.ts";
import type { Analyser, Word } from "./analyser.ts";
import type { Stream, Tally } from "./tally.ts";
import { count, countTerms, emptyTally, gramStream, stemStream, surfaceStream } from "./tally.ts";

/** What an article brings into the lists of its language. */
export type ArticleTerms = {
  readonly stems: Tally;
  readonly surfaces: Tally;
  readonly grams: Tally;
  /** Sections that say something, by their position in the article. */
  readonly sections: readonly SectionTerms[];
};

export type SectionTerms = {
  readonly position: number;
  readonly stems: Tally;
  /** What it is about, in marks that are one in all languages. */
  readonly concepts: Tally;
};

/** Marks the concepts a text names. */
export type MarkConcepts = (text: string) => readonly string[];

type Field = "title" | "description" | "heading" | "text" | "code";
type Weights = Readonly<Record<Field, number>>;

const ARTICLE: Weights = { title: 3, description: 1, heading: 1.5, text: 1, code: 0.3 };
const SECTION: Weights = { title: 2, description: 0.66, heading: 1.5, text: 1, code: 0.3 };
const GRAMS: Weights = { title: 3, description: 0, heading: 1.5, text: 1, code: 0 };

const CONCEPTS: Weights = { title: 1.5, description: 0.66, heading: 2.5, text: 1, code: 0.3 };

type Texts = {
  readonly field: Field;
  readonly words: readonly Word[];
  readonly marks: readonly string[];
};

type Reads = { readonly analyser: Analyser; readonly marks: MarkConcepts };

/** Counts the terms of an article and of each of its sections; every text is cut once. */
export function articleTerms(article: Article, reads: Reads): ArticleTerms {
  const head: Texts[] = [
    textsOf("title", article.title, reads),
    textsOf("description", article.description ?? "", reads),
  ];
  const sections = article.sections.map((section) => sectionTexts(section, reads));
  const all = [...head, ...sections.flat()];
  const spoken = article.sections.flatMap(({ blocks }, position) =>
    blocks.length === 0 ? [] : [position],
  );
  const positions = spoken.length === 0 ? [0] : spoken;
  return {
    stems: tallyOf(all, stemStream, ARTICLE),
    surfaces: tallyOf(all, surfaceStream, ARTICLE),
    grams: tallyOf(all, gramStream, GRAMS),
    sections: positions.map((position) => {
      const texts = [...head, ...(sections[position] ?? [])];
      const concepts = emptyTally();
      for (const { field, marks } of texts) countTerms(concepts, marks, CONCEPTS[field]);
      return { position, stems: tallyOf(texts, stemStream, SECTION), concepts };
    }),
  };
}

const sectionTexts = ({ heading, blocks }: Section, reads: Reads): Texts[] => [
  textsOf("heading", heading, reads),
  ...blocks.map(({ kind, display }) => textsOf(kind === "code" ? "code" : "text", display, reads)),
];

const textsOf = (field: Field, text: string, { analyser, marks }: Reads): Texts => ({
  field,
  words: analyser.words(text),
  marks: marks(text),
});

function tallyOf(texts: readonly Texts[], stream: Stream, weights: Weights): Tally {
  const tally = emptyTally();
  for (const { field, words } of texts) count(tally, words, stream, weights[field]);
  return tally;
}
