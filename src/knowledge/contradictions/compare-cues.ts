import type { Claim, CueKind } from "./claim.ts";
import type { Difference } from "./difference.ts";
import type { Interval } from "./interval.ts";
import { common } from "./interval.ts";
import { oddOneOut } from "./odd-one-out.ts";

type Claims<Key> = ReadonlyMap<Key, Claim>;

const agree = (intervals: readonly Interval[]): boolean => common(intervals) !== undefined;

const intervalsOf = <Key>(claims: Claims<Key>, kind: CueKind): Map<Key, Interval> =>
  new Map([...claims].map(([key, claim]) => [key, claim.cues[kind]]));

/** How much a difference still tells in a sentence about a problem. */
const TROUBLED = 0.6;

/** Where one edition denies what the others do not, or the other way round. */
export function compareNegation<Key>(claims: Claims<Key>): Difference<Key>[] {
  const damaged = [...claims].filter(([, claim]) => claim.damaged);
  const whole = [...claims].filter(([, claim]) => !claim.damaged);
  const [broken] = damaged;
  if (broken !== undefined && damaged.length === 1 && whole.length > 0) {
    const denied = whole.filter(([, claim]) => claim.cues.negation.least > 0).length;
    if (denied === whole.length && broken[1].cues.negation.least < denied) {
      const reason = "the negation is damaged: the other languages deny this";
      return [{ rule: "negation-differs", odd: broken[0], votes: denied, weight: 0.95, reason }];
    }
  }
  const intervals = denials(claims);
  const found = oddOneOut(intervals, agree);
  if (found === undefined) return [];
  const own = intervals.get(found.odd);
  const rest = common(restOf(intervals, found.odd));
  if (own === undefined || rest === undefined) return [];
  const said = negationReason(own, rest);
  const trouble = [...claims.values()].some((claim) => claim.trouble);
  const weight = trouble ? said.weight * TROUBLED : said.weight;
  return [{ rule: "negation-differs", ...found, ...said, weight }];
}

/** How many more negations another language may write for one series. */
const SERIES = 2;

/**
 * How often each edition denies. Words that may or may not deny are left aside where all have equally
 * many: then they stand for each other.
 */
function denials<Key>(claims: Claims<Key>): Map<Key, Interval> {
  const denied = [...claims].map(([key, { cues, series }]) => {
    const { least, most } = cues.negation;
    const wide = { least: Math.min(1, least), most: most + SERIES };
    return [key, series ? wide : { least, most }] as const;
  });
  const anySeries = [...claims.values()].some((claim) => claim.series);
  const widths = new Set(denied.map(([, { least, most }]) => most - least));
  return widths.size === 1 && denied.length > 2 && !anySeries
    ? new Map(denied.map(([key, { least }]) => [key, { least, most: least }]))
    : new Map(denied);
}

function negationReason(own: Interval, rest: Interval): { weight: number; reason: string } {
  if (own.most === 0) return { weight: 0.9, reason: "the negation is lost: the others deny this" };
  if (rest.most === 0)
    return { weight: 0.85, reason: "a negation is added: the others affirm this" };
  return own.most < rest.least
    ? { weight: 0.65, reason: "one negation less than in the others" }
    : { weight: 0.6, reason: "one negation more than in the others" };
}

/** Where one edition narrows or widens what the others say. */
export function compareScope<Key>(claims: Claims<Key>): Difference<Key>[] {
  return [...narrowed(claims), ...counted(claims, "only"), ...counted(claims, "except")].slice(
    0,
    1,
  );
}

/** "any" in the others, "certain" or "only" in this one. */
function narrowed<Key>(claims: Claims<Key>): Difference<Key>[] {
  const every = intervalsOf(claims, "every");
  const odd = oddOneOut(every, agree)?.odd ?? lastWithout(every);
  const claim = odd === undefined ? undefined : claims.get(odd);
  if (odd === undefined || claim === undefined) return [];
  const others = [...claims].filter(([key]) => key !== odd).map(([, other]) => other);
  if (!others.every(({ cues }) => cues.every.least > claim.cues.every.most)) return [];
  const gained = (kind: CueKind) =>
    others.every(({ cues }) => claim.cues[kind].least > cues[kind].most);
  const votes = others.length;
  if (gained("some") || gained("only")) {
    const reason = "narrowed: the others say any or all, this says some or only";
    return [{ rule: "scope-differs", odd, votes, weight: 0.95, reason }];
  }
  const reason = "the others say any or all, this does not";
  return votes < 2 || claim.cues.every.most > 0
    ? []
    : [{ rule: "scope-differs", odd, votes, weight: 0.5, reason }];
}

const lastWithout = <Key>(every: ReadonlyMap<Key, Interval>): Key | undefined =>
  [...every].findLast(([, { most }]) => most === 0)?.[0];

const WORDS = { only: "only", except: "except" } as const;

function counted<Key>(claims: Claims<Key>, kind: "only" | "except"): Difference<Key>[] {
  const intervals = intervalsOf(claims, kind);
  const found = oddOneOut(intervals, agree);
  if (found === undefined) return [];
  const own = intervals.get(found.odd);
  const rest = common(restOf(intervals, found.odd));
  if (own === undefined || rest === undefined) return [];
  const word = WORDS[kind];
  if (own.most === 0) {
    return [
      {
        rule: "scope-differs",
        ...found,
        weight: 0.75,
        reason: `the others say "${word}", this does not`,
      },
    ];
  }
  if (rest.most > 0) return [];
  return [
    {
      rule: "scope-differs",
      ...found,
      weight: 0.8,
      reason: `this says "${word}", the others do not`,
    },
  ];
}

const restOf = <Key>(intervals: ReadonlyMap<Key, Interval>, odd: Key): Interval[] =>
  [...intervals].filter(([key]) => key !== odd).map(([, interval]) => interval);
