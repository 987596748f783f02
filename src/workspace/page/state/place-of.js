/** @typedef {{ channel: string, thread?: string }} Here */

/**
 * Where the address of the page points: `#C0ASK`, `#C0ASK/1700000000.000100` or `#home`.
 *
 * @param {string} hash
 * @returns {Here}
 */
export function placeOf(hash) {
  const [channel = "", thread] = hash.replace(/^#/, "").split("/").map(decode);
  return thread === undefined || thread === "" ? { channel } : { channel, thread };
}

/**
 * @param {Here} here
 * @returns {string}
 */
export const hashOf = ({ channel, thread }) =>
  `#${[channel, ...(thread === undefined ? [] : [thread])].map((part) => encodeURIComponent(part)).join("/")}`;

/**
 * @param {string} part
 * @returns {string}
 */
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
