import { BOOKS, phraseAt } from "./books.ts";
import type { Hit, HitOf } from "./hit.ts";
import { keyAt } from "./text.ts";
import type { Text } from "./text.ts";
import { pastJoint } from "./time-joints.ts";

const MOST_EVENT_WORDS = 5;

/** A time that only tells when something else happened: `before the import at 14:30`. */
export function besideEvent(text: Text, hits: readonly Hit[]): HitOf<"time"> | undefined {
  return hits
    .filter((hit) => hit.kind === "time")
    .find((hit) => eventStart(text, hit, hits) !== undefined);
}

/** Where the word before an event stands, with nothing but the event between it and the time. */
function eventStart(text: Text, time: Hit, hits: readonly Hit[]): number | undefined {
  const first = Math.max(0, time.start - MOST_EVENT_WORDS - 1);
  for (let at = time.start - 1; at >= first; at -= 1) {
    const end = endOfRelation(text, at);
    if (end !== undefined && end < time.start && leads(text, end, time.start)) return at;
    if (!isEventWord(text, at, hits)) return undefined;
  }
  return undefined;
}

/** Where a word like `before` ends that reaches over a token: `prior to` does over both. */
const endOfRelation = (text: Text, at: number): number | undefined =>
  [at, at - 1]
    .map((start) => phraseAt(BOOKS.besideEvents, text, start)?.end)
    .find((end) => end !== undefined && end > at);

/** An event has a name, and a time of its own: `de import van 14.30`, `importen kl 14.30`. */
const leads = (text: Text, from: number, to: number): boolean =>
  pastJoint(text, to - 1) === to &&
  to - 1 > from &&
  phraseAt(BOOKS.tails, text, to - 2) === undefined;

function isEventWord(text: Text, at: number, hits: readonly Hit[]): boolean {
  const token = text.tokens[at];
  if (token === undefined || token.newLine || keyAt(text, at) === "") return false;
  if (token.kind !== "word" || phraseAt(BOOKS.targets, text, at) !== undefined) return false;
  return !hits.some((hit) => hit.kind !== "approximator" && hit.start <= at && at < hit.end);
}
