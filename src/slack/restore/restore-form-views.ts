import type { types } from "@slack/bolt";
import type { RestoreMode } from "../../restore/restore-plan.ts";
import { loadingView } from "../app/small-views.ts";
import { option } from "../blocks/elements.ts";
import { input, modal, writing } from "../blocks/inputs.ts";
import { WORDS, wordsForm } from "../desk/desk-forms.ts";
import type { Text } from "../text/text.ts";

export const planLoading = (text: Text): types.ModalView =>
  loadingView(text, { title: text.form.plan.title });

/** The environment's name is typed by hand before anything runs. */
export const runForm = (metadata: string, name: string, { app, form }: Text): types.ModalView =>
  modal({
    callback: "restore.run",
    title: form.run.title,
    submit: form.run.send,
    close: app.cancel,
    metadata,
    blocks: [input(WORDS, form.runLabel(name), writing({ max: 100 }))],
  });

/** What the requester did with the data; a restore has only one answer. */
export function acknowledgeForm(
  metadata: string,
  mode: RestoreMode,
  { app, form, restore }: Text,
): types.ModalView {
  const { outcome } = restore.handOver;
  const hows =
    mode === "restore" ? (["restored", "copied"] as const) : (["copied", "imported"] as const);
  return modal({
    callback: "restore.acknowledge",
    title: form.acknowledge.title,
    submit: form.acknowledge.send,
    close: app.cancel,
    metadata,
    blocks: [
      input("how", form.acknowledge.label, {
        type: "radio_buttons",
        action_id: "v",
        options: hows.map((how) => option(outcome[how], how)),
      }),
    ],
  });
}

export const problemForm = (metadata: string, text: Text): types.ModalView =>
  wordsForm({ callback: "restore.problem", words: text.form.problem, metadata }, text);
