import type { Clock } from "../kernel/clock.ts";
import type { Result } from "../kernel/result.ts";
import type { DeskProblem, FromCard } from "./desk-problem.ts";
import type { Change, TicketStore } from "./ports.ts";
import type { RightsOf } from "./rights.ts";
import { refusedTry, standing } from "./standing.ts";
import type { Standing } from "./standing.ts";
import type { Ticket } from "./ticket.ts";

export type DeedNeeds<Case = unknown> = {
  readonly tickets: Pick<TicketStore<Case>, "change">;
  readonly rightsOf: RightsOf;
  readonly now: Clock;
};

type Decide<Input, Case, Problem> = (
  ticket: Ticket<Case>,
  input: Input,
  needs: Pick<DeedNeeds<Case>, "now" | "rightsOf">,
) => Result<Change<Case>, Problem | DeskProblem>;

/** Does one thing to one ticket, in one commit. */
export type Deed<Input, Case = unknown, Problem = never> = (
  input: Input,
) => Promise<Result<Ticket<Case>, Problem | DeskProblem>>;

/**
 * Makes a deed: who may do it in which states is checked on the ticket as it is inside the commit,
 * then `decide` says what changes. A try without the right is refused and kept in the audit trail.
 *
 * @param name as the audit trail has it, e.g. `desk.claim`; a refusal is `desk.claim-refused`
 */
export function deed<
  Input extends FromCard,
  Case = unknown,
  Problem extends { kind: string } = never,
>(
  name: string,
  wanted: Standing,
  decide: Decide<Input, Case, Problem>,
): (needs: DeedNeeds<Case>) => Deed<Input, Case, Problem> {
  return ({ tickets, rightsOf, now }) =>
    (input) =>
      tickets.change<Problem | DeskProblem>(
        input.id,
        input.by,
        (ticket) => {
          const allowed = standing({ ticket, card: input, rightsOf }, wanted);
          return allowed.ok ? decide(ticket, input, { now, rightsOf }) : allowed;
        },
        refusedTry(name),
      );
}
