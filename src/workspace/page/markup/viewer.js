/**
 * Who looks at the page, and the names that ids stand for.
 *
 * @typedef {object} Viewer
 * @property {string} me user id
 * @property {string} zone IANA name
 * @property {string} locale BCP 47
 * @property {number} now milliseconds
 * @property {ReadonlyMap<string, string>} people name by user id
 * @property {ReadonlyMap<string, string>} channels name by channel id
 * @property {ReadonlyMap<string, string>} groups handle by user group id
 */

/**
 * @param {Partial<Viewer>} known
 * @returns {Viewer}
 */
export const viewer = (known = {}) => ({
  me: "",
  zone: "UTC",
  locale: "en-GB",
  now: 0,
  people: new Map(),
  channels: new Map(),
  groups: new Map(),
  ...known,
});
