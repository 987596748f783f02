import { EMOJI } from "./emoji-names.js";
import { EMOJI_IN_TEXT, emojiHtml } from "./emoji.js";
import { escapeHtml } from "./escape-html.js";
import { mrkdwn } from "./mrkdwn.js";

/** @import { Viewer } from "./viewer.js" */

/**
 * A text object of Block Kit (`plain_text` or `mrkdwn`) as HTML.
 *
 * @param {{ type?: string, text?: string, emoji?: boolean } | undefined} object
 * @param {Viewer} viewer
 * @returns {string}
 */
export function textObject(object, viewer) {
  if (object?.type === "mrkdwn") return mrkdwn(object.text ?? "", viewer);
  const html = escapeHtml(object?.text ?? "");
  if (object?.emoji === false) return html;
  return html.replace(EMOJI_IN_TEXT, (whole, name) => emojiHtml(name) ?? whole);
}

/**
 * The words of a text object where no tag may stand (options, titles): emoji as signs.
 *
 * @param {{ text?: string, emoji?: boolean } | undefined} object
 * @returns {string} plain text, not HTML
 */
export function wordsOf(object) {
  const text = object?.text ?? "";
  if (object?.emoji === false) return text;
  return text.replace(EMOJI_IN_TEXT, (whole, name) => EMOJI.get(name) ?? whole);
}
