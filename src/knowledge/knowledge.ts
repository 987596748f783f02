import type { Locale } from "../kernel/locale.ts";
import { LOCALES } from "../kernel/locale.ts";
import type { Environment, Plan, Product } from "../kernel/product.ts";
import type { Result } from "../kernel/result.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Article, SourceFile } from "./article.ts";
import type { ArticleCache } from "./corpus.ts";
import { readCorpus } from "./corpus.ts";
import type { Fault } from "./fault.ts";
import type { GuessLanguage, LanguageModel } from "./language.ts";
import { learnLanguages } from "./language.ts";
import type { PolicyCell, PolicyFact, PolicySchedule } from "./policy.ts";
import type { FindSection } from "./policy/check-evidence.ts";
import { evidenceFaults, sectionFinder } from "./policy/check-evidence.ts";
import type { Written } from "./policy/read-policy.ts";
import { readPolicy } from "./policy/read-policy.ts";
import type { Search } from "./ports.ts";
import { tokensOf } from "./question/tokens.ts";
import type { Concept } from "./terms/read-terms.ts";
import { readTerms } from "./terms/read-terms.ts";
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

export type KnowledgeParts = {
  readonly files: readonly SourceFile[];
  /** Articles already read, kept between builds. */
  readonly cache?: ArticleCache;
  /** The search over what was read. */
  readonly searchOver: (parts: SearchParts) => Search;
  readonly guess?: GuessLanguage | undefined;
  /**
   * What happens to a cell whose quote is gone: the build is refused (the running desk), or the
   * cell says not-documented (comparing two states of the corpus).
   */
  readonly withoutEvidence?: "refuse" | "withdraw";
};

/**
 * Builds the knowledge from files. Faults of articles are kept beside it; a policy that cannot be
 * proven refuses the whole build, naming file, cell and language.
 */
export function buildKnowledge(parts: KnowledgeParts): Result<Knowledge, readonly Fault[]> {
  const { articles, faults } = readCorpus(parts.files, parts.cache);
  const policyFaults: Fault[] = [];
  const concepts = readTerms(parts.files, policyFaults);
  const policy = readPolicy(parts.files, policyFaults);
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
  const language = learnLanguages((locale) => textsIn(articles, concepts, locale), parts.guess);
  const words = vocabulary(articles);
  const search = parts.searchOver({ articles, concepts, language });
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

function textsIn(
  articles: readonly Article[],
  concepts: readonly Concept[],
  locale: Locale,
): string[] {
  const own = articles.filter((one) => one.locale === locale && one.status === "article");
  const terms = concepts.filter((one) => one.locale === locale);
  return [
    ...own.map((one) =>
      [one.title, one.description ?? "", ...one.sections.flatMap(proseOf)].join(" "),
    ),
    terms.flatMap(({ write, words }) => write.concat(words)).join(" "),
  ];
}

const proseOf = ({ heading, blocks }: Article["sections"][number]): string[] => [
  heading,
  ...blocks.filter(({ kind }) => kind !== "code").map(({ display }) => display),
];

const STEM = 5;

type Vocabulary = Pick<Knowledge, "knowsWord" | "knowsStem">;

function vocabulary(articles: readonly Article[]): Vocabulary {
  const words = new Map<Locale, ReadonlySet<string>>();
  const stems = new Map<Locale, ReadonlySet<string>>();
  for (const locale of LOCALES) {
    const own = articles.filter((one) => one.locale === locale);
    const tokens = own.flatMap((one) => one.sections.flatMap(proseOf)).flatMap(tokensOf);
    words.set(locale, new Set(tokens));
    stems.set(locale, new Set(tokens.map((one) => one.slice(0, STEM))));
  }
  return {
    knowsWord: (word, locale) => words.get(locale)?.has(word) === true,
    knowsStem: (word, locale) => stems.get(locale)?.has(word.slice(0, STEM)) === true,
  };
}
