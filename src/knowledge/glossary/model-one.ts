import type { CoOccurrences, NumberedPair } from "./co-occurrences.ts";

const ROUNDS = 5;

/** One direction of a pair of languages, over the shared numbers of meetings. */
type Side = {
  readonly explained: "ones" | "others";
  /** How many terms can be explained. */
  readonly targets: number;
  /** How many terms explain. */
  readonly sources: number;
  readonly sourceOf: Int32Array;
};

/** `t(other | one)` of every meeting. */
export const othersGivenOnes = (met: CoOccurrences): Float64Array =>
  learn(met, {
    explained: "others",
    targets: met.others.length,
    sources: met.ones.length,
    sourceOf: met.oneOf,
  });

/** `t(one | other)` of every meeting. */
export const onesGivenOthers = (met: CoOccurrences): Float64Array =>
  learn(met, {
    explained: "ones",
    targets: met.ones.length,
    sources: met.others.length,
    sourceOf: met.otherOf,
  });

/**
 * IBM Model 1: which term explains which, by expectation and maximisation. What nothing explains
 * goes to an empty word with a distribution of its own.
 */
function learn(met: CoOccurrences, side: Side): Float64Array {
  let shares = evenShares(met, side);
  let empty = new Float64Array(side.targets).fill(1 / Math.max(1, side.targets));
  for (let round = 0; round < ROUNDS; round += 1) {
    const counts = new Float64Array(met.count);
    const emptyCounts = new Float64Array(side.targets);
    met.pairs.forEach((pair, at) => {
      expect(pair, met.meetings[at] ?? NONE, { side, shares, empty, counts, emptyCounts });
    });
    shares = maximised(counts, side);
    empty = divided(emptyCounts);
  }
  return shares;
}

const NONE = new Int32Array(0);

function evenShares(
  { count }: CoOccurrences,
  { sources, sourceOf }: Side,
): Float64Array<ArrayBuffer> {
  const seen = new Int32Array(sources);
  for (const source of sourceOf) seen[source] = (seen[source] ?? 0) + 1;
  const shares = new Float64Array(count);
  for (let at = 0; at < count; at += 1) shares[at] = 1 / (seen[sourceOf[at] ?? 0] ?? 1);
  return shares;
}

type Expectation = {
  readonly side: Side;
  readonly shares: Float64Array;
  readonly empty: Float64Array;
  readonly counts: Float64Array;
  readonly emptyCounts: Float64Array;
};

function expect({ ones, others }: NumberedPair, numbers: Int32Array, work: Expectation): void {
  const { side, shares, empty, counts, emptyCounts } = work;
  const forward = side.explained === "others";
  const targets = forward ? others : ones;
  const step = forward ? 1 : others.length;
  const stride = forward ? others.length : 1;
  for (let at = 0; at < targets.length; at += 1) {
    const target = targets[at] as number;
    const first = at * step;
    const nothing = empty[target] as number;
    const end = first + (forward ? ones.length : others.length) * stride;
    let sum = nothing;
    for (let place = first; place < end; place += stride) {
      sum += shares[numbers[place] as number] as number;
    }
    emptyCounts[target] = (emptyCounts[target] as number) + nothing / sum;
    for (let place = first; place < end; place += stride) {
      const meeting = numbers[place] as number;
      counts[meeting] = (counts[meeting] as number) + (shares[meeting] as number) / sum;
    }
  }
}

function maximised(counts: Float64Array, { sources, sourceOf }: Side): Float64Array<ArrayBuffer> {
  const totals = new Float64Array(sources);
  for (let at = 0; at < counts.length; at += 1) {
    const source = sourceOf[at] as number;
    totals[source] = (totals[source] as number) + (counts[at] as number);
  }
  const shares = new Float64Array(counts.length);
  for (let at = 0; at < counts.length; at += 1) {
    shares[at] = (counts[at] as number) / ((totals[sourceOf[at] as number] as number) || 1);
  }
  return shares;
}

function divided(counts: Float64Array): Float64Array<ArrayBuffer> {
  const sum = counts.reduce((total, count) => total + count, 0);
  return Float64Array.from(counts, (count) => count / (sum || 1));
}
