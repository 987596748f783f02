import type { Locale } from "../kernel/locale.ts";
import { LOCALES } from "../kernel/locale.ts";
import type { Environment, Plan, Product } from "../kernel/product.ts";
import type { Result } from "../kernel/result.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Steps } from "../kernel/steps.ts";
import { atOnce } from "../kernel/steps.ts";
import type { Article, SourceFile } from "./article.ts";
import type { ArticleCache } from "./corpus.ts";
import { readCorpusInSteps } from "./corpus.ts";
import type { Fault } from "./fault.ts";
import type { KnownLanguage } from "./known-language.ts";
import { hasStem, hasWord, knownLanguage } from "./known-language.ts";
import type { GuessLanguage, LanguageModel } from "./language.ts";
import { languageModel } from "./language.ts";
import type { PolicyCell, PolicyFact, PolicySchedule } from "./policy.ts";
import { keptPolicy } from "./policy/keep-policy.ts";
import type { FindSection } from "./policy/check-evidence.ts";
import { evidenceFaults, sectionFinder } from "./policy/check-evidence.ts";
import type { Written } from "./policy/read-policy.ts";

import type { Search } from "./ports.ts";
import type { IndexCache } from "./search/index-cache.ts";
import { NO_CACHE } from "./search/index-cache.ts";
import type { Concept } from "./terms/read-terms.ts";
import { isTermsFile, readTerms } from "./terms/read-terms.ts";
import type { Lexicon } from "./terms/lexicon.ts";
import { lexiconOf } from "./terms/lexicon.ts";

/** Where a policy cell or a fact is looked up. */
export type PolicyTopic = {
  readonly product: Product;
  readonly action: string;
  readonly plan?: Plan;
  readonly environment?: Environment;
  readonly object?: string;
};

/** Everything the desk knows, in memory; never changed, only replaced as a whole. */
export type Knowledge = {
  readonly articles: readonly Article[];
  readonly cells: readonly PolicyCell[];
  readonly facts: readonly PolicyFact[];
  readonly schedules: readonly PolicySchedule[];
  readonly concepts: readonly Concept[];
  readonly lexicon: Lexicon;
  readonly language: LanguageModel;
  readonly search: Search;
  readonly section: FindSection;
  readonly cellFor: (topic: PolicyTopic) => PolicyCell | undefined;
  readonly factFor: (topic: PolicyTopic) => PolicyFact | undefined;
  /** Whether a folded word occurs in the articles of a language. */
  readonly knowsWord: (word: string, locale: Locale) => boolean;
  /** The same for words that begin alike, whatever their ending. */
  readonly knowsStem: (word: string, locale: Locale) => boolean;
  /** What is wrong in the corpus and does not make an answer wrong. */
  readonly faults: readonly Fault[];
};

export type SearchParts = {
  readonly articles: readonly Article[];
  readonly concepts: readonly Concept[];
  readonly language: LanguageModel;
};

/** Where the policy and what was learnt of the languages are kept, and under which name of a corpus. */
export type PartsKept = { readonly cache: IndexCache; readonly corpus: string };

export type KnowledgeParts = {
  readonly files: readonly SourceFile[];
  /** Articles already read, kept between builds. */
  readonly cache?: ArticleCache;
  /** The policy and what was learnt of the languages, kept between builds. */
  readonly kept?: PartsKept;
  /** The search over what was read. */
  readonly searchOver: (parts: SearchParts) => Search;
  readonly guess?: GuessLanguage | undefined;
  /**
   * What happens to a cell whose quote is gone: the build is refused (the running desk), or the
   * cell says not-documented (comparing two states of the corpus).
   */
  readonly withoutEvidence?: "refuse" | "withdraw";
};

/** The same, for whoever lets others go on in between. */
export type SteppedParts = Omit<KnowledgeParts, "searchOver"> & {
  readonly searchOver: (parts: SearchParts) => Steps<Search>;
};

/**
 * Builds the knowledge from files. Faults of articles are kept beside it; a policy that cannot be
 * proven refuses the whole build, naming file, cell and language.
 */
