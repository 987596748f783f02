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
  for (let next = at + 1; next <= at + REACH; next += 1) {
    const word = words[next];
    if (word === undefined || /[.;:!?()]/.test(word.before)) break;
    if (word.before.includes(",") && CLAUSE.has(word.text)) break;
    if (word.text === "ne" || word.text === "n'") break;
    if (SECOND.has(word.text)) {
      used.add(next);
      return "not";
    }
    if (word.text === "que" || word.text === "qu'") return "only";
  }
  return readingBefore(words, at, used);
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
