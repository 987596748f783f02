import { BOOKS, phraseAt } from "./books.ts";
import type { Hit } from "./hit.ts";
import { startsLine, textAt } from "./text.ts";
import type { Text } from "./text.ts";

const MOST_STEPS = 8;

/**
 * Leaves out the zones that are no claim about the time: one that is told of a machine, as in `the
 * server is in UTC`, one that is denied, as in `not UTC`, and one in question, as in `14:30 (UTC?)`.
 * What is left out is asked for.
 */
export function claimedZones(text: Text, hits: readonly Hit[]): readonly Hit[] {
  const ends = new Set(
    hits.filter(({ kind }) => /^(?:date|time|quiet)$/.test(kind)).map(({ end }) => end),
  );
  return hits.map((hit) => {
    const { kind, start, end } = hit;
    const isClaim = !(
      isInQuestion(text, end) ||
      isDenied(text, start) ||
      isOfMachine(text, start, ends)
    );
    return kind !== "zone" || isClaim ? hit : { kind: "quiet", start, end };
  });
}

const isDenied = (text: Text, start: number): boolean =>
  [start - 1, start - 2, start - 3].some(
    (at) => phraseAt(BOOKS.denials, text, at)?.end === start && !startsLine(text, start),
  );

/** A question mark that closes a bracket, or stands between a time and what belongs to it. */
export const isInQuestion = (text: Text, at: number): boolean =>
  textAt(text, at) === "?" && /^[)\]]$/.test(textAt(text, at + 1));

/** A machine stands before, with no date and no time between. */
function isOfMachine(text: Text, start: number, ends: ReadonlySet<number>): boolean {
  for (let at = start; at > start - MOST_STEPS; at -= 1) {
    if (ends.has(at) || startsLine(text, at) || /^[,;.!?()[\]]$/.test(textAt(text, at - 1)))
      return false;
    if (phraseAt(BOOKS.machines, text, at - 1) !== undefined) return true;
  }
  return false;
}
