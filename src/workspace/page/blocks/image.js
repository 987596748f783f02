import { escapeHtml } from "../markup/escape-html.js";
import { link } from "../markup/link.js";
import { textObject } from "../markup/text-object.js";

/** @import { Place, Surface } from "./surface.js" */

/**
 * An image block. The page loads nothing from outside: it shows what the image is and links to it.
 *
 * @param {any} block
 * @param {Surface} surface
 * @returns {string}
 */
export function imageBlock(block, surface) {
  const title =
    block.title === undefined
      ? ""
      : `<figcaption>${textObject(block.title, surface.viewer)}</figcaption>`;
  return `<figure class="image"><p>${picture(block)}</p>${title}</figure>`;
}

/**
 * An image inside a section or a context row.
 *
 * @param {any} element
 * @param {Place} _place
 * @returns {string}
 */
export const imageElement = (element, _place) =>
  `<span class="image-small">${picture(element)}</span>`;

/** @param {any} image */
const picture = (image) =>
  `<span aria-hidden="true">🖼</span> ${link(image.image_url, escapeHtml(image.alt_text ?? "image"))}`;
