import { isFinal } from "../../desk/lifecycle.ts";
import type { TicketStore } from "../../desk/ports.ts";
import type { Ticket } from "../../desk/ticket.ts";
import type { Clock } from "../../kernel/clock.ts";
import { DAY_MS, HOUR_MS } from "../../kernel/clock.ts";
import type { PersonId } from "../../kernel/ids.ts";
import { userOf } from "../../kernel/ids.ts";
import type { Log } from "../app/log.ts";
import type { SlackClient } from "../app/slack-client.ts";
import { isQuestion, isRestore } from "../desk/kinds-of-ticket.ts";
import type { People } from "../identity/people.ts";
import { textIn } from "../text/text-in.ts";
import type { deskNumbers } from "./desk-numbers.ts";
import type { StaffHome } from "./home-view.ts";
import { homeView } from "./home-view.ts";

type Needs = {
  readonly client: SlackClient;
  readonly people: People;
  readonly tickets: TicketStore;
  readonly numbers: ReturnType<typeof deskNumbers>;
  readonly now: Clock;
  readonly log: Log;
};

/** Keeps the Home of those who have opened it up to date. */
export type Homes = {
  readonly opened: (person: PersonId) => Promise<void>;
  /** Something was committed: the open Homes follow, at most every few seconds. */
  readonly refresh: () => void;
  readonly stop: () => void;
};

const OPEN_MS = HOUR_MS;
const SPACING_MS = 3_000;
const LOOKED_AT = 200;

export function keepHomes(needs: Needs): Homes {
  const { now, log } = needs;
  const open = new Map<PersonId, { readonly since: number; shown: string }>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const publish = async (person: PersonId): Promise<void> => {
    try {
      const fresh = open.get(person)?.shown === "";
      const view = homeView(
        await homeOf(needs, person, fresh),
        textIn(needs.people.localeOf(person)),
      );
      const shown = JSON.stringify(view);
      const known = open.get(person);
      if (known?.shown === shown) return;
      await needs.client.views.publish({ user_id: userOf(person), view });
      if (known !== undefined) known.shown = shown;
    } catch (cause) {
      log("warn", "a Home could not be published", { person, cause });
    }
  };

  const all = async (): Promise<void> => {
    timer = undefined;
    for (const [person, { since }] of open) {
      if (now() - since > OPEN_MS) open.delete(person);
      else await publish(person);
    }
  };

  return {
    opened: async (person) => {
      open.set(person, { since: now(), shown: "" });
      await publish(person);
    },
    refresh: () => {
      if (open.size > 0) timer ??= setTimeout(() => void all(), SPACING_MS);
    },
    stop: () => clearTimeout(timer),
  };
}

async function homeOf(needs: Needs, person: PersonId, fresh: boolean) {
  const profile = await needs.people.meet(person, 2_000);
  const rights = needs.people.rightsOf(person);
  const mine = rights.foreign ? [] : await needs.tickets.list({ requester: person, limit: 20 });
  const staff = rights.staff || rights.approver ? await staffHome(needs, person, fresh) : undefined;
  return {
    profile,
    mine: mine.filter(({ kind, state }) => !isFinal(kind, state)),
    mayRequest: !rights.foreign,
    ...(staff === undefined ? {} : { staff }),
  };
}

async function staffHome(
  { tickets, numbers, now }: Needs,
  person: PersonId,
  fresh: boolean,
): Promise<StaffHome> {
  const [byState, mine, waiting, early, counted] = await Promise.all([
    tickets.countByState(),
    tickets.list({ assignee: person, limit: LOOKED_AT }),
    tickets.list({ states: ["approval-wanted"], limit: LOOKED_AT }),
    tickets.list({
      states: ["new", "claimed", "planned", "approval-wanted", "approved"],
      limit: LOOKED_AT,
    }),
    numbers(fresh),
  ]);
  return {
    byState,
    numbers: counted,
    claims: mine.filter(({ kind, state }) => !isFinal(kind, state)),
    approvals: waiting.filter((one) => one.requester !== person && one.assignee !== person),
    expiring: early.filter((one) => expiresWithin(one, now() + DAY_MS)),
    due: early.filter((one) => isDueBy(one, now() + HOUR_MS)),
  };
}

const expiresWithin = (ticket: Ticket, until: number): boolean =>
  isRestore(ticket) && ticket.case.wantedUntil !== undefined && ticket.case.wantedUntil < until;

const isDueBy = (ticket: Ticket, until: number): boolean =>
  isQuestion(ticket) && ticket.waitingSince === undefined && ticket.case.answerDueAt < until;
