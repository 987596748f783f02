import { attributes } from "./attributes.js";
import { richTextInline } from "./rich-text-inline.js";
import { unknownBox } from "./unknown-box.js";

/** @import { Viewer } from "./viewer.js" */

const DEEPEST = 8;

/**
 * A `rich_text` block: sections, lists, quotes and preformatted text.
 *
 * @param {{ elements?: readonly any[] }} block
 * @param {Viewer} viewer
 * @returns {string}
 */
export const richText = (block, viewer) =>
  `<div class="rich">${(block.elements ?? []).map((part) => richPart(part, viewer)).join("")}</div>`;

/**
 * @param {any} part
 * @param {Viewer} viewer
 * @returns {string}
 */
function richPart(part, viewer) {
  const inner = () => (part.elements ?? []).map((one) => richTextInline(one, viewer)).join("");
  switch (part.type) {
    case "rich_text_section":
      return `<p>${inner()}</p>`;
    case "rich_text_quote":
      return `<blockquote>${inner()}</blockquote>`;
    case "rich_text_preformatted":
      return `<pre><code>${inner()}</code></pre>`;
    case "rich_text_list":
      return list(part, viewer);
    default:
      return unknownBox(part);
  }
}

/**
 * @param {any} part
 * @param {Viewer} viewer
 * @returns {string}
 */
function list(part, viewer) {
  const tag = part.style === "ordered" ? "ol" : "ul";
  const indent = Math.min(Math.max(Math.trunc(Number(part.indent ?? 0)) || 0, 0), DEEPEST);
  const start = tag === "ol" && part.offset > 0 ? Math.trunc(part.offset) + 1 : undefined;
  const items = (part.elements ?? []).map((/** @type {any} */ item) => {
    const inner = (item.elements ?? []).map((/** @type {any} */ one) =>
      richTextInline(one, viewer),
    );
    return `<li>${inner.join("")}</li>`;
  });
  return `<${tag}${attributes({ class: `indent-${indent}`, start })}>${items.join("")}</${tag}>`;
}
