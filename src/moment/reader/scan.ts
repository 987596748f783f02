import { BOOKS, phraseAt } from "./books.ts";
import { claimedZones } from "./claimed-zones.ts";
import { dateAt } from "./date-hits.ts";
import type { Hit } from "./hit.ts";
import { joinedZones } from "./joined-zones.ts";
import { languageOf } from "./language-of.ts";
import { maskOf } from "./mask.ts";
import { nightAt } from "./night-dates.ts";
import { plainText } from "./plain-text.ts";
import { withLateYear } from "./late-year.ts";
import { keyAt } from "./text.ts";
import type { Text } from "./text.ts";
import { phraseBefore, timeAt } from "./time-hits.ts";
import type { TimeSurroundings } from "./time-hits.ts";
import { tokensOf } from "./tokens.ts";
import { zoneAt } from "./zone-hits.ts";

/** A text and everything in it that speaks of a date, a time or a zone. */
export type Scan = { readonly text: Text; readonly hits: readonly Hit[] };

/** Reads a text once from left to right; at each place the longest hit wins. */
export function scan(words: string): Scan {
  const plain = plainText(words);
  const tokens = tokensOf(plain);
  const language = languageOf(tokens);
  const text: Text = { plain, tokens, masked: maskOf(tokens, plain, language), language };
  const hits: Hit[] = [];
  for (let at = 0; at < tokens.length;) {
    const hit = text.masked.has(at) ? undefined : hitAt(text, at, hits);
    if (hit !== undefined && !isRecurring(text, hit)) hits.push(hit);
    at = hit === undefined ? at + 1 : Math.max(hit.end, at + 1);
  }
  const dated = withLateYear(text, hits);
  const whole = inOrder([...dated, ...joinedZones(text, dated)]);
  return { text, hits: claimedZones(text, whole) };
}

const inOrder = (hits: readonly Hit[]): readonly Hit[] =>
  hits.toSorted((one, other) => one.start - other.start);

/** `every Monday` is no date. */
const isRecurring = (text: Text, hit: Hit): boolean =>
  hit.kind === "date" &&
  hit.value.is === "weekday" &&
  (phraseBefore(BOOKS.recurring, text, hit.start) ||
    phraseAt(BOOKS.recurring, text, hit.start - 2)?.end === hit.start);

function hitAt(text: Text, at: number, hits: readonly Hit[]): Hit | undefined {
  const afterTime = endsRightBefore(text, at, hits);
  const around: TimeSurroundings = {
    anchoredBefore: (start) =>
      endsRightBefore(text, start, hits) || phraseBefore(BOOKS.timeJoints, text, start),
    zoneAt: (start) => zoneAt(text, start, true) !== undefined,
    dateAt: (start) => dateAt(text, start) !== undefined,
  };
  const all = [
    dateAt(text, at),
    timeAt(text, at, around),
    zoneAt(text, at, afterTime),
    ...quietHits(text, at),
  ].filter((one) => one !== undefined);
  return all.toSorted((a, b) => b.end - a.end)[0];
}

/** Whether a date, a time or a zone ends right before a token, but for a comma, a bracket or a dash. */
function endsRightBefore(text: Text, at: number, hits: readonly Hit[]): boolean {
  const last = hits.findLast((hit) => /^(?:date|time|zone|part|season)$/.test(hit.kind));
  if (last === undefined || text.tokens[at]?.newLine === true) return false;
  for (let between = last.end; between < at; between += 1) {
    if (!/^[,(:[/=-]$/.test(keyAt(text, between))) return false;
  }
  return last.end <= at;
}

function quietHits(text: Text, at: number): readonly (Hit | undefined)[] {
  const found = phraseAt(BOOKS.parts, text, at);
  const part =
    found !== undefined && nightAt(text, found.end - 1) !== undefined ? undefined : found;
  const season = phraseAt(BOOKS.seasons, text, at);
  const marks = [
    ["approximator", phraseAt(BOOKS.approximators, text, at)],
    ["approximator-after", phraseAt(BOOKS.approximatorsAfter, text, at)],
    ["quiet", phraseAt(BOOKS.local, text, at)],
  ] as const;
  return [
    part && { kind: "part", start: at, end: part.end, value: part.value },
    season && { kind: "season", start: at, end: season.end, value: season.value },
    keyAt(text, at) === "~" ? { kind: "approximator", start: at, end: at + 1 } : undefined,
    ...marks.map(([kind, mark]): Hit | undefined => mark && { kind, start: at, end: mark.end }),
  ];
}
