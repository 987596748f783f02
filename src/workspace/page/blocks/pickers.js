import { attributes } from "../markup/attributes.js";
import { escapeHtml } from "../markup/escape-html.js";
import { wordsOf } from "../markup/text-object.js";
import { controlAttributes, held } from "./surface.js";

/** @import { Place } from "./surface.js" */

/**
 * @param {any} element
 * @param {Place} place
 * @returns {string}
 */
export const datepicker = (element, place) =>
  input(element, place, {
    type: "date",
    value: held(place, element.action_id, element.initial_date),
  });

/**
 * @param {any} element
 * @param {Place} place
 * @returns {string}
 */
export const timepicker = (element, place) =>
  input(element, place, {
    type: "time",
    value: held(place, element.action_id, element.initial_time),
  });

const TYPES = { email_text_input: "email", url_text_input: "url", number_input: "text" };

/**
 * `plain_text_input` and its cousins for addresses and numbers.
 *
 * @param {any} element
 * @param {Place} place
 * @returns {string}
 */
export function textInput(element, place) {
  const value = held(place, element.action_id, element.initial_value);
  const own = {
    maxlength: element.max_length,
    minlength: element.min_length,
    placeholder: wordsOf(element.placeholder),
    "data-typing":
      element.dispatch_action_config?.trigger_actions_on?.includes("on_character_entered"),
    autofocus: element.focus_on_load,
  };
  if (element.multiline !== true) {
    const type = TYPES[/** @type {"number_input"} */ (element.type)] ?? "text";
    const inputmode = element.type === "number_input" ? "decimal" : undefined;
    return input(element, place, { ...own, type, inputmode, value, autocomplete: "off" });
  }
  const area = { ...controlAttributes(element, place), class: "field", rows: 4, ...own };
  return `<textarea${attributes(area)}>\n${escapeHtml(value ?? "")}</textarea>`;
}

/**
 * @param {any} element
 * @param {Place} place
 * @param {Record<string, any>} own
 * @returns {string}
 */
const input = (element, place, own) =>
  `<input${attributes({ ...controlAttributes(element, place), class: "field", ...own })}>`;
