const ENTITY = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * Text as it may stand between tags and between quotes of an attribute.
 *
 * @param {string | number | boolean | null | undefined} text
 * @returns {string}
 */
export const escapeHtml = (text) =>
  String(text ?? "").replace(/[&<>"']/g, (char) => ENTITY[/** @type {"&"} */ (char)]);
