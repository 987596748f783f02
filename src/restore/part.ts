import type { Wanted } from "./restore-draft.ts";

/** A directory or a database of an environment, by the name it has inside a snapshot. */
export type Part = { readonly name: string; readonly holds: Wanted };

/**
 * The names of the parts that hold what is wanted. Undefined is everything: also where no part is
 * known to hold it, since nobody can tell then what may be left out.
 */
export function partsWanted(
  wanted: readonly Wanted[],
  parts: readonly Part[],
): readonly string[] | undefined {
  const named = parts.filter(({ holds }) => wanted.includes(holds)).map(({ name }) => name);
  return named.length === 0 || named.length === parts.length ? undefined : named;
}
