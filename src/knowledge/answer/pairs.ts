import type { Environment, Plan } from "../../kernel/product.ts";
import type { Missing } from "../answer.ts";
import type { Knowledge } from "../knowledge.ts";
import type { PolicyCell, PolicyFact } from "../policy.ts";
import type { Scope } from "./scope.ts";

/** A case a question covers, and what the policy says of it. */
export type Case<Item> = {
  readonly plan?: Plan;
  readonly environment?: Environment;
  readonly object?: string;
  readonly item: Item;
};

type Bare = Omit<Case<never>, "item">;

function* placesOf({ product, plans, environments, objects }: Scope): Generator<Bare> {
  if (product === "cloudmc") {
    for (const object of objects) yield { object };
    return;
  }
  for (const plan of plans) for (const environment of environments) yield { plan, environment };
}

/** What the cells say of an action, for every case of the scope that has one. */
export const cellCases = (knowledge: Knowledge, action: string, scope: Scope): Case<PolicyCell>[] =>
  casesWith(scope, (place) => knowledge.cellFor({ product: scope.product, action, ...place }));

/** What the facts say of a topic, for every case of the scope that has one. */
export const factCases = (knowledge: Knowledge, action: string, scope: Scope): Case<PolicyFact>[] =>
  casesWith(scope, (place) => knowledge.factFor({ product: scope.product, action, ...place }));

function casesWith<Item>(scope: Scope, find: (place: Bare) => Item | undefined): Case<Item>[] {
  return [...placesOf(scope)].flatMap((place) => {
    const item = find(place);
    return item === undefined ? [] : [{ ...place, item }];
  });
}

/**
 * What must be asked back: the plan where two plans differ for one environment, the environment
 * where two environments differ within one plan. Nothing where all cases say the same.
 */
export function missingFor<Item>(
  cases: readonly Case<Item>[],
  { settled }: Scope,
  said: (item: Item) => string,
): Missing[] {
  const differs = (by: "plan" | "environment"): boolean =>
    [...Map.groupBy(cases, (one) => one[by]).values()].some(
      (group) => new Set(group.map(({ item }) => said(item))).size > 1,
    );
  return [
    ...(!settled.plan && differs("environment") ? (["plan"] as const) : []),
    ...(!settled.environment && differs("plan") ? (["environment"] as const) : []),
  ];
}
