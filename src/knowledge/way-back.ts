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
export const wayBackFor =
  (knowledge: Knowledge) =>
  (place: Place): PolicyWayBack =>
    restoreOf(knowledge, place) ?? retrieveOf(knowledge, place) ?? noneOf(knowledge, place);

function restoreOf(knowledge: Knowledge, place: Place): PolicyWayBack | undefined {
  const restore = knowledge.cellFor({ ...place, action: "restore" });
  if (restore?.verdict !== "yes" && restore?.verdict !== "only-if") return undefined;
  const who = knowledge.factFor({ ...place, action: "who-restores-database" })?.value;
  return { mode: "restore", cell: restore.id, byCustomer: who === undefined || who === "customer" };
}

function retrieveOf(knowledge: Knowledge, place: Place): PolicyWayBack | undefined {
  const retrieve = knowledge.cellFor({ ...place, action: "retrieve" });
  const schedule = scheduleFor(knowledge, place);
  return retrieve?.verdict === "via-ticket" && schedule !== undefined
    ? { mode: "retrieve", cell: retrieve.id, schedule }
    : undefined;
}

const noneOf = ({ cellFor }: Knowledge, place: Place): PolicyWayBack => ({
  mode: "none",
  cell: cellFor({ ...place, action: "restore" })?.id ?? "",
});

/** The published schedule of the automatic snapshots of an environment. */
const scheduleFor = ({ schedules }: Knowledge, { plan, environment }: Place) =>
  schedules.find(
    (one) =>
      one.rows.some(({ spacing }) => spacing !== null) &&
      one.id.includes("automatic") &&
      (one.plans.length === 0 || one.plans.includes(plan)) &&
      (one.environments.length === 0 || one.environments.includes(environment)),
  );
