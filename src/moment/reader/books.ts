import type { Lexicon, Part, Phrases, RelativeDay, WeekdayMode } from "../lexicon.ts";
import type { Season } from "../zones/season.ts";
import { LEXICONS } from "./lexicons.ts";
import { longestPhrase, phraseBook } from "./phrase-book.ts";
import type { Found, PhraseBook } from "./phrase-book.ts";
import type { Text } from "./text.ts";

/** A weekday with how it is marked. */
export type WeekdayPhrase = {
  readonly weekday: number;
  readonly mode: WeekdayMode;
  readonly part?: Part;
};

type Words = readonly string[];

const merged = <Value>(pick: (lexicon: Lexicon) => Phrases<Value>): PhraseBook<Value> =>
  phraseBook(LEXICONS.flatMap((lexicon) => Object.entries(pick(lexicon))));

const marks = (pick: (lexicon: Lexicon) => Words): PhraseBook<true> =>
  phraseBook(LEXICONS.flatMap((lexicon) => pick(lexicon).map((word) => [word, true] as const)));

/** The words of every language together. */
export const BOOKS = {
  months: merged((lexicon) => lexicon.months),
  weekdays: phraseBook<WeekdayPhrase>(LEXICONS.flatMap(weekdayPhrases)),
  weekdayMarks: merged((lexicon) => lexicon.weekdayMarks),
  numbers: merged((lexicon) => lexicon.numbers),
  ordinals: merged((lexicon) => lexicon.ordinals),
  ordinalEnds: marks((lexicon) => lexicon.ordinalEnds),
  dateJoints: marks((lexicon) => lexicon.dateJoints),
  relativeDays: merged<RelativeDay>((lexicon) => lexicon.relativeDays),
  weekWords: marks((lexicon) => lexicon.weekWords),
  parts: merged<Part>((lexicon) => lexicon.partsOfDay),
  greetings: marks((lexicon) => lexicon.greetings),
  noon: marks((lexicon) => lexicon.noon),
  midnight: marks((lexicon) => lexicon.midnight),
  timeJoints: marks((lexicon) => lexicon.timeJoints),
  clockWords: marks((lexicon) => lexicon.clockWords),
  looseClockWords: marks((lexicon) => lexicon.looseClockWords),
  hourWords: marks((lexicon) => lexicon.hourWords),
  minuteWords: marks((lexicon) => lexicon.minuteWords),
  secondWords: marks((lexicon) => lexicon.secondWords),
  am: marks((lexicon) => lexicon.am),
  pm: marks((lexicon) => lexicon.pm),
  seasons: merged<Season>((lexicon) => lexicon.seasonWords),
  local: marks((lexicon) => lexicon.localWords),
  denials: marks((lexicon) => lexicon.denials),
  machines: marks((lexicon) => lexicon.machines),
  zoneNames: merged((lexicon) => lexicon.zoneNames),
  approximators: marks((lexicon) => lexicon.approximators.filter((word) => word !== "~")),
  approximatorsAfter: marks((lexicon) => lexicon.approximatorsAfter),
  besideEvents: marks((lexicon) => lexicon.besideEvents),
  beforeThat: marks((lexicon) => lexicon.beforeThat),
  happenings: marks((lexicon) => lexicon.happenings),
  events: marks((lexicon) => lexicon.events),
  wishes: marks((lexicon) => lexicon.wishes),
  requests: marks((lexicon) => lexicon.requests),
  reasons: marks((lexicon) => lexicon.reasons),
  hedges: marks((lexicon) => lexicon.hedges),
  tellings: marks((lexicon) => lexicon.tellings),
  feasts: marks((lexicon) => lexicon.feasts),
  targets: marks((lexicon) => lexicon.targets),
  alternatives: marks((lexicon) => lexicon.alternatives.filter((word) => !/^\W$/.test(word))),
  recurring: marks((lexicon) => lexicon.recurring),
  tails: marks((lexicon) => lexicon.tails),
  numbered: marks((lexicon) => lexicon.numbered),
  things: marks((lexicon) => lexicon.things),
};

/** The longest phrase of a book at a token, unless it is masked. */
export const phraseAt = <Value>(
  book: PhraseBook<Value>,
  text: Text,
  at: number,
): Found<Value> | undefined =>
  text.masked.has(at) ? undefined : longestPhrase(book, text.tokens, at);

/** Where a phrase of a book ends, or the token itself where none begins there. */
export const pastPhrase = (book: PhraseBook<true>, text: Text, at: number): number =>
  phraseAt(book, text, at)?.end ?? at;

function weekdayPhrases(lexicon: Lexicon): readonly (readonly [string, WeekdayPhrase])[] {
  const shapes = Object.entries(lexicon.weekdayShapes);
  const parts = Object.entries(lexicon.weekdayParts);
  return Object.entries(lexicon.weekdays).flatMap(([name, weekday]) => [
    ...shapes.map(([shape, mode]) => [shape.replace("{d}", name), { weekday, mode }] as const),
    ...parts.flatMap(([joined, part]) =>
      shapes.map(([shape, mode]) => {
        const whole = joined.replace("{d}", name);
        return [shape.replace("{d}", whole), { weekday, mode, part }] as const;
      }),
    ),
  ]);
}
