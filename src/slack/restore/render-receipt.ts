import type { types } from "@slack/bolt";
import type { Instant } from "../../kernel/clock.ts";
import type { RestoreTicket } from "../../restore/restore-case.ts";
import { echoOf } from "../../moment/echo.ts";
import type { Message } from "../blocks/elements.ts";
import { actions, button, context, fields, header, section } from "../blocks/elements.ts";
import { cardValue } from "../desk/card-value.ts";
import { environmentText, fact } from "../desk/render-card.ts";
import { spanText } from "../text/span-text.ts";
import { textIn } from "../text/text-in.ts";
import type { Text } from "../text/text.ts";
import { fullWhenText } from "../text/when-text.ts";

const CHANGEABLE = new Set(["new", "claimed", "planned", "approval-wanted", "approved"]);

/** What the requester holds on to: number, moment in full, what happens next. */
export function renderReceipt(ticket: RestoreTicket, now: Instant): Message {
  const { locale } = ticket;
  const text = textIn(locale);
  const { receipt: say } = text.restore;
  const { moment } = ticket.case.request;
  const title = say.title(ticket.id);
  const echo = echoOf(moment, { locale, now }).line;
  const next = say.nextByState[ticket.state];
  const buttons = receiptButtons(ticket, text);
  return {
    text: `${title}: ${echo}. ${next}`,
    blocks: [
      header("h", title),
      fields("facts", [
        fact(say.youAsked, echo),
        fact(say.environment, environmentText(ticket, text)),
        ...snapshotFact(ticket, text),
      ]),
      section("next", `*${say.next}*\n${next}`),
      ...keptUntil(ticket, say).map((line) => context("kept", line)),
      ...(buttons.length === 0 ? [] : [actions("mine", buttons)]),
    ],
  };
}

function snapshotFact({ locale, case: restore }: RestoreTicket, text: Text): string[] {
  const plan = restore.restorePlan;
  if (plan === undefined) return [];
  const { zone } = restore.request.moment;
  const at = fullWhenText(plan.snapshot.pointInTime.to, zone, locale);
  return [
    fact(text.restore.receipt.snapshot, `${at} · ${text.ticket.gap(spanText(plan.gapMs, text))}`),
  ];
}

function keptUntil(
  { locale, state, case: restore }: RestoreTicket,
  say: Text["restore"]["receipt"],
): string[] {
  if (restore.wantedUntil === undefined || !CHANGEABLE.has(state)) return [];
  return [say.keptUntil(fullWhenText(restore.wantedUntil, restore.request.moment.zone, locale))];
}

function receiptButtons(ticket: RestoreTicket, text: Text): types.Button[] {
  if (!CHANGEABLE.has(ticket.state)) return [];
  const value = cardValue({ id: ticket.id, version: ticket.version });
  const { change, cancelMine } = text.ticket.button;
  return [
    button("restore.change", change, { value, label: text.ticket.of(change, ticket.id) }),
    button("desk.cancel", cancelMine, { value, label: text.ticket.of(cancelMine, ticket.id) }),
  ];
}
