import type { Capabilities } from "../../../restore/ports.ts";
import type { Scope } from "../../../restore/scope.ts";

const NOTHING: Capabilities = {
  list: "no",
  create: false,
  consistency: [],
  restoreInPlace: false,
  restoreToNew: false,
  retrieve: "no",
  exactMoment: false,
  delete: false,
  prune: false,
  cancel: false,
  hierarchy: false,
  builds: [],
  parts: [],
  verify: "none",
  nativeIdempotency: false,
};

/** What a directory tree can do where no rule forbids it. */
const TREE: Capabilities = {
  ...NOTHING,
  list: "yes",
  create: true,
  consistency: ["application", "crash", "fuzzy"],
  restoreInPlace: true,
  restoreToNew: true,
  delete: true,
  prune: true,
  cancel: true,
  verify: "content",
  nativeIdempotency: true,
};

/**
 * What the local engine may do for a scope, as the documents say of the real service: manual
 * snapshots on Starter and on Pro integration; on Pro staging and production automatic ones, which
 * are only retrieved.
 *
 * @see content/policy/commerce-cloud.yaml
 */
export function capabilitiesOf({ product, plan, environment }: Scope): Capabilities {
  if (product === "cloudmc") return { ...TREE, restoreInPlace: false, reason: "engine-lacks-it" };
  if (plan === "starter" || (plan === "pro" && environment === "integration")) return TREE;
  if (plan !== "pro" || environment === undefined) return { ...NOTHING, reason: "not-documented" };
  return {
    ...TREE,
    create: false,
    restoreInPlace: false,
    restoreToNew: false,
    retrieve: "yes",
    delete: false,
    reason: "plan-rule",
  };
}

/** Whether the scheduler takes the snapshots of an environment. */
export const isAutomatic = ({ product, plan, environment }: Scope): boolean =>
  product === "commerce-cloud" &&
  plan === "pro" &&
  environment !== undefined &&
  environment !== "integration";
