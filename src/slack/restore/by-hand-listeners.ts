import { readInstant } from "../../kernel/clock.ts";
import type { Instant } from "../../kernel/clock.ts";
import { fieldIn } from "../app/fields.ts";
import type { Context } from "../app/slack-needs.ts";
import type { Form, FormAnswer, FormTable } from "../app/turn.ts";
import { readCardValue } from "../desk/card-value.ts";
import { onSent } from "../desk/desk-form-table.ts";
import { planLoading } from "./restore-form-views.ts";
import { showPlan } from "./show-plan.ts";

/** What staff type where no engine sees the snapshots: which one it is, and where they have laid it out. */
export function byHandForms(needs: Context): FormTable {
  return {
    "restore.placed": async (form) => {
      const at = instantsIn(form, ["placed", "snaptime"]);
      if (at.kind === "errors") return form.ack(at.answer);
      const { placed, snaptime } = at.instants;
      if (placed === undefined || snaptime === undefined) return;
      const path = fieldIn(form.view.fields, "path") ?? "";
      await onSent(
        needs,
        ({ card: { id }, by }) =>
          needs.placeByHand({ id, by, path, placedAt: placed, snapTime: snaptime }),
        "snaptime",
      )(form);
    },
    "restore.stop-by-hand": onSent(needs, ({ card: { id }, by, words }) =>
      needs.stopByHand({ id, by, words }),
    ),
    "restore.plan-by-hand": async (form) => {
      const card = readCardValue(form.view.metadata);
      const at = instantsIn(form, ["taken"]);
      if (at.kind === "errors") return form.ack(at.answer);
      const { taken } = at.instants;
      const snapshotId = fieldIn(form.view.fields, "snapshot");
      await form.ack({ response_action: "update", view: planLoading(form.text) });
      if (card === undefined || taken === undefined || snapshotId === undefined) return;
      await showPlan(
        needs,
        form,
        { id: form.view.id },
        { id: card.id, byHand: { snapshotId, taken } },
      );
    },
  };
}

type Instants =
  | { readonly kind: "instants"; readonly instants: Readonly<Record<string, Instant | undefined>> }
  | { readonly kind: "errors"; readonly answer: FormAnswer };

/** Instants as clouds write them; what is none is said beside its field. */
function instantsIn({ view, text }: Form, blocks: readonly string[]): Instants {
  const read = blocks.map(
    (block) => [block, readInstant(fieldIn(view.fields, block) ?? "")] as const,
  );
  const wrong = read.filter(([, instant]) => instant === undefined).map(([block]) => block);
  if (wrong.length === 0) return { kind: "instants", instants: Object.fromEntries(read) };
  const errors = Object.fromEntries(wrong.map((block) => [block, text.form.byHand.noInstant]));
  return { kind: "errors", answer: { response_action: "errors", errors } };
}
