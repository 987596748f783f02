import { attributes } from "../markup/attributes.js";
import { escapeHtml } from "../markup/escape-html.js";

/** @import { Around } from "./message.js" */

/**
 * What can be done with a message; an ephemeral takes none of it.
 *
 * @param {any} message
 * @param {Around} around
 * @returns {string}
 */
export function messageTools(message, around) {
  if (message.ephemeral) return "";
  const reply = around.inThread ? "" : tool("thread", "Reply in thread", "↳");
  return `<div class="tools" role="group" aria-label="Message actions">${tool("react-eyes", "React with eyes", "👀", "eyes")}${tool("react-ticket", "React with ticket", "🎫", "ticket")}${tool("react-check", "React with check mark", "✅", "white_check_mark")}${picker()}${reply}${more(message, around)}</div>`;
}

/**
 * @param {string} deed
 * @param {string} label
 * @param {string} sign
 * @param {string} [reaction]
 * @returns {string}
 */
function tool(deed, label, sign, reaction) {
  const own = attributes({
    class: "tool",
    "data-do": reaction === undefined ? deed : "react",
    "data-name": reaction,
    "aria-label": label,
    title: label,
  });
  return `<button type="button"${own}><span aria-hidden="true">${sign}</span></button>`;
}

/** Filled when it is opened. */
const picker = () =>
  `<details class="menu react-menu"><summary class="tool" aria-label="Add another reaction" title="Add another reaction"><span aria-hidden="true">☺</span></summary><div class="menu-list emoji-picker"></div></details>`;

/**
 * @param {any} message
 * @param {Around} around
 * @returns {string}
 */
function more(message, { viewer, shortcuts }) {
  const mine = message.user === viewer.me;
  const items = [
    ...shortcuts.map((one) =>
      item("shortcut", one.name, { "data-callback": one.callback_id, title: one.description }),
    ),
    ...(mine
      ? [
          item("edit", "Edit message"),
          item("delete", "Delete message", { class: "menu-item menu-danger" }),
        ]
      : []),
    item("copy", "Copy text"),
  ];
  return `<details class="menu more-menu"><summary class="tool" aria-label="More actions" title="More actions"><span aria-hidden="true">⋯</span></summary><div class="menu-list" role="group" aria-label="More actions">${items.join("")}</div></details>`;
}

/**
 * @param {string} deed
 * @param {string} words
 * @param {Record<string, string | undefined>} [own]
 * @returns {string}
 */
const item = (deed, words, own = {}) =>
  `<button type="button"${attributes({ class: "menu-item", "data-do": deed, ...own })}>${escapeHtml(words)}</button>`;
