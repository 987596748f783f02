import type { types } from "@slack/bolt";
import { section } from "../blocks/elements.ts";
import { input, modal, writing } from "../blocks/inputs.ts";
import type { Text } from "../text/text.ts";

const INSTANT_MAX = 60;

/** No engine sees the snapshots: staff type what their own tools show. */
export const byHandForm = (metadata: string, { app, form }: Text): types.ModalView =>
  modal({
    callback: "restore.plan-by-hand",
    title: form.plan.title,
    submit: form.byHand.send,
    close: app.cancel,
    metadata,
    blocks: [
      section("why", form.byHand.why),
      input("snapshot", form.byHand.snapshot, writing({ max: 200 })),
      input("taken", form.byHand.taken, writing({ max: INSTANT_MAX }), {
        hint: form.byHand.instantHint,
      }),
    ],
  });

/** The copy is in place: where, since when, and what its `snap.time` says. */
export const placedForm = (metadata: string, { app, form }: Text): types.ModalView =>
  modal({
    callback: "restore.placed",
    title: form.placed.title,
    submit: form.placed.send,
    close: app.cancel,
    metadata,
    blocks: [
      input("path", form.placed.path, writing({ max: 500 }), { hint: form.placed.pathHint }),
      input("placed", form.placed.at, writing({ max: INSTANT_MAX }), {
        hint: form.byHand.instantHint,
      }),
      input("snaptime", form.placed.snapTime, writing({ max: INSTANT_MAX }), {
        hint: form.placed.snapTimeHint,
      }),
    ],
  });
