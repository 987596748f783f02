import { deed } from "../desk/deed.ts";
import type { FromCard } from "../desk/desk-problem.ts";
import { movedOn } from "../desk/standing.ts";
import { card, line } from "../desk/ticket-notices.ts";
import { MINUTE_MS } from "../kernel/clock.ts";
import type { Instant } from "../kernel/clock.ts";
import { fail, ok } from "../kernel/result.ts";
import { notCheckable } from "./not-checkable.ts";
import type { RestoreCase } from "./restore-case.ts";
import type { RestoreDeedProblem } from "./restore-deed-problem.ts";
import { approvalCard } from "./restore-notices.ts";
import { withoutApproval } from "./withdraw-approval.ts";

type Input = Omit<FromCard, "version"> & {
  readonly path: string;
  readonly placedAt: Instant;
  /** What the copy's `snap.time` says. */
  readonly snapTime: Instant;
};

/** Staff type the time of a snapshot by hand, perhaps without its seconds. */
const SAME_MS = MINUTE_MS;

/**
 * Staff have laid the copy out with their own tools. Its `snap.time` decides: later than the moment is
 * refused, another snapshot than the approved one goes back to the restore plan, else it is verified.
 */
export const placeByHand = deed<Input, RestoreCase, RestoreDeedProblem>(
  "restore.placed",
  { staff: true, claimer: true, states: ["running"] },
  (ticket, { by, path, placedAt, snapTime }, { now }) => {
    const { restorePlan, request } = ticket.case;
    if (restorePlan?.byHand !== true) return fail(movedOn(ticket));
    if (path.trim() === "") return fail({ kind: "words-missing" });
    if (placedAt > now()) return fail({ kind: "in-the-future" });
    if (snapTime > request.moment.instant) return fail({ kind: "snap-time-late", snapTime });
    const data = { by, path: path.trim(), placedAt, snapTime };
    if (Math.abs(snapTime - restorePlan.snapshot.pointInTime.to) >= SAME_MS) {
      return ok({
        state: "planned",
        case: withoutApproval(ticket.case),
        audit: { action: "restore.placed-other", data },
        notices: [
          card(ticket),
          approvalCard(ticket, restorePlan.digest),
          line(ticket, "placed-other", { by }),
        ],
      });
    }
    return ok({
      state: "verified",
      case: {
        ...ticket.case,
        placed: { path: path.trim(), at: placedAt, snapTime, by },
        verification: notCheckable(now()),
      },
      audit: { action: "restore.placed", data },
      notices: [card(ticket), line(ticket, "placed", { by })],
    });
  },
);
