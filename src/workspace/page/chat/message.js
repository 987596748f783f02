import { keyedBlocks } from "../blocks/block.js";
import { attributes } from "../markup/attributes.js";
import { clockWords, fullClockWords, instantOf } from "../markup/clock-words.js";
import { escapeHtml } from "../markup/escape-html.js";
import { mrkdwn } from "../markup/mrkdwn.js";
import { avatar } from "./avatar.js";
import { messageTools } from "./message-tools.js";
import { reactions } from "./reactions.js";

/** @import { Viewer } from "../markup/viewer.js" */

/**
 * What a message needs to know of its surroundings.
 *
 * @typedef {object} Around
 * @property {Viewer} viewer
 * @property {ReadonlyMap<string, any>} persons by id
 * @property {readonly any[]} shortcuts message shortcuts of the app
 * @property {boolean} inThread
 * @property {boolean} [compact] follows a message of the same person
 * @property {boolean} [editing]
 */

/**
 * A message of a conversation.
 *
 * @param {any} message
 * @param {Around} around
 * @returns {string}
 */
export function messageHtml(message, around) {
  const person = around.persons.get(message.user) ?? {
    id: message.user,
    name: message.user,
    realName: message.user,
  };
  const time = clockWords(instantOf(message.ts), around.viewer);
  const classes = [
    "message",
    around.compact && "message-compact",
    message.ephemeral && "message-ephemeral",
    message.isBot && "message-app",
  ];
  const own = attributes({
    class: classes.filter(Boolean).join(" "),
    "data-channel": message.channel,
    "data-ts": message.ts,
    "data-thread": message.thread,
    "aria-label": `${person.realName}, ${time}`,
    tabindex: -1,
  });
  const body = [head(message, person, around), content(message, around), foot(message, around)];
  return `<article${own}>${avatar(person)}<div class="message-body">${body.join("")}</div>${messageTools(message, around)}</article>`;
}

/**
 * @param {any} message
 * @param {any} person
 * @param {Around} around
 * @returns {string}
 */
function head(message, person, { viewer }) {
  const at = instantOf(message.ts);
  const time = attributes({
    datetime: new Date(at).toISOString(),
    title: fullClockWords(at, viewer),
  });
  const badge = message.isBot ? ` <span class="badge">app</span>` : "";
  const only = message.ephemeral ? `<p class="only-you">Only visible to you</p>` : "";
  return `<header class="message-head"><strong class="author">${escapeHtml(person.realName)}</strong>${badge} <time${time}>${clockWords(at, viewer)}</time></header>${only}`;
}

/**
 * What a person wrote is shown as they typed it; an app speaks in blocks.
 *
 * @param {any} message
 * @param {Around} around
 * @returns {string}
 */
function content(message, { viewer, editing, inThread }) {
  if (editing === true) return "";
  const edited =
    message.edited === undefined || message.isBot ? "" : ` <span class="edited">(edited)</span>`;
  if (!message.isBot || message.blocks.length === 0) {
    return `<div class="content"><div class="text">${mrkdwn(message.text, viewer)}${edited}</div></div>`;
  }
  const scope = `${inThread ? "t" : "m"}-${message.channel}-${message.ts}`;
  const blocks = keyedBlocks(message.blocks, { viewer, scope, kind: "message" });
  return `<div class="content">${blocks.map((block) => block.html).join("")}</div>`;
}

/**
 * @param {any} message
 * @param {Around} around
 * @returns {string}
 */
function foot(message, around) {
  const put = reactions(message, around);
  if (around.inThread || message.replies === 0) return put;
  const words = message.replies === 1 ? "1 reply" : `${message.replies} replies`;
  return `${put}<button type="button" class="thread-link" data-do="thread">${words}<span class="thread-hint" aria-hidden="true">Open thread</span></button>`;
}
