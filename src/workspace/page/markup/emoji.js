import { attributes } from "./attributes.js";
import { EMOJI } from "./emoji-names.js";

/** `:name:` in running text, also with a skin tone behind it. */
export const EMOJI_IN_TEXT = /:([a-z0-9_+-]+)(?:::skin-tone-[2-6])?:/g;

/**
 * @param {string} name
 * @returns {string | undefined} undefined where we do not know the name
 */
export function emojiHtml(name) {
  const sign = EMOJI.get(name);
  return sign === undefined ? undefined : signHtml(sign, name);
}

/**
 * @param {string} sign
 * @param {string} name
 * @returns {string}
 */
export const signHtml = (sign, name) => {
  const label = name.replaceAll("_", " ");
  return `<span${attributes({ class: "emoji", role: "img", "aria-label": label, title: `:${name}:` })}>${sign}</span>`;
};

/**
 * Names that contain what was typed, those that begin with it first.
 *
 * @param {string} typed
 * @param {number} most
 * @returns {readonly (readonly [name: string, sign: string])[]}
 */
export function searchEmoji(typed, most) {
  const wanted = typed.trim().toLowerCase().replaceAll(" ", "_").replaceAll(":", "");
  const hits = [...EMOJI].filter(([name]) => name.includes(wanted));
  const [begin, inside] = [true, false].map((first) =>
    hits.filter(([name]) => name.startsWith(wanted) === first),
  );
  return [...(begin ?? []), ...(inside ?? [])].slice(0, most);
}
