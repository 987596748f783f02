import type { Locale } from "../../kernel/locale.ts";
import type { Clause, Sentence } from "./clauses.ts";
import { clausesOf, sentencesOf, wordsOf } from "./clauses.ts";
import type { Signal } from "./signal.ts";
import { PLAIN, TELLING } from "./speech.ts";

/** What a story may hint at without saying anything of the question beside it. */
const IDLE: ReadonlySet<Signal> = new Set<Signal>([
  "ask",
  "how",
  "want",
  "take",
  "import",
  "change",
  "code",
  "files",
  "upgrade",
  "database",
  "shop-thing",
  "other-topic",
  "status",
  "console",
  "command",
  "define",
  "copy",
]);
/** What the question beside a story has to be about. */
const ASKED: readonly Signal[] = ["backup", "back-up-verb", "dump", "restore"];
/** A story of one of these times is told beside the deed, unless something is to go back to it. */
const GOES_BACK: readonly Signal[] = ["restore", "retrieve", "expired"];

const SHORTEST_STORY = 4;

type SignalsIn = (text: string, locale: Locale) => readonly Signal[];

/**
 * A text without the sentences that only tell why something is asked: what broke, who wants it, what
 * comes next. A sentence with a copy, a denial, an age or anything else a rule may hang on stays.
 */
export function withoutStory(text: string, locale: Locale, signalsIn: SignalsIn): string {
  const sentences = sentencesOf(text);
  if (sentences.length < 2) return text;
  const heard = sentences.map((one) => new Set(signalsIn(one.text, locale)));
  const asked = sentences.findIndex(
    (one, at) => isAsked(one, locale) && ASKED.some((signal) => heard[at]?.has(signal)),
  );
  if (asked < 0) return text;
  const goesBack = GOES_BACK.some((signal) => heard[asked]?.has(signal));
  const idle = (signal: Signal) => IDLE.has(signal) || (signal === "moment" && !goesBack);
  const stories = sentences.filter(
    (one, at) =>
      !isAsked(one, locale) &&
      wordsOf(one.text).length >= SHORTEST_STORY &&
      [...(heard[at] ?? [])].every(idle) &&
      !turns(one.text, locale),
  );
  return stories.reduce(
    (left, { from, to }) => left.slice(0, from) + " ".repeat(to - from) + left.slice(to),
    text,
  );
}

const isAsked = ({ hasMark, text }: Sentence, locale: Locale): boolean =>
  hasMark || TELLING[locale].asking.test(text);

function turns(text: string, locale: Locale): boolean {
  const { idle, part, demand } = TELLING[locale];
  const rest = text.replaceAll(new RegExp(idle.source, "gu"), " ");
  return [PLAIN[locale].turning, part, demand].some((one) => one.test(rest));
}

/** The clauses that ask for something of ours, with what follows them; all of them where none does. */
export function askedPart(text: string, locale: Locale, signalsIn: SignalsIn): string {
  const clauses = clausesOf(text, wordsOf(text), TELLING[locale].joint);
  const sentences = sentencesOf(text);
  const asks = ({ text: clause, sentence }: Clause): boolean =>
    (sentences[sentence]?.hasMark === true || TELLING[locale].asking.test(clause)) &&
    signalsIn(clause, locale).some((signal) => ASKED.includes(signal));
  const first = clauses.findIndex(asks);
  return first < 0
    ? text
    : clauses
        .slice(first)
        .map((one) => one.text)
        .join(", ");
}

/** A text without the times that are still to come. */
export const withoutComing = (text: string, locale: Locale): string =>
  text.replaceAll(new RegExp(TELLING[locale].coming.source, "gu"), " ");
