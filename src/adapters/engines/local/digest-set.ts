const FIRST_SIZE = 1024;

export type DigestSet = ReturnType<typeof digestSet>;

/**
 * A set of digests in flat memory, of which it keeps eight bytes each: names kept as text would cost
 * twenty times as much. Two different digests that begin alike count as the same.
 */
export function digestSet() {
  let table = new Uint32Array(2 * FIRST_SIZE);
  let held = 0;

  const grow = (): void => {
    const old = table;
    table = new Uint32Array(2 * old.length);
    for (let at = 0; at < old.length; at += 2) {
      const [high = 0, low = 0] = old.subarray(at, at + 2);
      if (high !== 0 || low !== 0) table.set([high, low], slotOf(table, high, low));
    }
  };
  return {
    has(digest: Buffer): boolean {
      const at = slotOf(table, ...keyOf(digest));
      return table[at] !== 0 || table[at + 1] !== 0;
    },
    /** @returns false where it was there already */
    add(digest: Buffer): boolean {
      const key = keyOf(digest);
      const at = slotOf(table, ...key);
      if (table[at] !== 0 || table[at + 1] !== 0) return false;
      table.set(key, at);
      held += 1;
      if (held > table.length / 4) grow();
      return true;
    },
  };
}

/** Two zeros mean an empty slot, so no key is. */
function keyOf(digest: Buffer): [high: number, low: number] {
  const [high, low] = [digest.readUInt32LE(0), digest.readUInt32LE(4)];
  return high === 0 && low === 0 ? [0, 1] : [high, low];
}

/** Where a key stands, or would be put. */
function slotOf(table: Uint32Array, high: number, low: number): number {
  let at = (2 * high) % table.length;
  while (table[at] !== high || table[at + 1] !== low) {
    if (table[at] === 0 && table[at + 1] === 0) return at;
    at = (at + 2) % table.length;
  }
  return at;
}
