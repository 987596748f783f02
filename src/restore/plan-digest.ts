import { canonicalJson } from "../kernel/canonical-json.ts";
import { digestOf } from "../kernel/digest.ts";
import type { Approval, RestorePlan } from "./restore-plan.ts";

type Undigested = Omit<RestorePlan, "digest"> & {
  readonly digest?: string;
  readonly approval?: Approval;
};

/**
 * What an approval is bound to: `sha256:` over the canonical JSON of a restore plan without its
 * digest and approval. It holds no language, so the same plan can be told in any.
 */
export function planDigest(plan: Undigested): string {
  const { digest: _digest, approval: _approval, ...rest } = plan;
  return digestOf(canonicalJson(rest));
}

/** The plan with its digest: from here on any edit shows. */
export const freezePlan = (plan: Omit<RestorePlan, "digest">): RestorePlan => ({
  ...plan,
  digest: planDigest(plan),
});
