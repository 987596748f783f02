import type { Locale } from "../../kernel/locale.ts";
import type { Lexicon, Named } from "../terms/lexicon.ts";
import { mendSlips } from "./mend-slips.ts";
import type { Grammar, Signal } from "./signal.ts";
import { SIGNALS } from "./signal.ts";
import { tokensOf } from "./tokens.ts";
import { ANY } from "./words/any.ts";
import { EN } from "./words/en.ts";
import { FR } from "./words/fr.ts";
import { NL } from "./words/nl.ts";
import { SV } from "./words/sv.ts";

const GRAMMARS: Readonly<Record<Locale, Grammar>> = { en: EN, fr: FR, nl: NL, sv: SV };

/** A question as far as its own words tell. */
export type Question = Named & {
  readonly locale: Locale;
  /** In lower case, without accents, slips mended. */
  readonly text: string;
  readonly tokens: readonly string[];
  readonly signals: ReadonlySet<Signal>;
  /** How old the snapshot spoken of is, in days. */
  readonly ageDays?: number;
};

type Needs = {
  readonly lexicon: Lexicon;
  readonly isKnown: (word: string, locale: Locale) => boolean;
};

/** Reads what a question names and hints at; decides nothing. */
export function readQuestion(words: string, locale: Locale, { lexicon, isKnown }: Needs): Question {
  const isKnownHere = (word: string) => isKnown(word, locale) || signalsIn(word, locale).length > 0;
  const text = mendSlips(words, locale, { words: lexicon.words, isKnown: isKnownHere });
  const tokens = tokensOf(text);
  const alone = text.replace(WITHOUT_HELP, " ");
  const signals = signalsIn(alone, locale);
  if (alone !== text) signals.push("manual");
  const ageDays = ageIn(text);
  return {
    ...lexicon.named(tokens, locale),
    locale,
    text,
    tokens,
    signals: new Set(signals),
    ...(ageDays === undefined ? {} : { ageDays }),
  };
}

/** "Without Adobe" speaks of doing it oneself, and of support no more than that. */
const WITHOUT_HELP =
  /(?<!\p{L})(?:without|sans|zonder|utan)(?: (?:the|any|help|aide|hulp|hjalp|from|of|de|van|av|fran|involving|att blanda in))*(?: l'| d'| )?(?:adobe\w*(?: support)?|support\w*|l'assistance|assistance)(?!\p{L})/u;

const signalsIn = (text: string, locale: Locale): Signal[] =>
  SIGNALS.filter(
    (one) => GRAMMARS[locale][one]?.test(text) === true || ANY[one]?.test(text) === true,
  );

const NUMBERS: readonly (readonly [RegExp, number])[] = [
  [/^(?:an?|one|un|une|een|en|ett)$/, 1],
  [/^(?:two|deux|twee|tva)$/, 2],
  [/^(?:three|trois|drie|tre)$/, 3],
  [/^(?:four|quatre|vier|fyra)$/, 4],
  [/^(?:six|zes|sex)$/, 6],
  [/^(?:eight|huit|acht|atta)$/, 8],
  [/^(?:nine|neuf|negen|nio)$/, 9],
  [/^(?:ten|dix|tien|tio)$/, 10],
];

const AGE =
  /(?<![\p{L}\p{N}])(\d+|an?|one|two|three|four|six|eight|nine|ten|une?|deux|trois|quatre|huit|neuf|dix|een|twee|drie|vier|zes|acht|negen|tien|en|ett|tva|tre|fyra|sex|atta|nio|tio)[ -](days?|jours?|dagen|dag|dagar|weeks?|semaines?|weken|week|veckor|vecka|months?|mois|maanden|maand|manader|manad)/u;
const OLD =
  /(?<!\p{L})(?:ago|(?<=(?:days?|weeks?|months?) )back|old|date(?:nt)? (?:de|d')|il y a|vieux|vieille|ancien\w*|d'il y a|encore|toujours|still|nog|fortfarande|geleden|oude?|gammal|gamla|gammalt|sedan|age)(?!\p{L})/u;

function ageIn(text: string): number | undefined {
  const found = AGE.exec(text);
  if (found === null || !OLD.test(text)) return undefined;
  const [, amount = "", unit = ""] = found;
  const count = /^\d/.test(amount)
    ? Number(amount)
    : (NUMBERS.find(([word]) => word.test(amount))?.[1] ?? 1);
  if (/^(?:w|s|v)e/.test(unit) || unit.startsWith("veck")) return count * 7;
  return /^(?:m)/.test(unit) ? count * 30 : count;
}
