import type { Locale } from "../../kernel/locale.ts";
import type { Environment, Plan, Product } from "../../kernel/product.ts";
import { ENVIRONMENTS, PLANS, PRODUCTS } from "../../kernel/product.ts";
import { tokensOf } from "../question/tokens.ts";
import { fold } from "../words/fold.ts";
import { isWhereItGoesLive } from "./going-live.ts";
import type { Concept, Trap } from "./read-terms.ts";

type Phrase = {
  readonly concept: string;
  readonly kind: string;
  readonly tokens: readonly string[];
  readonly needs: readonly string[];
  readonly not: readonly string[];
};

/** The plans, environments and products a text names. */
export type Named = {
  readonly plans: readonly Plan[];
  readonly environments: readonly Environment[];
  readonly products: readonly Product[];
  /** Environments no rule speaks of: a Pro `master`, a second staging. */
  readonly special: readonly string[];
  /** Which of the words name a plan or an environment. */
  readonly naming: readonly number[];
};

export type Lexicon = {
  readonly named: (tokens: readonly string[], locale: Locale) => Named;
  /** Every single word of every concept, folded: what a slip of the finger is mended to. */
  readonly words: (locale: Locale) => readonly string[];
  readonly hasWord: (word: string) => boolean;
};

/** Words this long also match at the head of a compound: `produktionsdatabasen`. */
const COMPOUND_HEAD = 7;
const SHORT_COMPOUND =
  /^prod(?:miljo\w*|databas\w*|db|omgeving\w*|database\w*|en|server\w*|env|site|backup\w*|data)$/;

/** Whether a folded word stands in an article of a language: listed misspellings do not. */
type IsRealWord = (word: string, locale: Locale) => boolean;

/** The lexicon of what people call plans, environments and products. */
export function lexiconOf(concepts: readonly Concept[], isRealWord: IsRealWord): Lexicon {
  const naming = concepts.filter(({ kind }) => ["plan", "environment", "product"].includes(kind));
  const phrases = new Map<Locale, readonly Phrase[]>();
  const words = new Map<Locale, readonly string[]>();
  const ofLocale = (locale: Locale) =>
    naming.filter((one) => one.locale === locale || one.locale === "en");
  const every = new Set(concepts.flatMap((one) => [...one.write, ...one.words].flatMap(tokensOf)));
  return {
    hasWord: (word) => every.has(word),
    named: (tokens, locale) => {
      const known =
        phrases.get(locale) ?? ofLocale(locale).flatMap(phrasesOf).toSorted(longestFirst);
      phrases.set(locale, known);
      return sorted(conceptsIn(tokens, known));
    },
    words: (locale) => {
      const known = words.get(locale) ?? singleWords(concepts, locale, isRealWord);
      words.set(locale, known);
      return known;
    },
  };
}

/** Longest first; of two equally long the narrower concept, so that "Pro Legacy" is not "on Pro". */
const longestFirst = (a: Phrase, b: Phrase): number =>
  b.tokens.length - a.tokens.length || b.concept.length - a.concept.length;

function phrasesOf({ id, kind, write, words, traps }: Concept): Phrase[] {
  const trapped = new Set(traps.map(({ word }) => fold(word)));
  const plain = [...write, ...words].filter((word) => !trapped.has(fold(word)));
  return [
    ...plain.map((word) => phrase({ id, kind }, word)),
    ...traps.map((trap) => phrase({ id, kind }, trap.word, trap)),
  ].filter(({ tokens }) => tokens.length > 0);
}

const phrase = ({ id, kind }: Pick<Concept, "id" | "kind">, word: string, trap?: Trap): Phrase => ({
  concept: id,
  kind,
  tokens: tokensOf(word),
  needs: (trap?.needs ?? []).map(fold),
  not: (trap?.not ?? []).map(fold),
});

type Found = { readonly concepts: ReadonlySet<string>; readonly naming: readonly number[] };

/** A token belongs to one phrase of a kind only, so "pre-production" is no production. */
function conceptsIn(tokens: readonly string[], phrases: readonly Phrase[]): Found {
  const found = new Set<string>();
  const occasions = new Set<string>();
  const naming: number[] = [];
  const taken = new Set<string>();
  const text = ` ${tokens.join(" ")} `;
  for (const one of phrases) {
    if (!allowed(one, text)) continue;
    for (let at = 0; at + one.tokens.length <= tokens.length; at += 1) {
      const places = one.tokens.map((_, index) => `${one.kind} ${at + index}`);
      const fits = one.tokens.every((word, index) => isWord(tokens[at + index] ?? "", word));
      if (!fits || places.some((place) => taken.has(place))) continue;
      for (const place of places) taken.add(place);
      naming.push(...namingAt(tokens, at, one));
      if (isDenied(tokens, at, one)) continue;
      const isOccasion =
        one.kind === "environment" && isWhereItGoesLive(tokens, at, one.tokens.length);
      (isOccasion ? occasions : found).add(one.concept);
    }
  }
  const isPlaced = ENVIRONMENTS.some((one) => found.has(one));
  return { concepts: isPlaced ? found : found.union(occasions), naming };
}

