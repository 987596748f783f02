import type { Interval } from "./interval.ts";
import type { Word } from "./words-in.ts";

/** What the "ne" of a French sentence says, and the words it took part of. */
export type FrenchNe = {
  readonly negation: Interval;
  /** "ne … que": only. */
  readonly only: Interval;
  /** A "ne" stands without its second part. */
  readonly damaged: boolean;
  /** The places of words that are accounted for. */
  readonly used: ReadonlySet<number>;
};

const SECOND = new Set(
  "pas plus jamais rien aucun aucune personne guere point nul nulle ni".split(" "),
);
const BEFORE = new Set("rien aucun aucune personne nul nulle jamais ni".split(" "));
const EXPLETIVE = new Set("avant moins crainte peur plus mieux autre".split(" "));
const CLAUSE = new Set("mais donc car et ou".split(" "));
const CONJUNCTION = new Set("bien afin alors pour des lors tant ainsi sans avant apres".split(" "));
const REACH = 9;
const REACH_BACK = 8;

type Reading = "not" | "only" | "nothing" | "damaged";

/** Reads each "ne" with its second part, wherever the verb stands between them. */
export function readFrenchNe(words: readonly Word[]): FrenchNe {
  const used = new Set<number>();
  const readings: Reading[] = [];
  words.forEach((word, at) => {
    if (word.text !== "ne" && word.text !== "n'") return;
    if (words[at + 1]?.text === "importe") return;
    readings.push(readingOf(words, at, used));
  });
  const count = (reading: Reading) => readings.filter((one) => one === reading).length;
  const [not, only, damaged] = [count("not"), count("only"), count("damaged")];
  return {
    negation: { least: not, most: not + only + damaged },
    only: { least: only, most: only },
    damaged: damaged > 0,
    used,
  };
}

function readingOf(words: readonly Word[], at: number, used: Set<number>): Reading {
  if (words[at - 1]?.text === "ce" && words[at - 2]?.text === "si") return "nothing";
  const before = readingBefore(words, at, used);
  if (before === "not") return before;
  const end = endOfClause(words, at);
  for (let next = at + 1; next < end; next += 1) {
    if (SECOND.has(words[next]?.text ?? "")) {
      used.add(next);
      return "not";
    }
    if (isOnly(words, next)) return "only";
  }
  return before;
}

/** The second part stands in the same clause, not far off. */
function endOfClause(words: readonly Word[], at: number): number {
  const end = words.findIndex(
    (word, next) => next > at && (next > at + REACH || beginsClause(word)),
  );
  return end === -1 ? words.length : end;
}

const beginsClause = ({ text, before }: Word): boolean =>
  /[.;:!?()]/.test(before) ||
  (before.includes(",") && CLAUSE.has(text)) ||
  text === "ne" ||
  text === "n'";

/** "ne … que", but not "bien que" or "afin que". */
function isOnly(words: readonly Word[], at: number): boolean {
  const [word, before] = [words[at], words[at - 1]];
  return (word?.text === "que" || word?.text === "qu'") && !CONJUNCTION.has(before?.text ?? "");
}

function readingBefore(words: readonly Word[], at: number, used: Set<number>): Reading {
  for (let last = at - 1; last >= Math.max(0, at - REACH_BACK); last -= 1) {
    const text = words[last]?.text ?? "";
    if (BEFORE.has(text)) {
      used.add(last);
      return "not";
    }
    if (EXPLETIVE.has(text)) return "nothing";
    if (/[.;:!?]/.test(words[last + 1]?.before ?? "")) break;
  }
  return "damaged";
}
