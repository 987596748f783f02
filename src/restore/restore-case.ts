import type { Ticket } from "../desk/ticket.ts";
import type { Instant } from "../kernel/clock.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { Operation, VerifyReport } from "./operation.ts";
import type { DraftRef, RestoreDraft } from "./restore-draft.ts";
import type { Approval, RestoreMode, RestorePlan } from "./restore-plan.ts";
import type { Plan, Product } from "../kernel/product.ts";

/** Where the data was laid for the customer, by the engine or by hand. */
export type Placed = {
  readonly path: string;
  readonly at: Instant;
  /** The instant its `snap.time` names. */
  readonly snapTime: Instant;
  readonly by: PersonId | "engine";
};

/** What a restore adds to its ticket, growing from the request to the receipt. */
export type RestoreCase = {
  readonly draft: DraftRef;
  readonly request: RestoreDraft;
  readonly product: Product;
  readonly plan: Plan;
  readonly mode: RestoreMode;
  /** When the wanted snapshot is thinned out, where that is known. */
  readonly wantedUntil?: Instant;
  /** The frozen restore plan and who made it. Any edit of the request takes it away. */
  readonly restorePlan?: RestorePlan;
  readonly plannedBy?: PersonId;
  readonly approvalWantedBy?: PersonId;
  readonly approval?: Approval & { readonly reason?: string };
  /** How often a run was started, counted from 1. Each has its own idempotency key. */
  readonly attempt?: number;
  readonly run?: {
    readonly key: string;
    readonly by: PersonId;
    readonly at: Instant;
    /** As the engine told it last. */
    readonly operation?: Operation;
    readonly stopWantedBy?: PersonId;
  };
  /** What a member of staff found out about a run whose answer was lost; a second one has to confirm it. */
  readonly outcomeClaim?: {
    readonly happened: boolean;
    readonly evidence: string;
    readonly by: PersonId;
    readonly at: Instant;
  };
  readonly placed?: Placed;
  readonly gapAccepted?: { readonly gapMs: number; readonly by: PersonId; readonly at: Instant };
  readonly verification?: VerifyReport;
  readonly handOver?: { readonly by: PersonId; readonly at: Instant; readonly keptUntil?: Instant };
  readonly outcome?: {
    readonly how: "restored" | "copied" | "imported" | "not-collected" | "problem" | "by-staff";
    readonly by: PersonId | "desk";
    readonly at: Instant;
    readonly words?: string;
  };
  readonly failure?: { readonly kind: string; readonly message: string };
};

export type RestoreTicket = Ticket<RestoreCase>;
