import { BOOKS, phraseAt } from "./books.ts";
import type { Hit, HitOf } from "./hit.ts";
import type { Text } from "./text.ts";

const MOST_WORDS = 3;

/**
 * A time with words right before it that nobody knows, between it and its day: they may well say
 * that it is not exact, as `lite drygt 15.00`.
 */
export function unknownBetween(text: Text, hits: readonly Hit[]): HitOf<"time"> | undefined {
  const stated = hits.filter(({ kind }) => kind !== "quiet");
  return stated
    .filter((hit) => hit.kind === "time")
    .find((time) => {
      const before = stated[stated.indexOf(time) - 1];
      const words = time.start - (before?.end ?? time.start);
      return before?.kind === "date" && words > 0 && words <= MOST_WORDS
        ? areUnknown(text, before.end, time.start)
        : false;
    });
}

function areUnknown(text: Text, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const token = text.tokens[at];
    if (token?.kind !== "word" || token.newLine || text.masked.has(at) || isKnown(text, at))
      return false;
  }
  return true;
}

const KNOWN = [
  BOOKS.tails,
  BOOKS.timeJoints,
  BOOKS.clockWords,
  BOOKS.looseClockWords,
  BOOKS.dateJoints,
  BOOKS.targets,
  BOOKS.numbered,
  BOOKS.things,
];

const isKnown = (text: Text, at: number): boolean =>
  KNOWN.some((book) => phraseAt(book, text, at) !== undefined);
