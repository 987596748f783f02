import { completer } from "./completer.js";
import { ask } from "./control.js";
import { drafts } from "./drafts.js";
import { byId } from "./element.js";
import { told } from "./toast.js";

/** @import { App } from "../state/app.js" */

/**
 * A field to write in: Enter sends, Shift+Enter breaks the line, words complete; what is typed belongs to its place.
 *
 * @param {App} app
 * @param {string} id of the form
 * @param {{ place: () => { channel: string, thread?: string }, sent: () => void, editLast: () => void }} needs
 */
export function composer(app, id, { place, sent, editLast }) {
  const field = byId(`${id}-text`);
  const draft = drafts(field);
  const words = completer(app, field, byId(`${id}-list`), draft.keep);
  const send = async () => {
    const text = field.value.trim();
    if (text === "") return;
    const key = draft.at();
    field.value = "";
    draft.keep();
    words.close();
    sent();
    if (!told(await ask("say", { as: app.me, ...place(), text }))) draft.giveBack(key, text);
  };
  field.addEventListener("input", () => {
    draft.keep();
    words.offer();
  });
  field.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (words.onKey(event) || event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) void send();
    else if (event.key === "ArrowUp" && field.value === "") editLast();
    else return;
    event.preventDefault();
  });
  byId(id).addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    void send();
    field.focus();
  });
  return {
    /** Shows the draft of a place and names the field after it. */
    at(/** @type {string} */ key, /** @type {string} */ label, /** @type {boolean} */ closed) {
      field.setAttribute("aria-label", label);
      field.placeholder = label;
      field.disabled = closed;
      if (draft.move(key)) words.close();
    },
    focus: () => field.focus(),
  };
}
