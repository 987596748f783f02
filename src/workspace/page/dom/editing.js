import { messageText } from "../chat/message-text.js";
import { ask } from "./control.js";
import { told } from "./toast.js";

/** @import { App } from "../state/app.js" */

/**
 * Puts a field in the place of a message's text: Enter saves, Escape leaves it as it was.
 *
 * @param {App} app
 * @param {any} message
 */
export function startEditing(app, message) {
  const { channel, ts } = message;
  app.editing = { channel, ts };
  app.drawNow();
  const text = messageText(message.text, app.viewer);
  for (const node of document.querySelectorAll(
    `[data-channel="${CSS.escape(channel)}"][data-ts="${CSS.escape(ts)}"]`,
  )) {
    if (node.querySelector(".editor") === null)
      node.querySelector(".message-head")?.after(editor(app, text));
  }
  const field = document.querySelector(".editor textarea");
  field?.focus();
  field?.setSelectionRange(text.length, text.length);
}

/**
 * @param {App} app
 * @param {string} text
 */
function editor(app, text) {
  const form = document.createElement("form");
  form.className = "editor";
  form.innerHTML = `<textarea class="field" aria-label="Edit message" rows="2"></textarea><div class="actions"><button type="button" class="button">Cancel</button><button type="submit" class="button button-primary">Save</button></div>`;
  const field = /** @type {any} */ (form.querySelector("textarea"));
  field.value = text;
  const stop = () => {
    app.editing = undefined;
    for (const open of document.querySelectorAll(".editor")) open.remove();
    app.drawNow();
  };
  const save = async () => {
    const { editing } = app;
    const typed = field.value.trim();
    if (editing === undefined || typed === "") return;
    if (typed === text || told(await ask("edit", { as: app.me, ...editing, text: typed }))) stop();
  };
  form.querySelector("[type=button]")?.addEventListener("click", stop);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void save();
  });
  field.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") stop();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void save();
  });
  return form;
}
