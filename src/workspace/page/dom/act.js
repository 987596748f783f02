import { confirmed } from "./confirm.js";
import { ask } from "./control.js";
import { blockOf, readFields } from "./fields.js";
import { told } from "./toast.js";

/** @import { App } from "../state/app.js" */

/**
 * A click or a choice on a block, told to the app once its question is answered. One at a time per control.
 *
 * @param {App} app
 * @param {any} control
 * @param {string | string[] | null} [value]
 */
export async function act(app, control, value) {
  if (control.ariaBusy === "true") return;
  const { confirm: question, actionId } = control.dataset;
  if (question !== undefined && !(await confirmed(JSON.parse(question), app.viewer))) return;
  const view = control.closest("[data-view]");
  control.ariaBusy = "true";
  for (const one of control.querySelectorAll("[aria-pressed]")) {
    one.setAttribute("aria-pressed", String(one.dataset.pick === value));
  }
  const answer = await ask("act", {
    as: app.me,
    in: placeOfControl(control),
    block: blockOf(control),
    action: actionId,
    ...(value === undefined ? {} : { value }),
    ...(view === null ? {} : { values: readFields(view) }),
  });
  control.ariaBusy = null;
  told(answer);
}

/**
 * Asks the app for the options of an external select.
 *
 * @param {App} app
 * @param {any} field
 * @param {string} typed
 * @returns {Promise<any>}
 */
export const suggest = (app, field, typed) =>
  ask("suggest", {
    as: app.me,
    in: placeOfControl(field),
    block: blockOf(field),
    action: field.dataset.actionId,
    typed,
  });

/** @param {any} control */
function placeOfControl(control) {
  const view = control.closest("[data-view]");
  if (view !== null) return { view: view.dataset.view };
  const { channel, ts } = control.closest("[data-ts]").dataset;
  return { channel, ts };
}
