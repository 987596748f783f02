import type { Environment, Plan, Product } from "../kernel/product.ts";
import type { Knowledge } from "./knowledge.ts";
import type { PolicySchedule } from "./policy.ts";

/** What the policy says about getting an environment back. */
export type PolicyWayBack =
  | { readonly mode: "restore"; readonly cell: string; readonly byCustomer: boolean }
  | { readonly mode: "retrieve"; readonly cell: string; readonly schedule: PolicySchedule }
  | { readonly mode: "none"; readonly cell: string };

export type Place = {
  readonly product: Product;
  readonly plan: Plan;
  readonly environment: Environment;
};

/** How an environment comes back: restored, retrieved by support, or in no documented way. */
export function wayBackFor(knowledge: Knowledge): (place: Place) => PolicyWayBack {
  return (place) => {
    const restore = knowledge.cellFor({ ...place, action: "restore" });
    if (restore?.verdict === "yes" || restore?.verdict === "only-if") {
      const byCustomer = knowledge.factFor({ ...place, action: "who-restores-database" });
      const customer = byCustomer?.value === undefined || byCustomer.value === "customer";
      return { mode: "restore", cell: restore.id, byCustomer: customer };
    }
    const retrieve = knowledge.cellFor({ ...place, action: "retrieve" });
    const schedule = scheduleFor(knowledge, place);
    if (retrieve?.verdict === "via-ticket" && schedule !== undefined) {
      return { mode: "retrieve", cell: retrieve.id, schedule };
    }
    return { mode: "none", cell: restore?.id ?? retrieve?.id ?? `restore.${place.plan}` };
  };
}

/** The published schedule of the automatic snapshots of an environment. */
const scheduleFor = ({ schedules }: Knowledge, { plan, environment }: Place) =>
  schedules.find(
    (one) =>
      one.rows.some(({ spacing }) => spacing !== null) &&
      one.id.includes("automatic") &&
      (one.plans.length === 0 || one.plans.includes(plan)) &&
      (one.environments.length === 0 || one.environments.includes(environment)),
  );
