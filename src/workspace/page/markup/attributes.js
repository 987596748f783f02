import { escapeHtml } from "./escape-html.js";

/**
 * Attributes of a tag, each with a leading space: `true` writes the bare name, `false`, `null` and `undefined` nothing.
 *
 * @param {Record<string, string | number | boolean | null | undefined>} named
 * @returns {string}
 */
export const attributes = (named) =>
  Object.entries(named)
    .filter(([, value]) => value !== false && value !== null && value !== undefined)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`))
    .join("");
