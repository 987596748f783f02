import { BOOKS, phraseAt } from "./books.ts";
import type { Hit } from "./hit.ts";
import { startsLine, textAt } from "./text.ts";
import type { Text } from "./text.ts";

const MOST_STEPS = 8;

/**
 * Leaves out the zones that are no claim about the time: one that is told of a machine, as in `the
 * server is in UTC`, and one in question, as in `14:30 (UTC?)`. What is left out is asked for.
 */
export const claimedZones = (text: Text, hits: readonly Hit[]): readonly Hit[] =>
  hits.map((hit) =>
    hit.kind === "zone" && (isInQuestion(text, hit.end) || isOfMachine(text, hit.start, hits))
      ? { kind: "quiet", start: hit.start, end: hit.end }
      : hit,
  );

/** A question mark that closes a bracket, or stands between a time and what belongs to it. */
export const isInQuestion = (text: Text, at: number): boolean =>
  textAt(text, at) === "?" && /^[)\]]$/.test(textAt(text, at + 1));

/** A machine stands before, with no date and no time between. */
function isOfMachine(text: Text, start: number, hits: readonly Hit[]): boolean {
  const ends = new Set(
    hits.filter(({ kind }) => /^(?:date|time|quiet)$/.test(kind)).map(({ end }) => end),
  );
  for (let at = start; at > start - MOST_STEPS; at -= 1) {
    if (ends.has(at) || startsLine(text, at) || /^[,;.!?()[\]]$/.test(textAt(text, at - 1)))
      return false;
    if (phraseAt(BOOKS.machines, text, at - 1) !== undefined) return true;
  }
  return false;
}
