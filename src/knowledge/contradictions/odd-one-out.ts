/** One that disagrees with all others, and how many those are. */
export type Odd<Key> = { readonly odd: Key; readonly votes: number };

/**
 * The one whose value disagrees where all the others agree. With two, or where the rest says
 * nothing clear, it is one word against another: `votes` is 1, and the last is named.
 */
export function oddOneOut<Key, Value>(
  values: ReadonlyMap<Key, Value>,
  agree: (values: readonly Value[]) => boolean,
): Odd<Key> | undefined {
  const entries = [...values];
  if (entries.length < 2 || agree(entries.map(([, value]) => value))) return undefined;
  const odd = entries.filter(([key]) =>
    agree(entries.filter(([other]) => other !== key).map(([, value]) => value)),
  );
  const last = odd.at(-1);
  if (last === undefined) return undefined;
  return { odd: last[0], votes: odd.length > 1 ? 1 : entries.length - 1 };
}
