import type { Clause, Sentence } from "./clauses.ts";
import type { Places } from "./marks.ts";
import type { Telling } from "./telling/telling.ts";

/**
 * What a clause is to the question: a sentence that only tells what happened, one that tells of a copy
 * beside a question that needs it not, an aside in the sentence of the question, or the question itself.
 */
export type Standing = "story" | "late-story" | "backdrop" | "aside" | "core";

type Told = {
  readonly clauses: readonly Clause[];
  readonly sentences: readonly Sentence[];
  /** Words for a copy and for what is done with it. */
  readonly deeds: Places;
  readonly telling: Telling;
  /** What opens an aside about the occasion. */
  readonly opening: RegExp;
  /** Words that leave the rest out. */
  readonly limiting: RegExp;
};

/** Shorter sentences are rather a part of the question than a story: "only the media". */
const SHORTEST_STORY = 4;

/** How every clause stands to what is asked. */
export function standingsOf(told: Told): readonly Standing[] {
  const { clauses, deeds } = told;
  const isDeed = ({ at }: Clause) => at.some((one) => deeds.has(one));
  const asks = asksOf(told, isDeed);
  const core = clauses.findIndex((one) => isDeed(one) && asks[one.sentence] === true);
  return clauses.map((clause, place): Standing => {
    if (isGreeting(clause, place, told)) return "story";
    const same = clauses.filter(({ sentence }) => sentence === clause.sentence);
    const isCore = isDeed(clause) || asksIn(clause.text, told);
    const inSentence = { clause, same, told, isDeed };
    if (asks[clause.sentence] === true) return isCore ? "core" : withinQuestion(inSentence);
    if (core < 0) return isDeed(clause) ? "core" : withinQuestion(inSentence);
    return same.some(isDeed) ? "backdrop" : storyOf(inSentence, place < core);
  });
}

/** Which sentences ask. "I want a snapshot. Possible?" asks with both of them. */
function asksOf(told: Told, isDeed: (clause: Clause) => boolean): boolean[] {
  const asks = told.sentences.map((one) => one.hasMark || asksIn(one.text, told));
  const withDeed = new Set(told.clauses.filter(isDeed).map(({ sentence }) => sentence));
  if (asks.some((one, at) => one && withDeed.has(at))) return asks;
  return asks.map((one, at) => one || (withDeed.has(at) && asks[at + 1] === true));
}

type InSentence = {
  readonly clause: Clause;
  /** All clauses of its sentence. */
  readonly same: readonly Clause[];
  readonly told: Told;
  readonly isDeed: (clause: Clause) => boolean;
};

/** A sentence without a copy: before the question it tells, after it it may add to what is asked. */
function storyOf({ same, told }: InSentence, isBefore: boolean): Standing {
  const isShort = same.flatMap(({ at }) => at).length < SHORTEST_STORY;
  const isLimiting = same.some(({ text }) => told.limiting.test(text));
  if (isShort) return isBefore && !isLimiting ? "late-story" : "core";
  if (isBefore) return "story";
  const { teller, bare } = told.telling;
  return [teller, bare].some((one) => startsWith(same[0], one)) ? "late-story" : "core";
}

/** What comes after the deed belongs to it, unless it tells of somebody or of the occasion. */
function withinQuestion({ clause, same, told, isDeed }: InSentence): Standing {
  const { telling, opening } = told;
  if (startsWith(clause, telling.teller) || startsWith(clause, opening)) return "aside";
  const deed = same.findIndex(isDeed);
  const isLate = deed < 0 ? same.at(-1) === clause : same.indexOf(clause) > deed;
  return isLate ? "core" : "aside";
}

const LONGEST_GREETING = 5;

/** A few words called out before anything else. */
const isGreeting = ({ at, sentence }: Clause, place: number, { sentences }: Told): boolean =>
  place === 0 && at.length <= LONGEST_GREETING && /!\s*$/.test(sentences[sentence]?.text ?? "");

const asksIn = (text: string, { telling }: Told): boolean => telling.asking.test(text);

const startsWith = (clause: Clause | undefined, words: RegExp): boolean =>
  clause !== undefined && new RegExp(`^${words.source}`, "u").test(clause.text);
