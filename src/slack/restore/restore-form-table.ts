import { told as toldNotice } from "../../desk/ticket-notices.ts";
import type { TicketId } from "../../kernel/ids.ts";
import { fieldIn } from "../app/fields.ts";
import type { Context } from "../app/slack-needs.ts";
import type { FormTable } from "../app/turn.ts";
import { readCardValue } from "../desk/card-value.ts";
import { onSent } from "../desk/desk-form-table.ts";
import { planLoading } from "./restore-form-views.ts";
import { showPlan } from "./show-plan.ts";

const HOW = ["restored", "copied", "imported"] as const;

/** The forms behind the buttons of restore cards and hand-overs. */
export function restoreFormTable(needs: Context): FormTable {
  return {
    "restore.approve": onSent(needs, ({ card: { id, digest = "" }, by, words }) =>
      needs.approveRestore({ id, by, digest, words }),
    ),
    "restore.refuse": onSent(needs, ({ card: { id, digest = "" }, by, words }) =>
      needs.refuseRestore({ id, by, digest, words }),
    ),
    "restore.run": onSent(needs, ({ card: { id, digest = "" }, by, words }) =>
      needs.startRestore({ id, by, digest, typed: words }),
    ),
    "restore.happened": onSent(needs, ({ card: { id }, by, words }) =>
      needs.claimOutcome({ id, by, happened: true, words }),
    ),
    "restore.did-not": onSent(needs, ({ card: { id }, by, words }) =>
      needs.claimOutcome({ id, by, happened: false, words }),
    ),
    "restore.hand-over": onSent(
      needs,
      async ({ card: { id }, by }) => {
        const done = await needs.handOver({ id, by });
        if (!done.ok && done.problem.kind === "gap-not-accepted") {
          await askForGap(needs, id, done.problem.gapMs);
        }
        return done;
      },
      null,
    ),
    "restore.problem": onSent(needs, ({ card: { id }, by, words }) =>
      needs.reportProblem({ id, by, words }),
    ),
    "restore.acknowledge": onSent(
      needs,
      ({ card: { id }, by, form }) => {
        const told = fieldIn(form.view.fields, "how");
        const how = HOW.find((one) => one === told) ?? "copied";
        return needs.acknowledgeHandOver({ id, by, how });
      },
      "how",
    ),
    "restore.plan": async (form) => {
      const card = readCardValue(form.view.metadata);
      const snapshotId = fieldIn(form.view.fields, "snapshot");
      await form.ack({ response_action: "update", view: planLoading(form.text) });
      if (card === undefined) return;
      const again = { id: card.id, ...(snapshotId === undefined ? {} : { snapshotId }) };
      await showPlan(needs, form, { id: form.view.id }, again);
    },
  };
}

/** The requester has not seen this gap: they are asked, once for each size of it. */
async function askForGap(needs: Context, id: TicketId, gapMs: number): Promise<void> {
  const ticket = await needs.tickets.get(id);
  if (ticket === undefined) return;
  const notice = toldNotice(ticket, "gap", { gapMs });
  await needs.outbox.add([{ ...notice, idem: `told.gap:${id}:${gapMs}` }]);
}
