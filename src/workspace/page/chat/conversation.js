import { dayWords, instantOf } from "../markup/clock-words.js";
import { escapeHtml } from "../markup/escape-html.js";
import { isoDay } from "../markup/slack-date.js";
import { messageHtml } from "./message.js";

/** @import { Around } from "./message.js" */

/** @typedef {{ key: string, html: string }} Row */

const COMPACT_MS = 5 * 60_000;

/**
 * Rows of a channel or a thread: messages, a heading for each day, a line before the first unread one.
 *
 * @param {readonly any[]} messages oldest first
 * @param {Around & { readUpTo?: string, editingTs?: string }} around
 * @returns {readonly Row[]}
 */
export function conversation(messages, around) {
  /** @type {Row[]} */
  const rows = [];
  let before;
  let marked = false;
  for (const message of messages) {
    const day = dayRow(message, before, around);
    const fresh = !marked && isNew(message, around);
    if (day !== undefined) rows.push(day);
    if (fresh) rows.push({ key: "new", html: `<p class="new-line"><span>New</span></p>` });
    marked ||= fresh;
    const compact = day === undefined && !fresh && follows(message, before);
    const editing = around.editingTs === message.ts;
    rows.push({ key: message.ts, html: messageHtml(message, { ...around, compact, editing }) });
    before = message;
  }
  return rows;
}

/**
 * @param {any} message
 * @param {any} before
 * @param {Around} around
 * @returns {Row | undefined}
 */
function dayRow(message, before, { viewer }) {
  const at = instantOf(message.ts);
  const day = isoDay(at, viewer.zone);
  if (before !== undefined && isoDay(instantOf(before.ts), viewer.zone) === day) return undefined;
  return {
    key: `day-${day}`,
    html: `<h3 class="day"><span>${escapeHtml(dayWords(at, viewer))}</span></h3>`,
  };
}

/**
 * @param {any} message
 * @param {{ viewer: { me: string }, readUpTo?: string }} around
 * @returns {boolean}
 */
const isNew = (message, { viewer, readUpTo }) =>
  readUpTo !== undefined && message.ts > readUpTo && message.user !== viewer.me;

/**
 * @param {any} message
 * @param {any} before
 * @returns {boolean}
 */
const follows = (message, before) =>
  before?.user === message.user &&
  before.ephemeral === message.ephemeral &&
  instantOf(message.ts) - instantOf(before.ts) < COMPACT_MS;

/**
 * What a channel shows: roots and replies that were sent to the channel as well.
 *
 * @param {readonly any[]} messages
 * @returns {readonly any[]}
 */
export const rootsOf = (messages) =>
  messages.filter(
    (one) => one.thread === undefined || one.thread === one.ts || one.broadcast === true,
  );

/**
 * A root with its replies.
 *
 * @param {readonly any[]} messages
 * @param {string} root
 * @returns {readonly any[]}
 */
export const threadOf = (messages, root) =>
  messages.filter((one) => one.ts === root || one.thread === root);
