/** Terms of two languages side by side, as numbers. */
export type NumberedPair = { readonly ones: Int32Array; readonly others: Int32Array };

/**
 * Which term of one language ever stood beside which of the other. Each such meeting has a number;
 * both directions share them.
 */
export type CoOccurrences = {
  readonly ones: readonly string[];
  readonly others: readonly string[];
  readonly pairs: readonly NumberedPair[];
  /** For each text pair the meetings, row by row: all others of the first one, and so on. */
  readonly meetings: readonly Int32Array[];
  /** The terms that meet, by the meeting's number. */
  readonly oneOf: Int32Array;
  readonly otherOf: Int32Array;
  readonly count: number;
};

/** Numbers the terms and their meetings. */
export function coOccurrences(
  pairs: readonly (readonly [ones: readonly string[], others: readonly string[]])[],
): CoOccurrences {
  const [ones, others] = [numbering(), numbering()];
  const numbered = pairs.map(([one, other]) => ({
    ones: Int32Array.from(one, ones.number),
    others: Int32Array.from(other, others.number),
  }));
  const table = meetingTable();
  const meetings = numbered.map((pair) => meetingsOf(pair, table));
  return { ones: ones.terms, others: others.terms, pairs: numbered, meetings, ...table.meetings() };
}

function numbering() {
  const terms: string[] = [];
  const numbers = new Map<string, number>();
  const number = (term: string): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    const fresh = terms.push(term) - 1;
    numbers.set(term, fresh);
    return fresh;
  };
  return { terms, number };
}

type MeetingTable = ReturnType<typeof meetingTable>;

function meetingsOf({ ones, others }: NumberedPair, table: MeetingTable): Int32Array {
  const numbers = new Int32Array(ones.length * others.length);
  let at = 0;
  for (const one of ones) {
    for (const other of others) numbers[at++] = table.number(one, other);
  }
  return numbers;
}

const FIRST_SIZE = 1 << 16;

/** An open-addressing hash over typed arrays: a million meetings would be too many for a `Map`. */
function meetingTable() {
  let size = FIRST_SIZE;
  let places = new Int32Array(size).fill(-1);
  let oneOf = new Int32Array(size >> 1);
  let otherOf = new Int32Array(size >> 1);
  let count = 0;

  const placeOf = (one: number, other: number): number => {
    let place = (Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> 0;
    place = (place ^ (place >>> 15)) & (size - 1);
    for (;;) {
      const number = places[place] ?? -1;
      if (number === -1 || (oneOf[number] === one && otherOf[number] === other)) return place;
      place = (place + 1) & (size - 1);
    }
  };
  const grow = (): void => {
    size *= 2;
    places = new Int32Array(size).fill(-1);
    oneOf = longer(oneOf, size >> 1);
    otherOf = longer(otherOf, size >> 1);
    for (let number = 0; number < count; number += 1) {
      places[placeOf(oneOf[number] ?? 0, otherOf[number] ?? 0)] = number;
    }
  };
  return {
    number: (one: number, other: number): number => {
      const place = placeOf(one, other);
      const known = places[place] ?? -1;
      if (known !== -1) return known;
      places[place] = count;
      oneOf[count] = one;
      otherOf[count] = other;
      count += 1;
      if (count === size >> 1) grow();
      return count - 1;
    },
    meetings: () => ({
      oneOf: oneOf.subarray(0, count),
      otherOf: otherOf.subarray(0, count),
      count,
    }),
  };
}

function longer(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(length);
  copy.set(array);
  return copy;
}
