import type { Instant } from "../kernel/clock.ts";
import type { Scope } from "./scope.ts";

export type EngineId = "local" | "commerce-cloud" | "ebs" | "cloudstack" | "restic";

/**
 * `application`: flushed or one transaction. `memory`: with RAM. `crash`: as after a power cut.
 * `fuzzy`: files changed while they were read.
 */
export type Consistency = "application" | "memory" | "crash" | "fuzzy" | "unknown";

export type SnapshotState =
  "creating" | "available" | "restoring" | "archived" | "deleting" | "deleted" | "error";

export type SnapshotRef = { readonly engine: EngineId; readonly id: string };

export type Held = "files" | "database" | "memory" | "code";

/** Data as it was at a time. A walk over files takes a while, so the time is a span, not one instant. */
export type Snapshot = SnapshotRef & {
  readonly scope: Scope;
  readonly kind: "snapshot" | "recovery-point";
  readonly origin: "manual" | "automatic";
  /** Only a snapshot whose `to` is at or before the moment may serve it. */
  readonly pointInTime: { readonly from: Instant; readonly to: Instant };
  readonly createdAt: Instant;
  readonly completedAt?: Instant;
  readonly expiresAt?: Instant;
  readonly state: SnapshotState;
  /** The provider's own word for the state. */
  readonly rawState: string;
  readonly consistency: Consistency;
  readonly holds: readonly Held[];
  readonly encrypted: boolean | "unknown";
  readonly locked: boolean;
  /** Of a recovery point: the one it came from. */
  readonly parentId?: string;
  /** The present data comes from this recovery point. */
  readonly current?: true;
  /** What whoever took it says it is for. */
  readonly description?: string;
  readonly bytes?: number;
};
