import { completion } from "../chat/completion.js";
import { listbox } from "./listbox.js";

/** @import { App } from "../state/app.js" */

/**
 * Offers commands, people, channels and emoji for the word before the caret.
 *
 * @param {App} app
 * @param {any} field
 * @param {any} list
 * @param {() => void} changed
 */
export function completer(app, field, list, changed) {
  let from = 0;
  const box = listbox(field, list, (/** @type {{ insert: string }} */ offer) => {
    field.setRangeText(offer.insert, from, field.selectionStart, "end");
    changed();
  });
  field.addEventListener("blur", box.close);
  return {
    close: box.close,
    onKey: box.onKey,
    offer() {
      const found = completion(field.value.slice(0, field.selectionStart), app.state);
      if (found === undefined) return box.close();
      from = found.from;
      return box.open(found.offers.map((one) => ({ words: one.words, about: one.about, of: one })));
    },
  };
}
