import type { Clause } from "./clauses.ts";
import type { Marks, Places } from "./marks.ts";
import type { Telling } from "./telling/telling.ts";

type Spoken = {
  readonly marks: Marks;
  readonly clause: Clause;
  readonly telling: Telling;
  /** Words that name a plan or an environment. */
  readonly naming: readonly number[];
  /** Words for a copy, where its state matters. */
  readonly copies: Places;
};

/**
 * Whether a clause says something of the environment, the rights of the asker or the copy itself: it
 * "sleeps", they "were withdrawn". What is said of those may be a condition; of people it never is.
 */
export function tellsOfCondition({ marks, clause, telling, naming, copies }: Spoken): boolean {
  const bearers = new Set([...marks.within([telling.bearer]), ...naming, ...copies]);
  const skipped = new Set([...marks.within([telling.determiner]), ...bearers]);
  const leads = new Set([
    ...marks.within([telling.lead]),
    ...marks.across([telling.recent, telling.coming]),
  ]);
  const { at } = clause;
  return at.some((place, index) => {
    if (!bearers.has(place)) return false;
    const before = at.slice(0, index).findLast((one) => !skipped.has(one));
    const isFirst = before === undefined || leads.has(before);
    return isFirst && at.slice(index + 1).some((one) => !bearers.has(one));
  });
}
