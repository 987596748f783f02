/** A unit and its score in one list. */
export type Scored = { readonly unit: number; readonly score: number };

/** The best few of many, best first; of equals the lower unit. */
export type BestOf = {
  readonly offer: (unit: number, score: number) => void;
  readonly take: () => readonly Scored[];
};

/** Keeps the best `most` in a heap, so that nothing else is ever sorted. */
export function bestOf(most: number): BestOf {
  const heap: Scored[] = [];
  const sink = (): void => {
    let at = 0;
    for (;;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && isWorse(heap, child, worst)) worst = child;
      }
      if (worst === at) return;
      swap(heap, at, worst);
      at = worst;
    }
  };
  const rise = (from: number): void => {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isWorse(heap, at, above)) return;
      swap(heap, at, above);
      at = above;
    }
  };
  return {
    offer: (unit, score) => {
      if (heap.length < most) {
        rise(heap.push({ unit, score }) - 1);
        return;
      }
      const worst = heap[0];
      if (worst === undefined || score < worst.score) return;
      if (score === worst.score && unit > worst.unit) return;
      heap[0] = { unit, score };
      sink();
    },
    take: () => heap.toSorted((a, b) => b.score - a.score || a.unit - b.unit),
  };
}

function isWorse(heap: readonly Scored[], one: number, other: number): boolean {
  const [a, b] = [heap[one], heap[other]];
  if (a === undefined || b === undefined) return false;
  return a.score < b.score || (a.score === b.score && a.unit > b.unit);
}

function swap(heap: Scored[], one: number, other: number): void {
  const [a, b] = [heap[one], heap[other]];
  if (a === undefined || b === undefined) return;
  heap[one] = b;
  heap[other] = a;
}
