import { attributes } from "../markup/attributes.js";
import { searchEmoji } from "../markup/emoji.js";

const MOST = 48;

/** A search field with the emoji that match it. */
export const emojiPicker = () =>
  `<input type="search" class="field emoji-search" aria-label="Search emoji" placeholder="Search emoji" autocomplete="off"><div class="emoji-grid">${emojiGrid("")}</div>`;

/**
 * @param {string} typed
 * @returns {string}
 */
export function emojiGrid(typed) {
  const found = searchEmoji(typed, MOST);
  if (found.length === 0) return `<p class="hint">No emoji of that name</p>`;
  return found
    .map(([name, sign]) => {
      const own = attributes({
        class: "tool",
        "data-do": "react",
        "data-name": name,
        "aria-label": name.replaceAll("_", " "),
        title: `:${name}:`,
      });
      return `<button type="button"${own}>${sign}</button>`;
    })
    .join("");
}
