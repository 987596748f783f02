import { attributes } from "../markup/attributes.js";
import { textObject } from "../markup/text-object.js";
import { controlAttributes, fieldId, held } from "./surface.js";

/** @import { Place } from "./surface.js" */

/**
 * Radio buttons and checkboxes: a group with one labelled box per option.
 *
 * @param {any} element
 * @param {Place} place
 * @param {string} [legend] HTML
 * @returns {string}
 */
export function choices(element, place, legend = "") {
  const many = element.type === "checkboxes";
  const initial = many
    ? element.initial_options?.map((/** @type {any} */ option) => option.value)
    : element.initial_option?.value;
  const chosen = new Set([held(place, element.action_id, initial)].flat());
  const rows = (element.options ?? []).map(
    (/** @type {any} */ option, /** @type {number} */ index) =>
      row({
        option,
        place,
        many,
        checked: chosen.has(option.value),
        id: `${fieldId(place, element.action_id)}--${index}`,
      }),
  );
  const group = {
    ...controlAttributes(element, place),
    "aria-required": undefined,
    class: "choices",
  };
  const role = many
    ? {}
    : { role: "radiogroup", "aria-required": place.required ? "true" : undefined };
  const title = legend === "" ? "" : `<legend class="label">${legend}</legend>`;
  return `<fieldset${attributes({ ...group, ...role })}>${title}${rows.join("")}</fieldset>`;
}

/**
 * @param {{ option: any, place: Place, many: boolean, checked: boolean, id: string }} what
 * @returns {string}
 */
function row({ option, place, many, checked, id }) {
  const { viewer } = place.surface;
  const about =
    option.description === undefined
      ? ""
      : `<small id="${id}--about">${textObject(option.description, viewer)}</small>`;
  const box = attributes({
    type: many ? "checkbox" : "radio",
    id,
    name: id.replace(/--\d+$/, ""),
    value: option.value,
    checked,
    "aria-describedby": about === "" ? undefined : `${id}--about`,
  });
  return `<div class="choice"><input${box}><div><label for="${id}">${textObject(option.text, viewer)}</label>${about}</div></div>`;
}
