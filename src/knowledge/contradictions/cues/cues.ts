/** Words of one language that decide what a sentence claims. Phrases are written as people write them. */
export type Cues = {
  readonly negation: CueWords;
  /** One negation said of several things, "neither … nor": how often it is written says nothing. */
  readonly series: readonly string[];
  /** "only": narrows what holds. */
  readonly only: CueWords;
  /** "any", "all", "every": holds without exception. */
  readonly every: CueWords;
  /** "certain", "some": holds for a part. */
  readonly some: CueWords;
  /** "except": takes something away. */
  readonly except: CueWords;
  /** Phrases that look like a cue and are none. */
  readonly idle: readonly string[];
  /** Number words with their value. */
  readonly numbers: Readonly<Record<string, number>>;
  /** The whole word that follows a number, by unit. */
  readonly units: Readonly<Record<TimeUnit, RegExp>>;
  readonly months: readonly string[];
  /** Written with a dot without ending a sentence. */
  readonly abbreviations: readonly string[];
};

/** `sure` words say it; `maybe` words say it in some sentences, or in one word where others use two. */
export type CueWords = { readonly sure: readonly string[]; readonly maybe: readonly string[] };

export type TimeUnit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";
