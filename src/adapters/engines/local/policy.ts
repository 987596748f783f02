import type { Capabilities } from "../../../restore/ports.ts";
import type { RestoreRequest } from "../../../restore/restore-plan.ts";
import type { Scope } from "../../../restore/scope.ts";
import type { Snapshot } from "../../../restore/snapshot.ts";

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
 * What a directory tree can do of an instance: recovery points without memory, reverted to in place;
 * from volume snapshots only new data, templates and disks.
 *
 * @see content/policy/cloudmc.yaml
 */
const INSTANCE: Capabilities = {
  ...TREE,
  hierarchy: true,
  builds: ["template", "data-disk"],
  reason: "engine-lacks-it",
};

/**
 * What the local engine may do for a scope, as the documents say of the real service: manual
 * snapshots on Starter and on Pro integration; on Pro staging and production automatic ones, which
 * are only retrieved.
 *
 * @see content/policy/commerce-cloud.yaml
 */
export function capabilitiesOf({ product, plan, environment }: Scope): Capabilities {
  if (product === "cloudmc") return INSTANCE;
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

/** What serves a request: an instance is reverted to a recovery point, everything else comes from snapshots. */
export const kindServing = (
  { product }: Scope,
  { target }: Pick<RestoreRequest, "target">,
): Snapshot["kind"] =>
  product === "cloudmc" && target.where === "in-place" ? "recovery-point" : "snapshot";

/** Whether the scheduler takes the snapshots of an environment. */
export const isAutomatic = ({ product, plan, environment }: Scope): boolean =>
  product === "commerce-cloud" &&
  plan === "pro" &&
  environment !== undefined &&
  environment !== "integration";
