import { escapeHtml } from "./escape-html.js";
import { link } from "./link.js";
import { broadcastMention, channelMention, groupMention, personMention } from "./mention.js";
import { slackDate } from "./slack-date.js";
import { unmark } from "./unmark.js";

/** @import { Viewer } from "./viewer.js" */

/**
 * What stands between `<` and `>` in Slack's markup, as HTML.
 *
 * @param {string} inside still escaped the way Slack escapes
 * @param {Viewer} viewer
 * @returns {string}
 */
export function entity(inside, viewer) {
  const bar = inside.indexOf("|");
  const head = unmark(bar < 0 ? inside : inside.slice(0, bar));
  const label = bar < 0 ? "" : unmark(inside.slice(bar + 1));
  if (head.startsWith("@")) return personMention(head.slice(1), label.replace(/^@/, ""), viewer);
  if (head.startsWith("#")) return channelMention(head.slice(1), label, viewer);
  if (head.startsWith("!")) return command(head.slice(1), label, viewer);
  const words = label === "" ? head.replace(/^mailto:/, "") : label;
  return link(head, escapeHtml(words));
}

/**
 * @param {string} head what follows the exclamation mark
 * @param {string} label
 * @param {Viewer} viewer
 * @returns {string}
 */
function command(head, label, viewer) {
  const [name = "", ...rest] = head.split("^");
  if (name === "subteam") return groupMention(rest[0] ?? "", label, viewer);
  if (name === "date") return date(rest, label, viewer);
  if (["here", "channel", "everyone"].includes(name)) return broadcastMention(name);
  return escapeHtml(label === "" ? `<!${head}>` : label);
}

/**
 * @param {readonly string[]} parts unix seconds, format, optional address
 * @param {string} fallback
 * @param {Viewer} viewer
 * @returns {string}
 */
function date([seconds = "", format = "", address], fallback, viewer) {
  const text = slackDate(Number(seconds), format, viewer) ?? fallback;
  const html = `<time title="${escapeHtml(fallback)}">${escapeHtml(text)}</time>`;
  return address === undefined ? html : link(address, html);
}
