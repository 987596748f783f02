import type { Instant } from "../kernel/clock.ts";
import type { VerifyReport } from "./operation.ts";

/** What people have seen for themselves: no engine has compared it with the snapshot. */
export const notCheckable = (at: Instant): VerifyReport => ({
  depth: "metadata",
  state: "not-checkable",
  files: 0,
  bytes: 0,
  differences: [],
  at,
});
