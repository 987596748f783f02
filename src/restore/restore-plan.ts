import type { Instant } from "../kernel/clock.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { LeftOut } from "./left-out.ts";
import type { Scope } from "./scope.ts";
import type { EngineId, Snapshot } from "./snapshot.ts";

/** A finding as code and values, never a sentence: the words are made in the reader's language. */
export type Check = {
  readonly code: string;
  readonly ok: boolean;
  readonly values?: Readonly<Record<string, string | number>>;
};

/** What a volume snapshot can become: the model of new instances, or one more disk. */
export type Build = "template" | "data-disk";

/** `new` is the default everywhere. */
export type Target = {
  readonly where: "new" | "in-place" | "other";
  readonly name: string;
  /** What is built there; plain data where nothing is said. */
  readonly as?: Build;
};

/** `restore`: the engine puts it back. `retrieve`: it is laid out for the customer, who imports the database. */
export type RestoreMode = "restore" | "retrieve";

/** What is asked of an engine, in instants only. */
export type RestoreRequest = {
  readonly scope: Scope;
  readonly moment: Instant;
  readonly mode: RestoreMode;
  readonly target: Target;
  /** Names of the parts that are wanted; everything where none is named. */
  readonly parts?: readonly string[];
  readonly ticketId: string;
  readonly requestedBy: string;
  /** Staff may name one; the same rule applies to it. */
  readonly snapshotId?: string;
  readonly gapLimitMs: number;
  /** The gap the requester has accepted, exactly. */
  readonly acknowledgedGapMs?: number;
};

/** A frozen way of restoring: what would be done, found out without changing anything. */
export type RestorePlan = {
  readonly id: string;
  /** `sha256:` over the canonical JSON of everything else here but `approval`. */
  readonly digest: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly engine: EngineId;
  /** People do it with their own tools; no engine is told anything. */
  readonly byHand?: true;
  readonly request: RestoreRequest;
  /** Names of the directories and databases that come back; absent where the engine knows no parts. */
  readonly parts?: readonly string[];
  readonly snapshot: Snapshot;
  /** Milliseconds from `snapshot.pointInTime.to` to the moment, never negative. */
  readonly gapMs: number;
  readonly nextLater?: { readonly id: string; readonly to: Instant };
  /** What was not looked at when the snapshot was chosen; absent where that is nothing. */
  readonly leftOut?: readonly LeftOut[];
  /** Whether something that exists now would be overwritten. */
  readonly destructive: boolean;
  readonly safetySnapshot: boolean;
  readonly downtime: "none" | "brief" | "yes" | "unknown";
  readonly preconditions: readonly Check[];
  readonly warnings: readonly Check[];
  /** What the customer does afterwards: codes of steps. */
  readonly customerSteps: readonly string[];
  readonly estimate?: {
    readonly bytes?: number;
    readonly seconds?: number;
    readonly basis: "measured" | "published" | "rule";
  };
};

export type Approval = { readonly digest: string; readonly by: PersonId; readonly at: Instant };

/** A plan that somebody else has approved. Made only by `approve()`. */
export type ApprovedPlan = RestorePlan & { readonly approval: Approval };
