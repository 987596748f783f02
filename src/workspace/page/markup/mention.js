import { attributes } from "./attributes.js";
import { escapeHtml } from "./escape-html.js";

/** @import { Viewer } from "./viewer.js" */

/**
 * @param {string} id
 * @param {string} label what stands in the text when the id is not known
 * @param {Viewer} viewer
 * @returns {string}
 */
export function personMention(id, label, viewer) {
  const name = viewer.people.get(id) ?? (label === "" ? id : label);
  const mine = id === viewer.me ? " mention-me" : "";
  return `<span${attributes({ class: `mention${mine}`, "data-user": id })}>@${escapeHtml(name)}</span>`;
}

/**
 * @param {string} id
 * @param {string} label
 * @param {Viewer} viewer
 * @returns {string}
 */
export function channelMention(id, label, viewer) {
  const known = viewer.channels.get(id);
  const words = escapeHtml(known ?? (label === "" ? id : label));
  if (known === undefined) return `<span class="mention">#${words}</span>`;
  return `<a${attributes({ class: "mention", href: `#${encodeURIComponent(id)}` })}>#${words}</a>`;
}

/**
 * @param {string} id
 * @param {string} label
 * @param {Viewer} viewer
 * @returns {string}
 */
export function groupMention(id, label, viewer) {
  const name = viewer.groups.get(id) ?? (label === "" ? id : label);
  return `<span class="mention">@${escapeHtml(name.replace(/^@/, ""))}</span>`;
}

/**
 * @param {string} range here, channel or everyone
 * @returns {string}
 */
export const broadcastMention = (range) =>
  `<span class="mention mention-me">@${escapeHtml(range)}</span>`;
