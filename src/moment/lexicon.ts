import type { Locale } from "../kernel/locale.ts";

/** A part of a day, as it settles which half of the clock a time belongs to. */
export type Part = "morning" | "forenoon" | "noon" | "afternoon" | "evening" | "night";

/** What a phrase stands for, by the phrase. Words only: hyphens and apostrophes count as spaces. */
export type Phrases<Value> = Readonly<Record<string, Value>>;

/** A day counted from today, with the part of it that the word names: `gisteravond`. */
export type RelativeDay = {
  readonly days: number;
  readonly part?: Part;
  /** The night that ended today, or will: its hours lie on two dates. */
  readonly pastNight?: true;
};

/** How a weekday is marked; bare and past-marked weekdays are the last one before today. */
export type WeekdayMode = "past" | "either" | "last-week" | "this" | "this-week" | "next" | "vague";

/**
 * How a language tells the time in words. A shape is a row of words and slots:
 * `H` an hour, `M` minutes, `F` five, ten, twenty or twenty-five of them, `V` an hour and `W`
 * minutes only in words, `P` a part of the day that follows, `a|b` alternatives, `?a` may be left
 * out.
 */
export type ClockShape = {
  readonly shape: string;
  /** Minutes from the hour named; with `M`, the sign says which way. */
  readonly minutes: number | "+M" | "-M" | "-30-M" | "-30+M";
  /** The short English half: asked unless a part of the day settles it, and even then. */
  readonly short?: true;
};

/** What a language adds to the reader: data only, the same keys in every language. */
export type Lexicon = {
  readonly locale: Locale;
  /** Day before month, or never certain. */
  readonly order: "dmy" | "ask";
  /** Whether `18/11/26` is a day of 2026. */
  readonly shortYears: boolean;
  /** Whether a bare hour from 1 to 11 may be either half of the day. */
  readonly twelveHours: boolean;
  readonly months: Phrases<number>;
  readonly weekdays: Phrases<number>;
  /** Short weekdays, read only right before a date. */
  readonly weekdayMarks: Phrases<number>;
  /** `{d}` is the weekday: `{d} dernier`, `i {d}`. */
  readonly weekdayShapes: Phrases<WeekdayMode>;
  /** A weekday and a part of the day in one word or two: `{d}ochtend`, `{d} matin`. */
  readonly weekdayParts: Phrases<Part>;
  /** Words 0 to 59; articles are not numbers. */
  readonly numbers: Phrases<number>;
  /** The words for one that are articles too: numbers only inside a shape. */
  readonly ones: readonly string[];
  /** Days of a month as words: `premier`, `third`. */
  readonly ordinals: Phrases<number>;
  /** What may follow a day in digits: `er`, `st`, `e`. */
  readonly ordinalEnds: readonly string[];
  /** Words between parts of a date: `of`, `de`, `den`. */
  readonly dateJoints: readonly string[];
  readonly relativeDays: Phrases<RelativeDay>;
  /** `N` the number: `il y a N jours`, `N days ago`. */
  readonly daysAgo: readonly string[];
  readonly weeksAgo: readonly string[];
  readonly longAgo: readonly string[];
  readonly hoursAgo: readonly string[];
  readonly minutesAgo: readonly string[];
  readonly ahead: readonly string[];
  /** `N` a number: a step away from the moment that is named, `N hours earlier`, `la veille`. */
  readonly shifts: readonly string[];
  /** Counts of days that are an idiom for weeks. */
  readonly looseCounts: readonly number[];
  readonly weekWords: readonly string[];
  /** Words before the first and between the two days of a night: `nuit du`, `au`. */
  readonly nightSpans: readonly (readonly [before: string, between: string])[];
  /** Words before the day a night leads to: `natten mot den`. */
  readonly nightTowards: readonly string[];
  readonly partsOfDay: Phrases<Part>;
  readonly greetings: readonly string[];
  readonly noon: readonly string[];
  readonly midnight: readonly string[];
  /** Words before a time: `kl`, `à`; those that make a bare number an hour stand in `clockWords`. */
  readonly timeJoints: readonly string[];
  readonly clockWords: readonly string[];
  /** Words before a bare number that may be an hour on a 12-hour clock: `at 3`. */
  readonly looseClockWords: readonly string[];
  readonly hourWords: readonly string[];
  readonly minuteWords: readonly string[];
  readonly secondWords: readonly string[];
  readonly am: readonly string[];
  readonly pm: readonly string[];
  readonly clockShapes: readonly ClockShape[];
  /** `P` a place, `S` a season: `heure de P`, `P time`, `S de P`. */
  readonly zoneShapes: readonly string[];
  /** Endings that make a place a zone in one word: `tid` in `Tokyotid`, `se` in `Brusselse tijd`. */
  readonly zoneEndings: readonly string[];
  readonly placeEndings: readonly string[];
  readonly seasonWords: Phrases<"summer" | "winter">;
  readonly localWords: readonly string[];
  /** What has a zone of its own: `the server is in UTC` says nothing about the time. */
  readonly machines: readonly string[];
  /** Words before a zone that is not the one: `not UTC`. */
  readonly denials: readonly string[];
  readonly zoneNames: Phrases<string>;
  readonly approximators: readonly string[];
  readonly approximatorsAfter: readonly string[];
  /** Words that place the moment beside an event: `before` the import at 14:30. */
  readonly besideEvents: readonly string[];
  /** The same at the end of a clause, the event said elsewhere: `the state right before`. */
  readonly beforeThat: readonly string[];
  /** What happened, wherever it stands in the clause: `crashed`, `ging mis`, `a disparu`. */
  readonly happenings: readonly string[];
  /** What happens and has a time of its own right beside it: `the deploy at 16:20`. */
  readonly events: readonly string[];
  /** What says that the time behind it is the one that is wanted: `restore`, `the state of`. */
  readonly wishes: readonly string[];
  /** What makes a text a request, whatever it asks for: `please`, `kan ni`. */
  readonly requests: readonly string[];
  /** Words that begin a reason, so that what happened is no part of the moment: `because`. */
  readonly reasons: readonly string[];
  /** Doubt about a whole clause, wherever it stands in it: `i think`, `if i remember`. */
  readonly hedges: readonly string[];
  /** Words of a sentence that tells something; they count where nothing is asked for: `we`, `was`. */
  readonly tellings: readonly string[];
  /** Days known by a name, some with a weekday in it: no weekday by themselves. */
  readonly feasts: readonly string[];
  /** Words that name where to go back to, so that what follows is no event. */
  readonly targets: readonly string[];
  readonly alternatives: readonly string[];
  readonly recurring: readonly string[];
  /** Words that may follow a bare city without making it a name: `please`, `tack`. */
  readonly tails: readonly string[];
  /** Words whose number is a name, not a time: `ticket`, `version`. */
  readonly numbered: readonly string[];
  /** Things people count: `tables`, `commandes`. */
  readonly things: readonly string[];
  /** Words of this language that mean a date in another one: Dutch `hier`. */
  readonly falseFriends: readonly string[];
  /** Words that tell this language from the others. */
  readonly common: readonly string[];
};
