import { attributes } from "../markup/attributes.js";
import { escapeHtml } from "../markup/escape-html.js";

const HUES = 8;

/**
 * A coloured square with initials; the colour belongs to the id and is only decoration.
 *
 * @param {{ id: string, realName: string, kind?: string }} person
 * @returns {string}
 */
export function avatar(person) {
  const kind = person.kind === "bot" ? "avatar-bot" : `avatar-${hueOf(person.id)}`;
  return `<span${attributes({ class: `avatar ${kind}`, "aria-hidden": "true" })}>${escapeHtml(initials(person.realName))}</span>`;
}

/**
 * First letters of the first and the last word.
 *
 * @param {string} name
 * @returns {string}
 */
export function initials(name) {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => Array.from(word ?? "")[0]?.toUpperCase() ?? "").join("");
}

/** @param {string} id */
const hueOf = (id) =>
  Array.from(id).reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973, 7) % HUES;
