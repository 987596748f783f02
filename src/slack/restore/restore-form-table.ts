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
    "restore.hand-over": onSent(needs, ({ card: { id }, by }) => needs.handOver({ id, by }), null),
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
