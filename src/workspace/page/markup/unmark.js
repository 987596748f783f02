const CHARS = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/**
 * Undoes Slack's own escaping: only `&amp;`, `&lt;` and `&gt;`.
 *
 * @param {string} text
 * @returns {string}
 */
export const unmark = (text) =>
  text.replace(/&(?:amp|lt|gt);/g, (entity) => CHARS[/** @type {"&amp;"} */ (entity)]);
