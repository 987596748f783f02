import { digestOf } from "../kernel/digest.ts";
import type { Locale } from "../kernel/locale.ts";
import type { Steps } from "../kernel/steps.ts";
import type { Article } from "./article.ts";
import type { LearntLanguage } from "./learnt-language.ts";
import { learnLanguage } from "./learnt-language.ts";
import { tokensOf } from "./question/tokens.ts";
import { articleDigest } from "./search/article-digest.ts";
import type { IndexCache } from "./search/index-cache.ts";
import type { PackedTerms } from "./search/packed-terms.ts";
import { NO_PLACE, packTerms, placeOfTerm } from "./search/packed-terms.ts";
import type { Concept } from "./terms/read-terms.ts";

/** What the articles of one language teach: how it looks, and which words they use. */
export type KnownLanguage = {
  readonly learnt: LearntLanguage;
  readonly words: PackedTerms;
  /** How these words begin. */
  readonly stems: PackedTerms;
};

type KeptLanguage = KnownLanguage & {
  /** Digest of everything it was learnt from. */
  readonly learntFrom: string;
};

export type LanguageSources = {
  readonly articles: readonly Article[];
  readonly concepts: readonly Concept[];
  readonly cache: IndexCache;
  /** Names the corpus in the cache. */
  readonly corpus: string;
};

/** What is known of a language: what was kept, where it was learnt from the same; else learnt anew. */
export function* knownLanguage(locale: Locale, sources: LanguageSources): Steps<KnownLanguage> {
  const own = sources.articles.filter((one) => one.locale === locale);
  const concepts = sources.concepts.filter((one) => one.locale === locale);
  const key = `${sources.corpus} ${locale}`;
  const learntFrom = yield* digestOfAll(own, concepts);
  const kept = sources.cache.get("language", key) as KeptLanguage | undefined;
  yield;
  if (kept?.learntFrom === learntFrom) return kept;
  const texts = own.filter(({ status }) => status === "article").map(textOf);
  const terms = concepts.flatMap(({ write, words }) => write.concat(words)).join(" ");
  const learnt = yield* learnLanguage([...texts, terms], locale);
  const fresh: KeptLanguage = { learntFrom, learnt, ...(yield* wordsOf(own)) };
  sources.cache.put("language", key, fresh);
  return fresh;
}

/** Whether a folded word occurs in the articles. */
export const hasWord = ({ words }: KnownLanguage, word: string): boolean =>
  placeOfTerm(words, word) !== NO_PLACE;

/** Whether a word occurs that begins alike, whatever its ending. */
export const hasStem = ({ stems }: KnownLanguage, word: string): boolean =>
  placeOfTerm(stems, word.slice(0, STEM)) !== NO_PLACE;

const STEM = 5;

function* digestOfAll(articles: readonly Article[], concepts: readonly Concept[]): Steps<string> {
  const digests: string[] = [];
  for (const article of articles) {
    digests.push(`${article.status} ${articleDigest(article)}`);
    yield;
  }
  return digestOf(JSON.stringify([digests, concepts]));
}

const textOf = (one: Article): string =>
  [one.title, one.description ?? "", ...one.sections.flatMap(proseOf)].join(" ");

const proseOf = ({ heading, blocks }: Article["sections"][number]): string[] => [
  heading,
  ...blocks.filter(({ kind }) => kind !== "code").map(({ display }) => display),
];

function* wordsOf(articles: readonly Article[]): Steps<Pick<KnownLanguage, "words" | "stems">> {
  const words = new Set<string>();
  for (const { sections } of articles) {
    for (const word of tokensOf(sections.flatMap(proseOf).join("\n"))) words.add(word);
    yield;
  }
  const stems = new Set([...words].map((word) => word.slice(0, STEM)));
  return { words: packTerms([...words]), stems: packTerms([...stems]) };
}
