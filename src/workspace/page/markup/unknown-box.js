import { escapeHtml } from "./escape-html.js";

/**
 * What we cannot show is shown as that: a box with its type and its source, never nothing.
 *
 * @param {any} what a block or element
 * @returns {string}
 */
export const unknownBox = (what) =>
  `<details class="unknown"><summary>Not shown here: <code>${escapeHtml(what?.type ?? typeof what)}</code></summary><code class="source">${escapeHtml(JSON.stringify(what))}</code></details>`;
