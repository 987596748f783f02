import { attributes } from "../markup/attributes.js";
import { escapeHtml } from "../markup/escape-html.js";

/** @import { Viewer } from "../markup/viewer.js" */

const KINDS = {
  call: "app → Slack",
  respond: "app → response_url",
  delivery: "Slack → app",
  socket: "socket",
};

/**
 * One line of the journal that opens to what went over the wire.
 *
 * @param {any} entry
 * @param {Viewer} viewer
 * @returns {string}
 */
export function journalRow(entry, viewer) {
  const time = new Intl.DateTimeFormat("en-GB", {
    timeStyle: "medium",
    timeZone: viewer.zone,
  }).format(entry.at);
  const own = attributes({
    class: entry.ok ? "entry" : "entry entry-failed",
    "data-kind": entry.kind,
    "data-name": entry.name,
  });
  const kind = KINDS[/** @type {"call"} */ (entry.kind)] ?? entry.kind;
  const attempt =
    entry.attempt > 0 ? ` <span class="badge">retry ${Number(entry.attempt)}</span>` : "";
  const verdict = entry.ok ? "" : ` <span class="badge badge-bad">failed</span>`;
  const who =
    entry.user === undefined ? "" : ` · ${escapeHtml(viewer.people.get(entry.user) ?? entry.user)}`;
  return `<details${own}><summary><span class="entry-name">${escapeHtml(entry.name)}</span>${attempt}${verdict}<small>${escapeHtml(kind)} · ${time} · ${Math.round(entry.tookMs)} ms${who}</small></summary>${json("Sent", entry.sent)}${json("Answer", entry.answer)}</details>`;
}

/**
 * @param {string} label
 * @param {unknown} value
 * @returns {string}
 */
const json = (label, value) =>
  `<p class="entry-label">${label}</p><pre tabindex="0"><code>${escapeHtml(JSON.stringify(value, null, 2) ?? "nothing")}</code></pre>`;
