import { BOOKS, pastPhrase, phraseAt } from "./books.ts";
import type { Hit, HitOf } from "./hit.ts";
import { isGluedSign } from "./text.ts";
import type { Text } from "./text.ts";
import { monthDayAt } from "./word-dates.ts";

type FieldHit = HitOf<"date"> | HitOf<"time">;

/** A date or time that an approximating word stands beside: `vers 14h`, `14 uur ongeveer`. */
export function approximated(text: Text, hits: readonly Hit[]): FieldHit | undefined {
  for (const [index, hit] of hits.entries()) {
    if (hit.kind === "approximator") {
      const next = hits[index + 1];
      if (isField(next) && next.start <= pastJoints(text, hit.end)) return next;
    }
    if (hit.kind === "approximator-after" || isEitherSide(text, hit)) {
      const before = hits
        .slice(0, index)
        .findLast((other) => other.kind === "time" || other.kind === "date");
      if (isField(before) && touches(text, before.end, hit.start, hits)) return before;
    }
  }
  return undefined;
}

/** `environ 14h`, `14h environ`: a word of doubt that stands on both sides. */
const isEitherSide = (text: Text, hit: Hit): boolean =>
  hit.kind === "approximator" &&
  phraseAt(BOOKS.approximatorsAfter, text, hit.start)?.end === hit.end;

const isField = (hit: Hit | undefined): hit is FieldHit =>
  hit?.kind === "date" || hit?.kind === "time";

/** Only a zone may stand between the time and its approximation. */
const touches = (text: Text, end: number, start: number, hits: readonly Hit[]): boolean => {
  for (let at = end; at < start; at += 1) {
    const inZone = hits.some((hit) => hit.kind === "zone" && hit.start <= at && at < hit.end);
    if (!inZone && !isGluedSign(text, at, "-,")) return false;
  }
  return true;
};

function pastJoints(text: Text, from: number): number {
  let at = from;
  for (let step = 0; step < 3; step += 1) {
    const next = Math.max(
      pastPhrase(BOOKS.dateJoints, text, at),
      pastPhrase(BOOKS.timeJoints, text, at),
    );
    const dot = text.tokens[next]?.text === "." ? next + 1 : next;
    if (dot === at) break;
    at = dot;
  }
  return at;
}

/** A number tied to a date or a time by `or`, `to`, a dash: another date or time that was not spelled out. */
export function joinedField(text: Text, hits: readonly Hit[]): "date" | "time" | undefined {
  const fields = hits.filter(isField);
  const left = new Set(leftNumbers(text, hits));
  if (left.size === 0) return undefined;
  const starts = new Map(fields.map((hit) => [hit.start, hit.kind]));
  for (const at of left) {
    const ahead = afterJoint(text, monthDayAt(text, at)?.end ?? at + 1);
    const kind =
      ahead === undefined ? undefined : kindWithin(starts, ahead, pastJoints(text, ahead));
    if (kind !== undefined) return kind;
  }
  return fields.find((hit) => isJoinedBack(text, hit, left))?.kind;
}

function kindWithin(
  starts: ReadonlyMap<number, FieldHit["kind"]>,
  from: number,
  to: number,
): FieldHit["kind"] | undefined {
  for (let at = from; at <= to; at += 1) {
    const kind = starts.get(at);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

function isJoinedBack(text: Text, hit: Hit, left: ReadonlySet<number>): boolean {
  const joint = afterJoint(text, hit.end);
  if (joint === undefined) return false;
  for (let at = joint; at <= pastJoints(text, joint); at += 1) if (left.has(at)) return true;
  return false;
}

function afterJoint(text: Text, at: number): number | undefined {
  if (/^[-/&]$/.test(text.tokens[at]?.text ?? "")) return at + 1;
  return phraseAt(BOOKS.alternatives, text, at)?.end;
}

/** Numbers that no hit has explained. */
function leftNumbers(text: Text, hits: readonly Hit[]): readonly number[] {
  const used = usedBy(hits);
  return [...text.tokens.keys()].filter(
    (at) => text.tokens[at]?.kind === "number" && !used.has(at) && !text.masked.has(at),
  );
}

const usedBy = (hits: readonly Hit[]): ReadonlySet<number> =>
  new Set(
    hits.flatMap((hit) =>
      Array.from({ length: hit.end - hit.start }, (_none, step) => hit.start + step),
    ),
  );

/**
 * Left-over words: a number or a number word that nothing explains, in a sentence that speaks of
 * a date, a time or a zone.
 */
export function residueOf(
  text: Text,
  hits: readonly Hit[],
  articles: ReadonlySet<string>,
): string | undefined {
  const used = usedBy(hits);
  const carrying = new Set(hits.filter(isStatement).map((hit) => sentenceOf(text, hit.start)));
  for (const at of text.tokens.keys()) {
    if (used.has(at) || text.masked.has(at) || !carrying.has(sentenceOf(text, at))) continue;
    if (isNumberLike(text, at, articles)) return aroundWords(text, at, used);
  }
  return undefined;
}

const isStatement = (hit: Hit): boolean =>
  hit.kind === "date" || hit.kind === "time" || hit.kind === "zone";

function isNumberLike(text: Text, at: number, articles: ReadonlySet<string>): boolean {
  const token = text.tokens[at];
  if (token?.kind === "number") return true;
  const word = phraseAt(BOOKS.numbers, text, at);
  return word !== undefined && !articles.has(token?.key ?? "");
}

/** The left-over token with its neighbour, for the question. */
function aroundWords(text: Text, at: number, used: ReadonlySet<number>): string {
  const next = text.tokens[at + 1];
  const end = next !== undefined && !used.has(at + 1) && next.kind === "word" ? at + 2 : at + 1;
  const [first, last] = [text.tokens[at], text.tokens[end - 1]];
  return text.plain.slice(first?.start ?? 0, last?.end ?? 0).slice(0, 60);
}

const ENDS = new WeakMap<Text, readonly number[]>();

/** The number of the sentence a token stands in. */
function sentenceOf(text: Text, at: number): number {
  const numbers = ENDS.get(text) ?? sentenceNumbers(text);
  ENDS.set(text, numbers);
  return numbers[at] ?? 0;
}

function sentenceNumbers(text: Text): readonly number[] {
  let sentence = 0;
  return text.tokens.map((token, at) => {
    const before = text.tokens[at - 1];
    const stopped =
      before !== undefined &&
      /^[.!?]$/.test(before.text) &&
      !token.glued &&
      /^\p{Lu}/u.test(token.text);
    if (stopped || token.newLine) sentence += 1;
    return sentence;
  });
}
