/**
 * Prepares the next few items while the current one is used, in order. What was prepared and never
 * used is given to `dispose`.
 */
export async function* ahead<Item, Prepared>(
  source: AsyncIterable<Item>,
  count: number,
  {
    prepare,
    dispose,
  }: {
    readonly prepare: (item: Item) => Promise<Prepared>;
    readonly dispose: (prepared: Prepared) => Promise<void>;
  },
): AsyncGenerator<Prepared> {
  const queue: Promise<Prepared>[] = [];
  try {
    for await (const item of source) {
      const next = prepare(item);
      next.catch(() => undefined);
      queue.push(next);
      const first = queue.length > count ? queue.shift() : undefined;
      if (first !== undefined) yield await first;
    }
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) yield await next;
  } finally {
    for (const left of await Promise.allSettled(queue)) {
      if (left.status === "fulfilled") await dispose(left.value);
    }
  }
}
