import type { Locale } from "../../kernel/locale.ts";
import type { Lexicon, Named } from "../terms/lexicon.ts";
import { ageIn } from "./age-in.ts";
import { namesIn } from "./names-in.ts";
import { mendSlips } from "./mend-slips.ts";
import { withoutCulprit } from "./culprit.ts";
import type { Grammar, Signal } from "./signal.ts";
import { SIGNALS } from "./signal.ts";
import { WAYS } from "./speech.ts";
import { askedPart, withoutComing, withoutStory } from "./story.ts";
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
  /** Names of people and things nobody knows, as far as capitals tell; folded. */
  readonly names: ReadonlySet<string>;
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
  const alone = withoutMishap(text.replace(CONFIRM, " ").replace(WITHOUT_HELP, " "), locale);
  const told = withoutStory(alone, locale, signalsIn);
  const asked = signalsIn(askedPart(alone, locale, signalsIn), locale);
  const besideTail = withoutTail(told, locale);
  const heard = signalsIn(told, locale).filter(
    (one) =>
      (!BESIDES.has(one) || asked.includes(one)) && (!IN_TAIL.has(one) || besideTail.includes(one)),
  );
  const signals = heard.includes("restore")
    ? withoutCulprit(heard, told, locale, { signalsIn, patterns: patternsOf("culprit", locale) })
    : withoutMoments(heard, told, locale);
  if (WITHOUT_HELP.test(text)) signals.push("manual");
  const ageDays = ageIn(text);
  return {
    ...lexicon.named(tokens, locale),
    locale,
    text,
    tokens,
    signals: new Set(signals),
    names: namesIn(words, isKnownHere),
    ...(ageDays === undefined ? {} : { ageDays }),
  };
}

/** "Can you confirm" asks for an answer, not for a deed. */
const CONFIRM =
  /(?<!\p{L})(?:(?:can|could|would) (?:you|some(?:one|body)|any(?:one|body)) (?:please |maybe |quickly )?(?:confirm|tell (?:me|us)|clarify|check|explain)|(?:pouvez|pourriez)[- ]vous (?:me |nous )?(?:confirmer|dire)|(?:peux|pourrais)[- ]tu (?:me )?(?:confirmer|dire)|quelqu'un (?:peut|pourrait|saurait|sait)(?: (?:me|nous))?(?: (?:confirmer|dire|expliquer))?|(?:vous|tu) (?:me |nous )?confirme[sz]|(?:kunnen jullie|kan iemand|kon iemand|kun je|kunt u|kan je) (?:me |mij |dat |dit |ons )*(?:bevestigen|zeggen|vertellen|uitleggen)|(?:kan|kunde|skulle) (?:ni|nagon|nan|du) (?:kunna )?(?:bekrafta|saga|beratta|forklara)|vet (?:nagon|nan) om)(?!\p{L})/u;

/** "Without Adobe" speaks of doing it oneself, and of support no more than that. */
const WITHOUT_HELP =
  /(?<!\p{L})(?:without|w\/o|sans|zonder|utan)(?: (?:the|le|la|notre|our|any|help|aide|hulp|hjalp|from|of|de|van|av|fran|involving|att blanda in))*(?: l'| d'| )?(?:adobe\w*(?: support)?|support\w*|l'assistance|assistance)(?!\p{L})/u;

/** What only assures: an answer is wanted, nobody's help is. */
export const ASSURANCES: readonly RegExp[] = [CONFIRM, WITHOUT_HELP];

/** The patterns of a hint, those of a language and those of all. */
export const patternsOf = (signal: Signal, locale: Locale): readonly RegExp[] =>
  [GRAMMARS[locale][signal], ANY[signal]].filter((one) => one !== undefined);

/** What is none of our business is so only where it is asked: not where somebody ran a script. */
const BESIDES: ReadonlySet<Signal> = new Set<Signal>([
  "status",
  "price",
  "chat",
  "shop-thing",
  "other-topic",
  "import",
  "schedule",
]);

/** What is asked of after an import that failed, unless nothing of ours is left. */
function withoutMishap(text: string, locale: Locale): string {
  const rest = text.replaceAll(new RegExp(WAYS[locale].mishap.source, "gu"), " ");
  return signalsIn(rest, locale).some((one) => OURS.has(one)) ? rest : text;
}

/** The hints of a text without what only comes next, where something of ours is left. */
function withoutTail(text: string, locale: Locale): readonly Signal[] {
  const rest = signalsIn(text.replaceAll(new RegExp(WAYS[locale].tail.source, "gu"), " "), locale);
  return rest.some((one) => OURS.has(one)) ? rest : SIGNALS;
}

/** What is not asked for where it only comes next: "before we touch the code". */
const IN_TAIL: ReadonlySet<Signal> = new Set<Signal>(["code", "restore", "import"]);

const OURS: ReadonlySet<Signal> = new Set<Signal>(["backup", "back-up-verb", "dump", "restore"]);

/** "Before next Thursday" names no moment a copy could be of. */
const withoutMoments = (signals: Signal[], text: string, locale: Locale): Signal[] =>
  signals.includes("moment") && !signalsIn(withoutComing(text, locale), locale).includes("moment")
    ? signals.filter((one) => one !== "moment")
    : signals;

const signalsIn = (text: string, locale: Locale): Signal[] =>
  SIGNALS.filter(
    (one) => GRAMMARS[locale][one]?.test(text) === true || ANY[one]?.test(text) === true,
  );