function allowed({ needs, not, tokens }: Phrase, text: string): boolean {
  const near = (word: string) => text.includes(` ${tokensOf(word).join(" ")}`);
  if (not.some((word) => near(word) && !tokens.includes(word))) return false;
  return needs.length === 0 || needs.some(near);
}

const isWord = (token: string, word: string): boolean =>
  token === word ||
  (word.length >= COMPOUND_HEAD && token.startsWith(word)) ||
  (word === "prod" && SHORT_COMPOUND.test(token));

const DENIED =
  /(?:^| )(?:not|pas|niet|inte|geen|ej)(?: (?:on|for|of|the|la|le|l|de|en|sur|voor|van|op|for|pa|i|av))*$/;
const LIKE =
  /(?:^| )(?:like|unlike|contrairement a|comme|net als|net zoals|precis som|liksom|till skillnad fran)(?: (?:on|in|for|the|la|le|l|en|sur|voor|op|bij|for|pa|i|our|notre|onze|var))*$/;
const FORMER =
  /(?:^| )(?:from|depuis|van|fran|were|used to be|came|moved|switched|migrated|coming|previously|formerly|was|etait|etions|avant|anciennement|passes?|venons|eerst|vroeger|eerder|zaten|waren|kwamen|hade|lag|korde|tidigare|forut|innan)(?: (?:on|from|with|with|en|sur|de|du|dans|op|van|bij|pa|fran|med|the|le|a|vi|we|wij))*$/;
const SINCE =
  /(?:^| )(?:now|maintenant|desormais|nu|numera|inmiddels|naar|till|to|vers|a)(?: |$).*(?<![a-z])(?:starter|pro)(?![a-z])/;

/**
 * "Not staging but production", "integration, not staging", "as on production": that one is not
 * meant, nor is the plan one had before the one of now.
 */
function isDenied(tokens: readonly string[], at: number, { kind, tokens: own }: Phrase): boolean {
  const before = tokens.slice(Math.max(0, at - 5), at).join(" ");
  const after = tokens.slice(at + own.length, at + own.length + 2).join(" ");
  const ends =
    after === "" || /^(?:\w+ )?(?:but|mais|maar|utan|hein|right|toch|eller)\b/.test(after);
  if (kind === "environment") return (DENIED.test(before) && ends) || LIKE.test(before);
  if (kind !== "plan" || !FORMER.test(before)) return false;
  return SINCE.test(tokens.slice(at + own.length).join(" "));
}

/** The places of a name; of one that is ruled out, also those of the words that do so: "not staging". */
function namingAt(tokens: readonly string[], at: number, one: Phrase): readonly number[] {
  if (one.kind === "product") return [];
  const before = isDenied(tokens, at, one) ? tokens.slice(Math.max(0, at - 5), at).join(" ") : "";
  const denial = DENIED.exec(before)?.[0].trim().split(" ").length ?? 0;
  return Array.from({ length: denial + one.tokens.length }, (_, index) => at - denial + index);
}

function sorted({ concepts, naming }: Found): Named {
  const plans = PLANS.filter((one) => concepts.has(one));
  return {
    plans: plans.includes("pro-legacy") ? ["pro-legacy"] : plans,
    environments: ENVIRONMENTS.filter((one) => concepts.has(one)),
    products: PRODUCTS.filter((one) => concepts.has(one)),
    special: ["master", "second-staging"].filter((one) => concepts.has(one)),
    naming,
  };
}

/** The concepts whose words are worth mending: a slip in any other word changes no answer. */
const MENDED: ReadonlySet<string> = new Set([
  "back-up",
  "restore",
  "roll-back",
  "retrieve",
  "download",
  "automatic",
  "manual",
  "inactive",
]);

function singleWords(
  concepts: readonly Concept[],
  locale: Locale,
  isRealWord: IsRealWord,
): string[] {
  const own = concepts.filter(
    ({ id, kind, locale: where }) =>
      (where === locale || where === "en") &&
      (["plan", "environment", "product", "object"].includes(kind) || MENDED.has(id)),
  );
  const written = own.flatMap((one) => one.write.flatMap(tokensOf));
  const others = own.flatMap((one) => one.words.flatMap(tokensOf));
  const real = others.filter((word) => isRealWord(word, locale) || isRealWord(word, "en"));
  const long = [...written, ...real].filter((word) => word.length >= 6 && /^\p{L}+$/u.test(word));
  return [...new Set(long)];
}
