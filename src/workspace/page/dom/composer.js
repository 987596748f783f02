import { completion } from "../chat/completion.js";
import { ask } from "./control.js";
import { byId } from "./element.js";
import { listbox } from "./listbox.js";
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
  const drafts = new Map();
  let at = "";

  /** @type {number} */
  let from = 0;
  const list = listbox(field, byId(`${id}-list`), (/** @type {{ insert: string }} */ offer) => {
    field.setRangeText(offer.insert, from, field.selectionStart, "end");
    keep();
  });
  const keep = () => drafts.set(at, field.value);
  const offer = () => {
    const found = completion(field.value.slice(0, field.selectionStart), app.state);
    if (found === undefined) return list.close();
    from = found.from;
    return list.open(found.offers.map((one) => ({ words: one.words, about: one.about, of: one })));
  };
  const send = async () => {
    const text = field.value.trim();
    if (text === "") return;
    const to = place();
    const key = at;
    field.value = "";
    keep();
    list.close();
    sent();
    const done = told(await ask("say", { as: app.me, ...to, text }));
    if (done || (drafts.get(key) ?? "") !== "") return;
    drafts.set(key, text);
    if (at === key) field.value = text;
  };

  field.addEventListener("input", () => {
    keep();
    offer();
  });
  field.addEventListener("blur", () => list.close());
  field.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (list.onKey(event) || event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
    if (event.key === "ArrowUp" && field.value === "") {
      event.preventDefault();
      editLast();
    }
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
      if (key === at) return;
      at = key;
      field.value = drafts.get(key) ?? "";
      list.close();
    },
    focus: () => field.focus(),
  };
}
