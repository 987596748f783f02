import { attributes } from "../markup/attributes.js";
import { EMOJI } from "../markup/emoji-names.js";
import { escapeHtml } from "../markup/escape-html.js";

/** @import { Around } from "./message.js" */

/**
 * The reactions under a message, each a switch of one's own.
 *
 * @param {any} message
 * @param {Around} around
 * @returns {string}
 */
export function reactions(message, around) {
  if (message.reactions.length === 0) return "";
  const items = message.reactions.map((/** @type {any} */ one) => reaction(one, around));
  return `<ul class="reactions" aria-label="Reactions">${items.join("")}</ul>`;
}

/**
 * @param {{ name: string, users: readonly string[] }} one
 * @param {Around} around
 * @returns {string}
 */
function reaction({ name, users }, { viewer }) {
  const who = users
    .map((id) => (id === viewer.me ? "you" : (viewer.people.get(id) ?? id)))
    .join(", ");
  const own = attributes({
    class: "reaction",
    "data-do": "react",
    "data-name": name,
    "aria-pressed": users.includes(viewer.me) ? "true" : "false",
    "aria-label": `${name.replaceAll("_", " ")}: ${who}`,
    title: `:${name}: ${who}`,
  });
  const sign = EMOJI.get(name) ?? `:${escapeHtml(name)}:`;
  return `<li><button type="button"${own}><span aria-hidden="true">${sign}</span> <span class="count">${users.length}</span></button></li>`;
}
