import type { Instant } from "../kernel/clock.ts";
import type { EngineErrorKind } from "./engine-error.ts";
import type { EngineId } from "./snapshot.ts";

export type OperationState =
  | "queued"
  | "running"
  /** The data is in place and is being compared. */
  | "verifying"
  /** Retrieved and handed over; the customer imports. */
  | "awaiting-customer"
  /** Asked to stop; may still succeed. */
  | "cancelling"
  /** Sent, and the answer was lost. Left only through a probe, never by sending again. */
  | "unknown"
  | "succeeded"
  | "failed"
  | "cancelled";

/** How far something is. */
export type Progress = {
  readonly done: number;
  readonly total: number;
  readonly unit: "bytes" | "percent" | "steps";
};

/** Something an engine does. The same idempotency key is the same operation. */
export type Operation = {
  readonly id: string;
  readonly engine: EngineId;
  readonly kind: "create" | "restore" | "retrieve" | "delete" | "prune";
  readonly state: OperationState;
  readonly idempotencyKey: string;
  readonly requestHash: string;
  readonly providerIds: readonly string[];
  readonly snapshotId?: string;
  readonly planDigest?: string;
  /** Where the data was laid out or restored to, once it is there. */
  readonly place?: string;
  readonly startedAt: Instant;
  readonly updatedAt: Instant;
  readonly finishedAt?: Instant;
  readonly progress?: Progress;
  readonly error?: {
    readonly kind: EngineErrorKind;
    readonly message: string;
    readonly providerCode?: string;
  };
};

/** What a comparison with the snapshot found. An exit code is no comparison. */
export type VerifyReport = {
  readonly depth: "metadata" | "content";
  readonly state: "matches" | "differs" | "not-checkable";
  readonly files: number;
  readonly bytes: number;
  readonly differences: readonly string[];
  readonly at: Instant;
};
