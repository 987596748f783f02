import { emojiHtml, EMOJI_IN_TEXT } from "./emoji.js";
import { emphasis } from "./emphasis.js";
import { entity } from "./entity.js";
import { escapeHtml } from "./escape-html.js";
import { link } from "./link.js";
import { unmark } from "./unmark.js";

/** @import { Viewer } from "./viewer.js" */

const FENCE = /```\n?([\s\S]+?)\n?```/;
const QUOTED = /^(?:>|&gt;) ?/;
const BARE_ADDRESS = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]}]/g;
const FIRST_MARK = 0xf0000;
const MARKS = /[\u{f0000}-\u{ffffd}]/gu;

/**
 * Slack's mrkdwn as HTML: lines stay lines (the style sheet keeps line feeds), fences become `<pre>`, quotes `<blockquote>`.
 * Nothing a person wrote becomes a tag.
 *
 * @param {string} text
 * @param {Viewer} viewer
 * @returns {string}
 */
export function mrkdwn(text, viewer) {
  const found = FENCE.exec(text);
  if (found === null) return lines(text, viewer);
  const before = text.slice(0, found.index).replace(/\n$/, "");
  const after = text.slice(found.index + found[0].length).replace(/^\n/, "");
  const fence = `<pre><code>${plainCode(found[1] ?? "", viewer)}</code></pre>`;
  return `${lines(before, viewer)}${fence}${mrkdwn(after, viewer)}`;
}

/**
 * @param {string} text
 * @param {Viewer} viewer
 * @returns {string}
 */
function lines(text, viewer) {
  /** @type {{ quoted: boolean, lines: string[] }[]} */
  const runs = [];
  for (const line of text.split("\n")) {
    const quoted = QUOTED.test(line);
    const html = inline(quoted ? line.replace(QUOTED, "") : line, viewer);
    const last = runs.at(-1);
    if (last?.quoted === quoted) last.lines.push(html);
    else runs.push({ quoted, lines: [html] });
  }
  return runs
    .map((run) =>
      run.quoted ? `<blockquote>${run.lines.join("\n")}</blockquote>` : run.lines.join("\n"),
    )
    .join("");
}

/**
 * One line. What is finished (links, code, emoji) is put aside under a mark of the private use area,
 * so that emphasis may span it and never looks inside.
 *
 * @param {string} line
 * @param {Viewer} viewer
 * @returns {string}
 */
function inline(line, viewer) {
  /** @type {string[]} */
  const aside = [];
  const put = (/** @type {string} */ html) =>
    String.fromCodePoint(FIRST_MARK + aside.push(html) - 1);
  const marked = line
    .replace(MARKS, "")
    .replace(/`([^`]+)`/g, (_whole, code) => put(`<code>${plainCode(code, viewer)}</code>`))
    .replace(/<([^<>]+)>/g, (_whole, inside) => put(entity(inside, viewer)))
    .replace(BARE_ADDRESS, (address) => put(link(unmark(address), escapeHtml(unmark(address)))))
    .replace(EMOJI_IN_TEXT, (whole, name) => {
      const html = emojiHtml(name);
      return html === undefined ? whole : put(html);
    });
  return emphasis(escapeHtml(unmark(marked))).replace(MARKS, (mark) => aside[indexOf(mark)] ?? "");
}

/** @param {string} mark */
const indexOf = (mark) => (mark.codePointAt(0) ?? 0) - FIRST_MARK;

/**
 * Inside code only Slack's escaping is undone; addresses that Slack has wrapped show bare.
 *
 * @param {string} code
 * @param {Viewer} viewer
 * @returns {string}
 */
function plainCode(code, viewer) {
  const bare = code.replace(/<([^<>|]+)(?:\|([^<>]*))?>/g, (_whole, head, label) =>
    head.startsWith("@")
      ? `@${viewer.people.get(head.slice(1)) ?? head.slice(1)}`
      : (label ?? head),
  );
  return escapeHtml(unmark(bare));
}
