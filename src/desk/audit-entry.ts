import type { Json } from "../kernel/canonical-json.ts";
import type { Instant } from "../kernel/clock.ts";
import type { PersonId, TicketId } from "../kernel/ids.ts";

/** Who did it: a person, or the desk itself. */
export type Actor = PersonId | "desk";

/** One line of the audit trail before it is chained. `data` holds ids, values and digests. */
export type AuditNote = {
  /** `<capability>.<deed>`, e.g. `desk.claimed`, `restore.approved`, `restore.approval-refused`. */
  readonly action: string;
  readonly data: { readonly [key: string]: Json | undefined };
};

/** One link of the chain: `hash` covers everything else and `prev`. */
export type AuditEntry = AuditNote & {
  /** 1, 2, 3, … without a gap. */
  readonly seq: number;
  readonly at: Instant;
  readonly actor: Actor;
  readonly ticket?: TicketId;
  readonly prev: string;
  readonly hash: string;
};
