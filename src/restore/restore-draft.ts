import type { Moment } from "../moment/moment.ts";
import type { Environment } from "../kernel/product.ts";

/** A draft and its version: `D-31`, 2. Checking the form again makes the next version. */
export type DraftRef = { readonly draft: `D-${number}`; readonly version: number };

export type Wanted = "files" | "database";

/** What a person asks to have back, once date, time and zone are a moment. */
export type RestoreDraft = {
  readonly project: string;
  readonly environment: Environment;
  readonly moment: Moment;
  readonly wanted: readonly Wanted[];
  readonly reason: string;
  /** Milliseconds the requester has ticked as accepted, where the gap is above the limit. */
  readonly acceptedGapMs?: number;
};
