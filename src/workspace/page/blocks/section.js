import { attributes } from "../markup/attributes.js";
import { mrkdwn } from "../markup/mrkdwn.js";
import { textObject, wordsOf } from "../markup/text-object.js";
import { blockElement } from "./element.js";

/** @import { Surface } from "./surface.js" */

const LABELLED = /^\*([^*\n]+)\*\n([\s\S]+)$/;

/**
 * A section: text, then fields, with a control beside them.
 *
 * @param {any} block
 * @param {Surface} surface
 * @returns {string}
 */
export function section(block, surface) {
  const text =
    block.text === undefined
      ? ""
      : `<div class="text">${textObject(block.text, surface.viewer)}</div>`;
  const body = text + (block.fields === undefined ? "" : fields(block.fields, surface));
  if (block.accessory === undefined) return body;
  const label = wordsOf(block.text).replace(/[*_~`]/g, "");
  const place = {
    surface,
    block: block.block_id,
    dispatch: true,
    label: label === "" ? "Choose" : label,
  };
  return `<div class="beside"><div>${body}</div><div class="accessory">${blockElement(block.accessory, place)}</div></div>`;
}

/**
 * Fields in two columns: a description list where each begins with a bold line of its own, else a list.
 *
 * @param {readonly any[]} given
 * @param {Surface} surface
 * @returns {string}
 */
function fields(given, surface) {
  const parts = given.map((field) => (field.type === "mrkdwn" ? LABELLED.exec(field.text) : null));
  if (parts.every((part) => part !== null)) {
    const rows = parts.map(
      ([, name = "", value = ""]) =>
        `<div><dt>${mrkdwn(name, surface.viewer)}</dt><dd class="text">${mrkdwn(value, surface.viewer)}</dd></div>`,
    );
    return `<dl class="fields">${rows.join("")}</dl>`;
  }
  const items = given.map((field) => `<li class="text">${textObject(field, surface.viewer)}</li>`);
  return `<ul class="fields">${items.join("")}</ul>`;
}

/**
 * A row of controls.
 *
 * @param {any} block
 * @param {Surface} surface
 * @returns {string}
 */
export function actions(block, surface) {
  const place = { surface, block: block.block_id, dispatch: true, label: "Choose" };
  const inner = (block.elements ?? []).map((/** @type {any} */ one) => blockElement(one, place));
  return `<div${attributes({ class: "actions", role: "group", "aria-label": "Actions" })}>${inner.join("")}</div>`;
}

/**
 * @param {any} block
 * @param {Surface} surface
 * @returns {string}
 */
export function context(block, surface) {
  const place = { surface, block: block.block_id, dispatch: false };
  const inner = (block.elements ?? []).map((/** @type {any} */ one) =>
    ["mrkdwn", "plain_text"].includes(one.type)
      ? `<span class="text">${textObject(one, surface.viewer)}</span>`
      : blockElement(one, place),
  );
  return `<small class="context">${inner.join(" ")}</small>`;
}
