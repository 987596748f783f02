import { modalFrame, viewRows } from "../chat/modal.js";
import { dropWaiting } from "./block-actions.js";
import { ask } from "./control.js";
import { byId } from "./element.js";
import { keepTyping, readFields } from "./fields.js";
import { patchRows } from "./patch-rows.js";
import { toast, told } from "./toast.js";

/** @import { App } from "../state/app.js" */

/**
 * Draws the stack of modals: one `<dialog>` per view, the last on top. The browser gives the focus back
 * to what opened it; `refocus` helps where that is gone.
 *
 * @param {App} app
 * @param {() => void} refocus
 */
export function drawModals(app, refocus) {
  const stack = byId("modals");
  const { modals } = app.state;
  const closing = stack.children.length > 0 && modals.length === 0;
  for (const dialog of Array.from(stack.children)) {
    if (!modals.some(({ id }) => id === dialog.dataset.view)) takeAway(dialog);
  }
  for (const [level, view] of modals.entries()) {
    const dialog = stack.children[level] ?? add(app, view);
    drawModal(dialog, view, level > 0, app);
    if (!dialog.open) show(dialog);
  }
  if (closing && document.activeElement === document.body) refocus();
}

/** @param {any} dialog */
function takeAway(dialog) {
  dialog.dataset.gone = "";
  document.body.append(byId("toasts"));
  dialog.close();
  dialog.remove();
}

/**
 * @param {any} dialog
 */
function show(dialog) {
  dialog.showModal();
  const first = dialog.querySelector(
    ".modal-body :is(input, select, textarea, button):not([disabled])",
  );
  (first ?? dialog.querySelector(".modal-foot button"))?.focus();
}

/**
 * @param {App} app
 * @param {any} view
 */
function add(app, view) {
  const dialog = document.createElement("dialog");
  dialog.className = "modal";
  dialog.dataset.view = view.id;
  dialog.setAttribute("aria-labelledby", `${encodeURIComponent(view.id)}--title`);
  dialog.innerHTML = `<form novalidate><header class="modal-head"></header><div class="modal-body"></div><p class="error modal-error" role="alert" hidden></p><footer class="modal-foot"></footer></form>`;
  dialog.addEventListener("cancel", (event) => {
    if (event.target !== dialog) return;
    event.preventDefault();
    void closeView(app, dialog, false);
  });
  dialog.addEventListener("close", () => {
    if (dialog.dataset.gone === undefined) void closeView(app, dialog, false);
  });
  dialog.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit(app, dialog);
  });
  dialog.addEventListener("click", (event) => {
    const deed = /** @type {any} */ (event.target).closest("[data-do]")?.dataset.do;
    if (deed === "back") void closeView(app, dialog, false);
    if (deed === "close-all") void closeView(app, dialog, true);
  });
  byId("modals").append(dialog);
  return dialog;
}

const wrap = (/** @type {string} */ inner) => [{ key: "all", html: `<div>${inner}</div>` }];

/**
 * @param {any} dialog
 * @param {any} view
 * @param {boolean} below
 * @param {App} app
 */
function drawModal(dialog, view, below, app) {
  dialog.dataset.callback = view.callback;
  const { head, foot } = modalFrame(view, below);
  patchRows(dialog.querySelector(".modal-head"), wrap(head));
  patchRows(dialog.querySelector(".modal-foot"), wrap(foot));
  patchRows(dialog.querySelector(".modal-body"), viewRows(view, app.viewer), {
    onReplace: keepTyping,
  });
}

/**
 * @param {App} app
 * @param {any} dialog
 * @param {boolean} all
 */
async function closeView(app, dialog, all) {
  dropWaiting();
  told(await ask("close", { as: app.me, view: dialog.dataset.view, ...(all ? { all } : {}) }));
}

/**
 * @param {App} app
 * @param {any} dialog
 */
async function submit(app, dialog) {
  const canSubmit = dialog.querySelector("[type=submit]") !== null;
  if (!canSubmit || dialog.ariaBusy === "true") return;
  dropWaiting();
  dialog.ariaBusy = "true";
  const complaint = dialog.querySelector(".modal-error");
  complaint.hidden = true;
  const view = dialog.dataset.view;
  const answer = await ask("submit", { as: app.me, view, values: readFields(dialog) });
  dialog.ariaBusy = null;
  if (!answer.ok) {
    complaint.textContent = answer.text;
    complaint.hidden = false;
    return;
  }
  if (answer.result === "errors") showErrors(app, dialog, answer.errors);
}

/**
 * @param {App} app
 * @param {any} dialog
 * @param {Record<string, string>} errors
 */
function showErrors(app, dialog, errors) {
  const { view: id } = dialog.dataset;
  app.change({
    ...app.state,
    modals: app.state.modals.map((view) =>
      view.id === id ? Object.assign({}, view, { errors }) : view,
    ),
  });
  app.drawNow();
  const shown = dialog.querySelector("[aria-invalid=true]");
  const first = shown?.matches("fieldset") ? shown.querySelector("input") : shown;
  if (first === null || first === undefined) toast(Object.values(errors).join(" "));
  else first.focus();
}