export const buildKnowledge = (parts: KnowledgeParts): Result<Knowledge, readonly Fault[]> =>
  atOnce(
    buildKnowledgeInSteps({
      ...parts,
      searchOver: function* searchOver(search) {
        yield;
        return parts.searchOver(search);
      },
    }),
  );

/** See `buildKnowledge`. */
export function* buildKnowledgeInSteps(
  parts: SteppedParts,
): Steps<Result<Knowledge, readonly Fault[]>> {
  const { articles, faults } = yield* readCorpusInSteps(parts.files, parts.cache);
  const policyFaults: Fault[] = [];
  const kept = parts.kept ?? { cache: NO_CACHE, corpus: "" };
  const concepts: Concept[] = [];
  for (const file of parts.files.filter(isTermsFile)) {
    concepts.push(...readTerms([file], policyFaults));
    yield;
  }
  const { policy, faults: ownFaults } = keptPolicy(parts.files, kept);
  policyFaults.push(...ownFaults);
  yield;
  const section = sectionFinder(articles);
  const proven = [...policy.cells, ...policy.facts].flatMap((one) => evidenceFaults(one, section));
  const refuse = parts.withoutEvidence !== "withdraw";
  if (policyFaults.length > 0 || (refuse && proven.length > 0)) {
    return fail([...policyFaults, ...proven]);
  }
  const cells = policy.cells.map((one) =>
    hasProof(one, section) ? one.item : withdrawn(one.item),
  );
  const facts = policy.facts.filter((one) => hasProof(one, section)).map(({ item }) => item);
  const known = yield* languagesOf(articles, concepts, kept);
  const learnt = new Map([...known].map(([locale, one]) => [locale, one.learnt]));
  const language = languageModel(learnt, parts.guess);
  const words = vocabularyOf(known);
  const search = yield* parts.searchOver({ articles, concepts, language });
  return ok({
    articles,
    cells,
    facts,
    schedules: policy.schedules,
    concepts,
    lexicon: lexiconOf(concepts, words.knowsWord),
    language,
    search,
    section,
    cellFor: (topic) => cells.find((cell) => holdsFor(cell, topic) && cell.action === topic.action),
    factFor: (topic) => facts.find((fact) => holdsFor(fact, topic) && fact.topic === topic.action),
    ...words,
    faults: [...faults, ...proven],
  });
}

const hasProof = (written: Written<PolicyCell | PolicyFact>, section: FindSection): boolean =>
  evidenceFaults(written, section).length === 0;

const withdrawn = (cell: PolicyCell): PolicyCell => ({
  ...cell,
  verdict: "not-documented",
  evidence: [],
});

type Scope = Pick<PolicyCell, "product" | "plans" | "environments" | "objects">;

function holdsFor(one: Scope, { product, plan, environment, object }: PolicyTopic): boolean {
  if (one.product !== product) return false;
  if (one.plans.length > 0 && (plan === undefined || !one.plans.includes(plan))) return false;
  if (
    one.environments.length > 0 &&
    (environment === undefined || !one.environments.includes(environment))
  ) {
    return false;
  }
  return one.objects.length === 0 || (object !== undefined && one.objects.includes(object));
}

function* languagesOf(
  articles: readonly Article[],
  concepts: readonly Concept[],
  kept: PartsKept,
): Steps<ReadonlyMap<Locale, KnownLanguage>> {
  const known = new Map<Locale, KnownLanguage>();
  for (const locale of LOCALES) {
    known.set(locale, yield* knownLanguage(locale, { articles, concepts, ...kept }));
  }
  return known;
}

type Vocabulary = Pick<Knowledge, "knowsWord" | "knowsStem">;

const vocabularyOf = (known: ReadonlyMap<Locale, KnownLanguage>): Vocabulary => ({
  knowsWord: (word, locale) => isTrueOf(known.get(locale), (one) => hasWord(one, word)),
  knowsStem: (word, locale) => isTrueOf(known.get(locale), (one) => hasStem(one, word)),
});

const isTrueOf = (one: KnownLanguage | undefined, what: (one: KnownLanguage) => boolean): boolean =>
  one !== undefined && what(one);
