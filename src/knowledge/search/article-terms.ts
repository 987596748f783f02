import type { Article, Section } from "../article.ts";
import type { Analyser, Word } from "./analyser.ts";
import type { Stream, Tally } from "./tally.ts";
import { count, emptyTally, gramStream, stemStream, surfaceStream } from "./tally.ts";

/** What an article brings into the lists of its language. */
export type ArticleTerms = {
  readonly stems: Tally;
  readonly surfaces: Tally;
  readonly grams: Tally;
  /** Sections that say something, by their position in the article. */
  readonly sections: readonly { readonly position: number; readonly stems: Tally }[];
};

type Field = "title" | "description" | "heading" | "text" | "code";
type Weights = Readonly<Record<Field, number>>;

const ARTICLE: Weights = { title: 3, description: 1, heading: 1.5, text: 1, code: 0.3 };
const SECTION: Weights = { title: 2, description: 0.66, heading: 1.5, text: 1, code: 0.3 };
const GRAMS: Weights = { title: 3, description: 0, heading: 1.5, text: 1, code: 0 };

type Texts = { readonly field: Field; readonly words: readonly Word[] };

/** Counts the terms of an article and of each of its sections; every text is cut once. */
export function articleTerms(article: Article, analyser: Analyser): ArticleTerms {
  const head: Texts[] = [
    { field: "title", words: analyser.words(article.title) },
    { field: "description", words: analyser.words(article.description ?? "") },
  ];
  const sections = article.sections.map((section) => sectionTexts(section, analyser));
  const all = [...head, ...sections.flat()];
  const spoken = article.sections.flatMap(({ blocks }, position) =>
    blocks.length === 0 ? [] : [position],
  );
  const positions = spoken.length === 0 ? [0] : spoken;
  return {
    stems: tallyOf(all, stemStream, ARTICLE),
    surfaces: tallyOf(all, surfaceStream, ARTICLE),
    grams: tallyOf(all, gramStream, GRAMS),
    sections: positions.map((position) => ({
      position,
      stems: tallyOf([...head, ...(sections[position] ?? [])], stemStream, SECTION),
    })),
  };
}

function sectionTexts({ heading, blocks }: Section, analyser: Analyser): Texts[] {
  return [
    { field: "heading", words: analyser.words(heading) },
    ...blocks.map(({ kind, display }): Texts => ({
      field: kind === "code" ? "code" : "text",
      words: analyser.words(display),
    })),
  ];
}

function tallyOf(texts: readonly Texts[], stream: Stream, weights: Weights): Tally {
  const tally = emptyTally();
  for (const { field, words } of texts) count(tally, words, stream, weights[field]);
  return tally;
}
