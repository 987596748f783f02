import { attributes } from "./attributes.js";
import { escapeHtml } from "./escape-html.js";
import { safeLink } from "./safe-link.js";

/**
 * A link that opens in a tab of its own; where the address may not be opened, only its words.
 *
 * @param {unknown} address
 * @param {string} inner HTML
 * @returns {string}
 */
export function link(address, inner) {
  const href = safeLink(address);
  if (href === undefined) {
    return `<span class="dead-link" title="This address is not opened">${inner}</span>`;
  }
  const where = attributes({ href, target: "_blank", rel: "noopener noreferrer" });
  return `<a${where}>${inner === "" ? escapeHtml(href) : inner}</a>`;
}
