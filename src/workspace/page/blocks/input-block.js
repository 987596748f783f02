import { escapeHtml } from "../markup/escape-html.js";
import { textObject } from "../markup/text-object.js";
import { choices } from "./choices.js";
import { blockElement } from "./element.js";
import { fieldId } from "./surface.js";

/** @import { Place, Surface } from "./surface.js" */

/**
 * A labelled input with its hint and, after a refused submission, its error.
 *
 * @param {any} block
 * @param {Surface} surface
 * @returns {string}
 */
export function inputBlock(block, surface) {
  const { element = {} } = block;
  const error = surface.errors?.[block.block_id];
  const bare = { surface, block: block.block_id, dispatch: block.dispatch_action === true };
  const id = fieldId(bare, element.action_id);
  const notes = [
    ...(block.hint === undefined
      ? []
      : [
          {
            id: `${id}--hint`,
            html: `<small class="hint" id="${id}--hint">${textObject(block.hint, surface.viewer)}</small>`,
          },
        ]),
    ...(error === undefined
      ? []
      : [
          {
            id: `${id}--error`,
            html: `<p class="error" id="${id}--error"><span aria-hidden="true">⚠</span> ${escapeHtml(error)}</p>`,
          },
        ]),
  ];
  /** @type {Place} */
  const place = {
    ...bare,
    describedBy: notes.length === 0 ? undefined : notes.map((note) => note.id).join(" "),
    invalid: error !== undefined,
    required: block.optional !== true,
  };
  const optional = block.optional === true ? ` <span class="optional">(optional)</span>` : "";
  const label = textObject(block.label, surface.viewer) + optional;
  const after = notes.map((note) => note.html).join("");
  if (["radio_buttons", "checkboxes"].includes(element.type))
    return choices(element, place, label) + after;
  return `<label class="label" for="${id}">${label}</label>${blockElement(element, place)}${after}`;
}
