import type { types } from "@slack/bolt";
import type { Locale } from "../../kernel/locale.ts";
import type { RestorePlan } from "../../restore/restore-plan.ts";
import type { RestoreTicket } from "../../restore/restore-case.ts";
import type { Block, Message } from "../blocks/elements.ts";
import { actions, button, context, fields, header } from "../blocks/elements.ts";
import { escapeMrkdwn } from "../blocks/escape-mrkdwn.ts";
import { cardValue } from "../desk/card-value.ts";
import { fact, mention } from "../desk/render-card.ts";
import { shortDigest } from "../desk/render-line.ts";
import { spanText } from "../text/span-text.ts";
import { textIn } from "../text/text-in.ts";
import type { Text } from "../text/text.ts";
import { bytesText } from "./bytes-text.ts";
import { leftOutBlocks, leftOutTexts } from "./finding-text.ts";
import { utcText } from "../text/when-text.ts";

/**
 * The approval card of one frozen restore plan. It has buttons only while exactly this plan waits for a
 * decision; once anything has changed it says so.
 */
export function renderApproval(ticket: RestoreTicket, digest: string, locale: Locale): Message {
  const text = textIn(locale);
  const { approval: say } = text.restore;
  const plan = ticket.case.restorePlan;
  if (plan === undefined || plan.digest !== digest) {
    const title = say.decided(ticket.id);
    return {
      text: `${title}: ${say.void}`,
      blocks: [header("h", title), context("void", say.void)],
    };
  }
  const open = ticket.state === "approval-wanted";
  const title = open ? say.title(ticket.id) : say.decided(ticket.id);
  const facts = planFacts(plan, text);
  return {
    text: [title, ...facts, ...leftOutTexts(plan, text), openness(ticket, text)]
      .join(" · ")
      .replaceAll(/[*\n]+/g, " "),
    blocks: [
      header("h", title),
      fields("plan", facts),
      ...leftOutBlocks(plan, text),
      context("digest", frozenText(ticket, plan, say)),
      ...(open
        ? [decisionButtons(ticket, digest, text)]
        : [context("state", openness(ticket, text))]),
    ],
  };
}

function frozenText(
  { assignee, requester, case: restore }: RestoreTicket,
  plan: RestorePlan,
  say: Text["restore"]["approval"],
): string {
  const by = restore.approvalWantedBy ?? restore.plannedBy ?? assignee ?? requester;
  const [at, until] = [utcText(plan.createdAt), utcText(plan.expiresAt)];
  return say.frozen(shortDigest(plan.digest), at, until, mention(by));
}

/** What became of it, in one line. */
function openness({ state, case: restore }: RestoreTicket, { restore: say }: Text): string {
  if (restore.approval !== undefined) return say.approval.approved(mention(restore.approval.by));
  return state === "approval-wanted" ? "" : say.approval.withdrawn;
}

/** What the plan would do, in facts. */
export function planFacts(plan: RestorePlan, text: Text): string[] {
  const { restore } = text;
  const { approval: label } = restore;
  const { target, mode } = plan.request;
  const { bytes, seconds, basis } = plan.estimate ?? {};
  const took = seconds === undefined ? restore.notKnown : spanText(seconds * 1_000, text);
  const estimate =
    basis === undefined ? restore.notKnown : restore.estimate(took, restore.basis[basis]);
  const size = bytes === undefined ? "" : ` · ${bytesText(bytes)}`;
  const snapshot = `${utcText(plan.snapshot.pointInTime.to)} · ${text.ticket.gap(spanText(plan.gapMs, text))}`;
  return [
    fact(label.do, text.ticket.mode[mode]),
    fact(label.target, escapeMrkdwn(target.name)),
    ...partFacts(plan, text),
    fact(label.snapshot, `${snapshot}\n\`${escapeMrkdwn(plan.snapshot.id)}\``),
    fact(label.overwrites, plan.destructive ? `:warning: ${restore.yes}` : restore.nothing),
    fact(label.safety, plan.safetySnapshot ? restore.yes : restore.no),
    fact(restore.downtimeLabel, restore.downtime[plan.downtime]),
    fact(label.estimate, `${estimate}${size}`),
  ];
}

/** What comes back, by name, where the engine knows parts. */
export const partFacts = ({ parts }: Pick<RestorePlan, "parts">, { restore }: Text): string[] =>
  parts === undefined ? [] : [fact(restore.approval.parts, escapeMrkdwn(parts.join(", ")))];

function decisionButtons(ticket: RestoreTicket, digest: string, text: Text): Block {
  const { button: label } = text.ticket;
  const value = cardValue({ id: ticket.id, version: ticket.version, digest });
  const named = (name: string) => ({ value, label: text.ticket.of(name, ticket.id) });
  const elements: types.Button[] = [
    button("restore.approve", label.approve, { ...named(label.approve), style: "primary" }),
    button("restore.refuse", label.refuse, { ...named(label.refuse), style: "danger" }),
  ];
  return actions("decide", elements);
}
