import type { Clause, Word } from "./clauses.ts";
import { wordsOf } from "./clauses.ts";

export type Places = ReadonlySet<number>;

/** Where in a text patterns are found, told by the places of its words. */
export type Marks = {
  readonly words: readonly Word[];
  /** The words a pattern spans; of a wide one, which spans anything, only its ends. */
  readonly within: (patterns: readonly RegExp[]) => Places;
  /** Every word a pattern spans, however wide. */
  readonly across: (patterns: readonly RegExp[]) => Places;
  /** The same as within, and every word a pattern has by itself. */
  readonly named: (patterns: readonly RegExp[]) => Places;
  /** The few words after an opening, up to the end of its clause. */
  readonly after: (opening: RegExp, clauses: readonly Clause[]) => Places;
};

const WIDE = 4;
/** An aside about the occasion is short: what comes later is the question again. */
const LONGEST_ASIDE = 7;

/** The words of a text, to be marked by patterns. */
export function marksOn(text: string): Marks {
  const words = wordsOf(text);
  const spans = (patterns: readonly RegExp[]): number[][] =>
    patterns.flatMap((pattern) => spansOf(pattern, text, words));
  const alone = (patterns: readonly RegExp[]): number[] =>
    words.flatMap(({ word }, at) =>
      patterns.some((one) => one.exec(word)?.[0] === word) ? [at] : [],
    );
  return {
    words,
    within: (patterns) => new Set(spans(patterns).flatMap(ends)),
    across: (patterns) => new Set(spans(patterns).flat()),
    named: (patterns) => new Set([...spans(patterns).flatMap(ends), ...alone(patterns)]),
    after: (opening, clauses) =>
      new Set(spans([opening]).flatMap((span) => afterIn(clauses, span))),
  };
}

/** The spans of a pattern; what a wide one has swallowed is looked at again. */
function spansOf({ source }: RegExp, text: string, words: readonly Word[]): number[][] {
  const pattern = new RegExp(source, "gu");
  const spans: number[][] = [];
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const span = placesIn(words, found.index, found.index + found[0].length);
    spans.push(span);
    if (span.length > WIDE || found[0] === "") pattern.lastIndex = found.index + 1;
  }
  return spans;
}

const placesIn = (words: readonly Word[], start: number, end: number): number[] =>
  words.flatMap(({ from, to }, at) => (from >= start && to <= end ? [at] : []));

const ends = (span: readonly number[]): readonly number[] =>
  span.length <= WIDE ? span : span.filter((_, at) => at === 0 || at === span.length - 1);

function afterIn(clauses: readonly Clause[], span: readonly number[]): number[] {
  const last = span.at(-1) ?? 0;
  const clause = clauses.find(({ at }) => at.includes(last))?.at ?? [];
  return [...span, ...clause.filter((at) => at > last && at <= last + LONGEST_ASIDE)];
}
