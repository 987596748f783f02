import { BOOKS, phraseAt } from "./books.ts";
import type { PhraseBook } from "./phrase-book.ts";
import type { Hit, HitOf } from "./hit.ts";
import { isInQuestion } from "./claimed-zones.ts";
import { startsLine, textAt } from "./text.ts";
import type { Text } from "./text.ts";
import { pastJoint } from "./time-joints.ts";

type FieldHit = HitOf<"date"> | HitOf<"time">;

/** What the words around a date or a time make of it. */
type Sense = "wished" | "happened" | "hedged";

/** A date or a time that may not be the one that is wanted. */
export type Told = { readonly hit: FieldHit; readonly sense: "happened" | "hedged" };

type Scene = {
  readonly text: Text;
  /** Tokens that are part of a statement themselves. */
  readonly covered: ReadonlySet<number>;
  /** Whether anything is asked for, be it only by a `please`. */
  readonly asks: boolean;
};

const MOST_STEPS = 14;
const MOST_BETWEEN = 2;

/**
 * A date or a time that only tells when something happened, as in `everything broke at 14:30`, for
 * what is wanted may lie on either side; or one in a clause of doubt, as in `i think it was 14:30`.
 * A kind of which any other is told of nothing is not one that only tells of what happened.
 */
export function toldOf(text: Text, hits: readonly Hit[]): Told | undefined {
  const fields = hits.filter((hit): hit is FieldHit => hit.kind === "date" || hit.kind === "time");
  if (fields.length === 0) return undefined;
  const scene = { text, covered: coveredBy(hits), asks: hasAny(text, REQUESTING) };
  const senses = fields.map((hit) => senseOf(scene, hit));
  const happened = (["time", "date"] as const).find((kind) => {
    const own = senses.filter((_sense, index) => fields[index]?.kind === kind);
    return own.length > 0 && own.every((sense) => sense === "happened");
  });
  const event = fields.find(({ kind }) => kind === happened);
  if (event !== undefined) return { hit: event, sense: "happened" };
  const doubted =
    fields.find((_hit, index) => senses[index] === "hedged") ??
    (hasBareHedge(text) ? fields.at(-1) : undefined);
  return doubted && { hit: doubted, sense: "hedged" };
}

const coveredBy = (hits: readonly Hit[]): ReadonlySet<number> =>
  new Set(
    hits
      .filter(({ kind }) => /^(?:date|time|zone|part|season)$/.test(kind))
      .flatMap(({ start, end }) => Array.from({ length: end - start }, (_none, at) => start + at)),
  );

type Marks = readonly PhraseBook<true>[];

const REQUESTING: Marks = [BOOKS.wishes, BOOKS.requests];
/** A reason or a wish that follows says nothing about the time before it. */
const LEADING_AWAY: Marks = [BOOKS.reasons, BOOKS.besideEvents, BOOKS.wishes];

const isAt = (text: Text, at: number, books: Marks): boolean =>
  books.some((book) => phraseAt(book, text, at) !== undefined);

const hasAny = (text: Text, books: Marks): boolean =>
  text.tokens.some((_token, at) => isAt(text, at, books));

/** `the 14:30 deploy`; else the nearest word before decides, then what follows. */
function senseOf(scene: Scene, hit: Hit): Sense | undefined {
  if (isQuestioned(scene.text, hit.end)) return "hedged";
  let next = hit.end;
  while (scene.covered.has(next) && next < hit.end + MOST_STEPS) next += 1;
  return isEventAt(scene.text, next)
    ? "happened"
    : (senseBefore(scene, hit.start) ?? senseBehind(scene, hit.end));
}

/** `14:30 (?)`, `(14:30?)` */
const isQuestioned = (text: Text, at: number): boolean =>
  isInQuestion(text, at) || (/^[([]$/.test(textAt(text, at)) && isInQuestion(text, at + 1));

function senseBefore({ text, covered, asks }: Scene, start: number): Sense | undefined {
  let between = 0;
  for (let at = start - 1; at > start - MOST_STEPS; at -= 1) {
    if (isEdge(text, at) || startsLine(text, at + 1)) return undefined;
    if (covered.has(at)) continue;
    const sense = senseAt(text, at, between <= MOST_BETWEEN);
    if (sense !== undefined) return sense;
    if (!asks && isAt(text, at, [BOOKS.tellings])) return "happened";
    if (pastJoint(text, at) === at) between += 1;
  }
  return undefined;
}

/** In the same clause; where nothing at all is asked for, in the next one too. */
function senseBehind({ text, covered, asks }: Scene, end: number): Sense | undefined {
  let clauses = asks ? 1 : 2;
  for (let at = end; at < end + MOST_STEPS && clauses > 0; at += 1) {
    if (startsLine(text, at)) return undefined;
    if (isEdge(text, at) && !covered.has(at + 1)) clauses -= 1;
    const found = covered.has(at) || clauses === 0 ? undefined : followingAt(text, at);
    if (found !== undefined) return found === "other" ? undefined : found;
  }
  return undefined;
}

function followingAt(text: Text, at: number): Sense | "other" | undefined {
  const hedge = phraseAt(BOOKS.hedges, text, at);
  if (hedge !== undefined) return isEdge(text, hedge.end) ? "hedged" : "other";
  if (isAt(text, at, [BOOKS.happenings])) return "happened";
  return isAt(text, at, LEADING_AWAY) ? "other" : undefined;
}

function senseAt(text: Text, at: number, near: boolean): Sense | undefined {
  if (reaches(text, at, BOOKS.happenings) || (near && isEventAt(text, at))) return "happened";
  if (reaches(text, at, BOOKS.hedges)) return "hedged";
  return isAt(text, at, [BOOKS.wishes]) && !isNoWish(text, at) ? "wished" : undefined;
}

/** Whether a phrase begins at a token or reaches over it: `stopped working`. */
const reaches = (text: Text, at: number, book: PhraseBook<true>): boolean =>
  [at, at - 1, at - 2, at - 3].some((start) => (phraseAt(book, text, start)?.end ?? 0) > at);

/** `due to`, `deployed to production`: where something went, not where to go back to. */
const isNoWish = (text: Text, at: number): boolean =>
  (phraseAt(BOOKS.reasons, text, at - 1)?.end ?? 0) > at ||
  [at - 1, at - 2, at - 3].some((start) =>
    [BOOKS.happenings, BOOKS.events].some((book) => phraseAt(book, text, start)?.end === at),
  );

/** An event, not a name that a number follows: `deploy`, but not `release 2.4`. */
function isEventAt(text: Text, at: number): boolean {
  const event = phraseAt(BOOKS.events, text, at);
  return event !== undefined && !text.masked.has(event.end);
}

/** Where a clause ends; past the last token as well. */
const isEdge = (text: Text, at: number): boolean => {
  const token = text.tokens[at];
  return token === undefined || /^[,;.!?()[\]-]$/.test(token.text);
};

/** Doubt in a clause of its own: `14:30 UTC, not sure`. */
const hasBareHedge = (text: Text): boolean =>
  text.tokens.some((_token, at) => {
    const end = phraseAt(BOOKS.hedges, text, at)?.end;
    const ends = end !== undefined && (isEdge(text, end) || startsLine(text, end));
    return ends && [at, at - 1].some((from) => isEdge(text, from - 1) || startsLine(text, from));
  });
