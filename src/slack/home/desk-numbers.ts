import type { AskedQuestion } from "../../desk/asked-question.ts";
import { dayBefore } from "../../desk/day-before.ts";
import type { Stretch } from "../../desk/day-before.ts";
import type { QuestionStore, TicketStore } from "../../desk/ports.ts";
import { SATISFACTIONS, satisfactionOf } from "../../desk/satisfaction.ts";
import type { Satisfaction } from "../../desk/satisfaction.ts";
import type { Ticket } from "../../desk/ticket.ts";
import { DAY_MS, MINUTE_MS } from "../../kernel/clock.ts";
import type { Clock, Instant } from "../../kernel/clock.ts";
import type { Answer } from "../../knowledge/answer.ts";
import { wasAskedBack } from "../knowledge/asked-back.ts";

/** How the desk did: what was asked yesterday and what became of it, and what requesters say of a month's tickets. */
export type DeskNumbers = {
  readonly asked: number;
  readonly proven: number;
  readonly askedBack: number;
  readonly toPerson: number;
  readonly satisfaction: Readonly<Record<Satisfaction, number>>;
};

type Needs = {
  readonly questions: Pick<QuestionStore<Answer>, "answeredSince">;
  readonly tickets: Pick<TicketStore, "list">;
  readonly now: Clock;
  /** Whose midnight ends the day. */
  readonly zone: string;
};

const FRESH_MS = MINUTE_MS;
const SAID_WITHIN_MS = 30 * DAY_MS;

/** Counts anew where `fresh` is wanted, else at most once a minute. */
export function deskNumbers(needs: Needs): (fresh: boolean) => Promise<DeskNumbers> {
  let kept: { readonly at: Instant; readonly numbers: DeskNumbers } | undefined;
  return async (fresh) => {
    const at = needs.now();
    if (!fresh && kept !== undefined && at - kept.at < FRESH_MS) return kept.numbers;
    const numbers = await count(needs, at);
    kept = { at, numbers };
    return numbers;
  };
}

async function count({ questions, tickets, zone }: Needs, at: Instant): Promise<DeskNumbers> {
  const day = dayBefore(at, zone);
  const asked = (await questions.answeredSince(day.from)).filter(({ askedAt }) => askedAt < day.to);
  const opened = await openedSince(tickets, day.from);
  const closed = await saidSince(tickets, (at - SAID_WITHIN_MS) as Instant);
  return {
    asked: asked.length,
    proven: asked.filter(isProven).length,
    askedBack: asked.filter(({ answer }) => wasAskedBack(answer)).length,
    toPerson: opened.filter(({ createdAt }) => isWithin(createdAt, day)).length,
    satisfaction: saidOf(closed),
  };
}

const isProven = ({ answer }: AskedQuestion<Answer>): boolean => answer.verdicts.length > 0;

const isWithin = (at: Instant, { from, to }: Stretch): boolean => at >= from && at < to;

const PAGE = 200;

/** Question tickets opened since then, newest first. */
async function openedSince({ list }: Needs["tickets"], since: Instant): Promise<Ticket[]> {
  const found: Ticket[] = [];
  let page = await list({ kind: "question", limit: PAGE });
  while (page.length > 0) {
    found.push(...page.filter(({ createdAt }) => createdAt >= since));
    const last = page.at(-1);
    if (last === undefined || last.createdAt < since || page.length < PAGE) break;
    page = await list({ kind: "question", limit: PAGE, before: last.id });
  }
  return found;
}

const LOOKED_AT = 1_000;

/** Closed tickets that last changed since then, among the newest thousand. */
const saidSince = async ({ list }: Needs["tickets"], since: Instant): Promise<Ticket[]> =>
  (await list({ states: ["closed"], limit: LOOKED_AT })).filter(
    ({ updatedAt }) => updatedAt >= since,
  );

function saidOf(closed: readonly Ticket[]): DeskNumbers["satisfaction"] {
  const counts = { good: 0, fair: 0, poor: 0 };
  for (const ticket of closed) {
    const said = satisfactionOf(ticket);
    if (said !== undefined && SATISFACTIONS.includes(said)) counts[said] += 1;
  }
  return counts;
}
