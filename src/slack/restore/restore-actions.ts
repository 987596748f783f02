import type { types } from "@slack/bolt";
import type { PersonId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/clock.ts";
import { KEPT_MS } from "../../restore/hand-over.ts";
import type { RestoreTicket } from "../../restore/restore-case.ts";
import { againButton } from "../app/make-turn.ts";
import type { Context } from "../app/slack-needs.ts";
import type { ActionTable, Click } from "../app/turn.ts";
import { section } from "../blocks/elements.ts";
import { modal } from "../blocks/inputs.ts";
import { cardValue, readCardValue } from "../desk/card-value.ts";
import type { CardValue } from "../desk/card-value.ts";
import { atOnce } from "../desk/desk-actions.ts";
import { wordsForm } from "../desk/desk-forms.ts";
import { isRestore } from "../desk/kinds-of-ticket.ts";
import { mayPress, refuse } from "../desk/refuse.ts";
import { placedForm } from "./by-hand-forms.ts";
import { renderHandOver } from "./render-hand-over.ts";
import { acknowledgeForm, planLoading, problemForm, runForm } from "./restore-form-views.ts";
import { showPlan } from "./show-plan.ts";

/** The buttons of restore cards, approval cards, receipts and hand-overs. */
export const restoreActions = (needs: Context): ActionTable => ({
  ...staffActions(needs),
  ...byHandActions(needs),
  ...requesterActions(needs),
});

function staffActions(needs: Context): ActionTable {
  return {
    "restore.plan": onTicket(needs, "staff", async (click, { id }) => {
      const opened = await click.open(
        planLoading(click.text),
        againButton(click.text, "restore.plan", click.value),
      );
      if (opened !== undefined) await showPlan(needs, click, opened, { id });
    }),
    "restore.request-approval": atOnce(needs, ({ id, digest = "" }, by) =>
      needs.requestApproval({ id, by, digest }),
    ),
    "restore.withdraw": atOnce(needs, ({ id }, by) => needs.withdrawApproval({ id, by })),
    "restore.approve": onTicket(needs, "approver", decide(needs, "approve")),
    "restore.refuse": onTicket(needs, "approver", decide(needs, "refuse")),
    "restore.run": onTicket(needs, "staff", async (click, card, ticket) => {
      await click.open(
        runForm(cardValue(card), ticket.case.request.environment, click.text),
        againButton(click.text, "restore.run", click.value),
      );
    }),
    "restore.stop": atOnce(needs, ({ id }, by) => needs.stopRestore({ id, by })),
    "restore.ask-engine": atOnce(needs, ({ id }, by) => needs.askEngine({ id, by })),
    "restore.happened": onTicket(needs, "staff", outcome("happened")),
    "restore.did-not": onTicket(needs, "staff", outcome("didNot")),
    "restore.confirm-happened": atOnce(needs, ({ id }, by) =>
      needs.confirmOutcome({ id, by, happened: true }),
    ),
    "restore.confirm-did-not": atOnce(needs, ({ id }, by) =>
      needs.confirmOutcome({ id, by, happened: false }),
    ),
    "restore.retry": atOnce(needs, ({ id }, by) => needs.retryRestore({ id, by })),
    "restore.hand-over": onTicket(needs, "staff", async (click, card, ticket) => {
      await click.open(
        handOverPreview(needs, cardValue(card), ticket, click),
        againButton(click.text, "restore.hand-over", click.value),
      );
    }),
  };
}

/** What people do where no engine sees the snapshots. */
function byHandActions(needs: Context): ActionTable {
  return {
    "restore.placed": onTicket(needs, "staff", async (click, card) => {
      await click.open(
        placedForm(cardValue(card), click.text),
        againButton(click.text, "restore.placed", click.value),
      );
    }),
    "restore.stop-by-hand": onTicket(needs, "staff", async (click, card) => {
      const words = click.text.form.stopByHand;
      await click.open(
        wordsForm(
          { callback: "restore.stop-by-hand", words, metadata: cardValue(card) },
          click.text,
        ),
        againButton(click.text, "restore.stop-by-hand", click.value),
      );
    }),
  };
}

function requesterActions(needs: Context): ActionTable {
  return {
    "restore.accept-gap": atOnce(needs, ({ id, gapMs = 0 }, by) =>
      needs.acceptGap({ id, by, gapMs }),
    ),
    "restore.acknowledge": onTicket(needs, "requester", async (click, card, ticket) => {
      await click.open(
        acknowledgeForm(cardValue(card), ticket.case.mode, click.text),
        againButton(click.text, "restore.acknowledge", click.value),
      );
    }),
    "restore.problem": onTicket(needs, "requester", async (click, card) => {
      await click.open(
        problemForm(cardValue(card), click.text),
        againButton(click.text, "restore.problem", click.value),
      );
    }),
  };
}

type Does = (click: Click, card: CardValue, ticket: RestoreTicket) => Promise<void>;

/** A control that opens something: the card is read, the right is checked, then it opens. */
const onTicket =
  (needs: Context, right: "staff" | "approver" | "requester", does: Does) =>
  async (click: Click): Promise<void> => {
    await click.ack();
    const card = readCardValue(click.value);
    const ticket = card === undefined ? undefined : await needs.tickets.get(card.id);
    if (card === undefined || ticket === undefined || !isRestore(ticket)) {
      return click.tell(click.text.app.oldControl);
    }
    if (right === "requester") {
      if (ticket.requester !== click.person) return click.tell(click.text.problem.requesterOnly);
    } else if (
      !(await mayPress(needs, click, { action: click.action, id: card.id, needs: right }))
    ) {
      return;
    }
    await does(click, card, ticket);
  };

const OUTCOME = { happened: "restore.happened", didNot: "restore.did-not" } as const;

/** What staff have found out about a run whose answer was lost, with what they have seen. */
const outcome =
  (what: keyof typeof OUTCOME): Does =>
  async (click, card) => {
    const callback = OUTCOME[what];
    const words = click.text.form[what];
    await click.open(
      wordsForm({ callback, words, metadata: cardValue(card) }, click.text),
      againButton(click.text, callback, click.value),
    );
  };

/** Requester and claimer are refused at the click already, and the try is kept. */
const decide =
  (needs: Context, what: "approve" | "refuse"): Does =>
  async (click, card, ticket) => {
    const same = sameAs(ticket, click.person);
    if (same !== undefined) {
      const note = { action: `restore.${what}-refused`, data: { kind: "same-person", as: same } };
      await needs.audit.append(click.person, note, ticket.id);
      return refuse(needs, click, ticket.id, { kind: "same-person", as: same });
    }
    if (ticket.state !== "approval-wanted" || ticket.case.restorePlan?.digest !== card.digest) {
      return refuse(needs, click, ticket.id, { kind: "plan-stale" });
    }
    const words = click.text.form[what];
    const form = wordsForm(
      {
        callback: `restore.${what}`,
        words,
        metadata: cardValue(card),
        optional: what === "approve",
      },
      click.text,
    );
    await click.open(form, againButton(click.text, `restore.${what}`, click.value));
  };

function sameAs(
  { requester, assignee, case: restore }: RestoreTicket,
  person: PersonId,
): "requester" | "claimer" | undefined {
  if (person === requester) return "requester";
  const involved = [assignee, restore.plannedBy, restore.approvalWantedBy];
  return involved.includes(person) ? "claimer" : undefined;
}

/** What the requester is going to read, before it leaves. */
function handOverPreview(
  { cite, now }: Context,
  metadata: string,
  ticket: RestoreTicket,
  { text, person }: Click,
): types.ModalView {
  const { placed } = ticket.case;
  const keptUntil = placed === undefined ? {} : { keptUntil: (placed.at + KEPT_MS) as Instant };
  const then: RestoreTicket = {
    ...ticket,
    state: "handed-over",
    case: { ...ticket.case, handOver: { by: person, at: now(), ...keptUntil } },
  };
  const preview = renderHandOver(then, cite).blocks.filter((block) => block.type !== "actions");
  return modal({
    callback: "restore.hand-over",
    title: text.form.handOver.title,
    submit: text.form.handOver.send,
    close: text.app.cancel,
    metadata,
    blocks: [section("preview", text.form.handOverPreview), ...preview],
  });
}
