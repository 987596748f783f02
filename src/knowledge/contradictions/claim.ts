import type { Locale } from "../../kernel/locale.ts";
import { countCues, cueBook, phraseAt, phraseBook } from "./count-phrases.ts";
import type { CueBook, PhraseBook } from "./count-phrases.ts";
import type { CueWords } from "./cues/cues.ts";
import { CUES } from "./cues/cues-of.ts";
import { readFrenchNe } from "./french-negation.ts";
import type { FrenchNe } from "./french-negation.ts";
import type { Interval } from "./interval.ts";
import { NEVER, sum } from "./interval.ts";
import type { FindMentions, Mention } from "./mentions.ts";
import type { Quantity } from "./quantities.ts";
import { quantitiesOf } from "./quantities.ts";
import type { Word } from "./words-in.ts";
import { wordsIn } from "./words-in.ts";

/** The kinds of cue that are counted. */
export const CUE_KINDS = ["negation", "only", "every", "some", "except"] as const;
export type CueKind = (typeof CUE_KINDS)[number];

/** What a sentence, or several in a row, claims, in a form that languages can be compared by. */
export type Claim = {
  readonly cues: Readonly<Record<CueKind, Interval>>;
  /** A negation is damaged, so that nobody can tell what is claimed. */
  readonly damaged: boolean;
  /** One negation is said of several things: only whether something is denied can be compared. */
  readonly series: boolean;
  /** Tells of a problem or an error: languages deny there in many ways. */
  readonly trouble: boolean;
  readonly quantities: readonly Quantity[];
  readonly mentions: readonly Mention[];
};

type Books = Readonly<Record<CueKind, CueBook>> & {
  readonly idle: PhraseBook;
  readonly series: PhraseBook;
};
const BOOKS = new Map<Locale, Books>();

function booksOf(locale: Locale): Books {
  const known = BOOKS.get(locale);
  if (known !== undefined) return known;
  const cues = CUES[locale];
  const books: Books = {
    negation: cueBook(withEnglish(cues.negation, locale), locale),
    only: cueBook(cues.only, locale),
    every: cueBook(cues.every, locale),
    some: cueBook(cues.some, locale),
    except: cueBook(cues.except, locale),
    idle: phraseBook(cues.idle, locale),
    series: phraseBook(cues.series, locale),
  };
  BOOKS.set(locale, books);
  return books;
}

const REPEATED =
  /(?<!\p{L})(aucune?|geen|ing(?:en|a|et)|no)\s.*[,\s]\1?(?:aucune?|geen|ing(?:en|a|et)|no)\s/iu;
const TROUBLE =
  /\b(?:issues?|problems?|errors?|fix(?:es|ed)?|problèmes?|erreurs?|fouten|fout|kwesties?|probleem|problemen|problemet?|fel(?:et|en)?|korrigera[rd]?|warning|bugs?)\b/iu;
/** "Do not forget" is "remember" in the next language. */
const REMEMBER =
  /(?:do not|don[’']t) forget|n[’']oubliez (?:donc )?pas|vergeet (?:dus )?niet|glöm (?:alltså )?inte/giu;
const OPTION = /(?<!\S)--?[\w-]+/g;
const LABEL_NO =
  /(?<=[\p{L}\p{N},:=>»”!] )No(?= \p{Ll})|(?<!\p{L})N[oO](?=[^\p{L}\s]|\s[^\p{Ll}]|$)/gu;

/** The "no" of an option such as `--no-wait` denies nothing; that of a label may or may not. */
const plainWords = (text: string, locale: Locale): Word[] =>
  wordsIn(text.replaceAll(REMEMBER, " ").replaceAll(OPTION, " ").replaceAll(LABEL_NO, " "), locale);

const labelNos = (text: string): Interval => ({
  least: 0,
  most: [...text.matchAll(LABEL_NO)].length,
});

/** English left in a translation. */
const withEnglish = ({ sure, maybe }: CueWords, locale: Locale): CueWords =>
  locale === "en" ? { sure, maybe } : { sure, maybe: [...maybe, ...CUES.en.negation.sure] };

const PREFIXED: Readonly<Record<Locale, RegExp>> = {
  en: /^un(?!i|der|til|less)\p{L}{5,}$/u,
  fr: /^(?:in|im|il|ir)\p{L}+(?:ables?|ibles?)$/u,
  nl: /^on\p{L}+(?:baar|bare|eerde?|telde?|lijk|lijke)$/u,
  sv: /^o\p{L}+(?:bara?|bart|ade|at)$/u,
};

/** "unresponsive" is "does not respond" elsewhere. */
const prefixed = (words: readonly Word[], locale: Locale): Interval => ({
  least: 0,
  most: words.filter((word) => PREFIXED[locale].test(word.text)).length,
});

/** Reads what one sentence claims. */
export function claimOf(text: string, locale: Locale, mentions: FindMentions): Claim {
  const words = plainWords(text, locale);
  const books = booksOf(locale);
  const french = locale === "fr" ? readFrenchNe(words) : undefined;
  const plain = withoutIdle(words, books.idle, french?.used);
  const cues = {
    negation: sum([countCues(plain, books.negation), labelNos(text), prefixed(plain, locale)]),
    only: countCues(plain, books.only),
    every: countCues(plain, books.every),
    some: countCues(plain, books.some),
    except: countCues(plain, books.except),
  };
  const foreign = locale !== "en" && plain.some((word) => word.text === "not");
  return {
    cues: french === undefined ? cues : withFrench(cues, french),
    damaged: french?.damaged === true || foreign,
    series: words.some((_, at) => phraseAt(words, at, books.series) > 0) || REPEATED.test(text),
    trouble: TROUBLE.test(text),
    quantities: quantitiesOf(text, locale),
    mentions: mentions(words, locale),
  };
}

const withFrench = (cues: Claim["cues"], french: FrenchNe): Claim["cues"] => ({
  ...cues,
  negation: sum([cues.negation, french.negation]),
  only: sum([cues.only, french.only]),
});

function withoutIdle(words: readonly Word[], idle: PhraseBook, used?: ReadonlySet<number>): Word[] {
  const kept: Word[] = [];
  let at = 0;
  while (at < words.length) {
    const length = phraseAt(words, at, idle);
    const word = words[at];
    if (length === 0 && word !== undefined && used?.has(at) !== true) kept.push(word);
    at += Math.max(1, length);
  }
  return kept;
}

const NOTHING: Claim["cues"] = {
  negation: NEVER,
  only: NEVER,
  every: NEVER,
  some: NEVER,
  except: NEVER,
};

/** What sentences claim together. */
export function joinClaims(claims: readonly Claim[]): Claim {
  const [first] = claims;
  if (first !== undefined && claims.length === 1) return first;
  const cues = { ...NOTHING };
  for (const kind of CUE_KINDS) cues[kind] = sum(claims.map((claim) => claim.cues[kind]));
  return {
    cues,
    damaged: claims.some((claim) => claim.damaged),
    series: claims.some((claim) => claim.series),
    trouble: claims.some((claim) => claim.trouble),
    quantities: claims.flatMap((claim) => claim.quantities),
    mentions: claims.flatMap((claim) => claim.mentions),
  };
}
