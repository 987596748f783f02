import { emojiHtml, signHtml } from "./emoji.js";
import { escapeHtml } from "./escape-html.js";
import { link } from "./link.js";
import { broadcastMention, channelMention, groupMention, personMention } from "./mention.js";
import { slackDate } from "./slack-date.js";
import { unknownBox } from "./unknown-box.js";

/** @import { Viewer } from "./viewer.js" */

const STYLES = { bold: "strong", italic: "em", strike: "s", underline: "u", code: "code" };

/** @type {Record<string, (one: any, viewer: Viewer) => string>} */
const KINDS = {
  text: (one) => escapeHtml(one.text),
  link: (one) => link(one.url, escapeHtml(one.text ?? one.url)),
  user: (one, viewer) => personMention(String(one.user_id), "", viewer),
  channel: (one, viewer) => channelMention(String(one.channel_id), "", viewer),
  usergroup: (one, viewer) => groupMention(String(one.usergroup_id), "", viewer),
  broadcast: (one) => broadcastMention(String(one.range)),
  color: (one) => `<code>${escapeHtml(one.value)}</code>`,
  emoji: (one) => emojiHtml(String(one.name)) ?? fromUnicode(one),
  date: dateInline,
};

/**
 * A piece of a line of rich text.
 *
 * @param {any} one
 * @param {Viewer} viewer
 * @returns {string}
 */
export function richTextInline(one, viewer) {
  const kind = Object.hasOwn(KINDS, one.type) ? KINDS[one.type] : undefined;
  if (kind === undefined) return unknownBox(one);
  const worn = Object.entries(STYLES).filter(([style]) => one.style?.[style] === true);
  return worn.reduceRight((html, [, tag]) => `<${tag}>${html}</${tag}>`, kind(one, viewer));
}

/**
 * @param {any} one
 * @returns {string}
 */
function fromUnicode(one) {
  const hex = String(one.unicode ?? "");
  if (!/^[0-9a-f]{2,5}(-[0-9a-f]{2,5})*$/i.test(hex)) return escapeHtml(`:${one.name}:`);
  const sign = String.fromCodePoint(...hex.split("-").map((part) => Number.parseInt(part, 16)));
  return signHtml(escapeHtml(sign), String(one.name));
}

/**
 * @param {any} one
 * @param {Viewer} viewer
 * @returns {string}
 */
function dateInline(one, viewer) {
  const fallback = one.fallback ?? String(one.timestamp);
  const text = slackDate(Number(one.timestamp), String(one.format), viewer) ?? fallback;
  const html = `<time title="${escapeHtml(fallback)}">${escapeHtml(text)}</time>`;
  return one.url === undefined ? html : link(one.url, html);
}
