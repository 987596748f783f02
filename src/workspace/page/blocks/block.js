import { attributes } from "../markup/attributes.js";
import { richText } from "../markup/rich-text.js";
import { textObject } from "../markup/text-object.js";
import { unknownBox } from "../markup/unknown-box.js";
import { imageBlock } from "./image.js";
import { inputBlock } from "./input-block.js";
import { actions, context, section } from "./section.js";

/** @import { Surface } from "./surface.js" */

/** @type {Record<string, (block: any, surface: Surface) => string>} */
const KINDS = {
  header: (block, surface) => `<h3>${textObject(block.text, surface.viewer)}</h3>`,
  section,
  context,
  actions,
  context_actions: actions,
  input: inputBlock,
  image: imageBlock,
  divider: () => "<hr>",
  rich_text: (block, surface) => richText(block, surface.viewer),
};

/**
 * One block of Block Kit.
 *
 * @param {any} block
 * @param {Surface} surface
 * @returns {string}
 */
function blockHtml(block, surface) {
  const kind = Object.hasOwn(KINDS, block?.type ?? "") ? KINDS[block.type] : undefined;
  const inner = kind === undefined ? unknownBox(block) : kind(block, surface);
  const own = {
    class: `block block-${kind === undefined ? "unknown" : block.type}`,
    "data-block-id": block?.block_id,
  };
  return `<div${attributes(own)}>${inner}</div>`;
}

/**
 * Blocks with the key each is known by between two drawings of the same surface.
 *
 * @param {readonly any[]} blocks
 * @param {Surface} surface
 * @returns {readonly { key: string, html: string }[]}
 */
export const keyedBlocks = (blocks, surface) =>
  blocks.map((block, index) => ({
    key: `${block.block_id ?? index}`,
    html: blockHtml(block, surface),
  }));

/**
 * @param {readonly any[]} blocks
 * @param {Surface} surface
 * @returns {string}
 */
export const blocksHtml = (blocks, surface) =>
  blocks.map((block) => blockHtml(block, surface)).join("");
