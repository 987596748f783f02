import { attributes } from "../markup/attributes.js";
import { escapeHtml } from "../markup/escape-html.js";
import { wordsOf } from "../markup/text-object.js";
import { controlAttributes, fieldId, held } from "./surface.js";

/** @import { Place } from "./surface.js" */

/** @typedef {{ value: string, words: string, about?: string }} Choice */

/**
 * A select whose options the app has given.
 *
 * @param {any} element
 * @param {Place} place
 * @returns {string}
 */
export function staticSelect(element, place) {
  const chosen = chosenIn(element, place);
  const groups = (element.option_groups ?? []).map(
    (/** @type {any} */ group) =>
      `<optgroup${attributes({ label: wordsOf(group.label) })}>${options(group.options, chosen)}</optgroup>`,
  );
  return select(element, place, options(element.options, chosen) + groups.join(""));
}

/**
 * A select over people or channels.
 *
 * @param {any} element
 * @param {Place} place
 * @returns {string}
 */
export function namesSelect(element, place) {
  const { people, channels } = place.surface.viewer;
  const names = element.type.includes("users") ? people : channels;
  const listed = [...names].map(([value, words]) => ({ text: { text: words }, value }));
  return select(element, place, options(listed, chosenIn(element, place)));
}

/**
 * @param {any} element
 * @param {Place} place
 * @returns {readonly string[]}
 */
function chosenIn(element, place) {
  const one =
    element.initial_option?.value ??
    element.initial_user ??
    element.initial_channel ??
    element.initial_conversation;
  const many =
    element.initial_options?.map((/** @type {any} */ option) => option.value) ??
    element.initial_users ??
    element.initial_channels ??
    element.initial_conversations;
  const value = held(place, element.action_id, many ?? one);
  return value === null ? [] : [value].flat();
}

/**
 * @param {readonly any[] | undefined} given
 * @param {readonly string[]} chosen
 * @returns {string}
 */
const options = (given, chosen) =>
  (given ?? [])
    .map((option) => {
      const selected = chosen.includes(option.value);
      const title = option.description === undefined ? undefined : wordsOf(option.description);
      const own = attributes({ value: option.value, selected, title });
      return `<option${own}>${escapeHtml(wordsOf(option.text))}</option>`;
    })
    .join("");

/**
 * @param {any} element
 * @param {Place} place
 * @param {string} inner
 * @returns {string}
 */
function select(element, place, inner) {
  const multiple = element.type.startsWith("multi_");
  const hint = wordsOf(element.placeholder);
  const empty = multiple
    ? ""
    : `<option value="">${escapeHtml(hint === "" ? "Choose…" : hint)}</option>`;
  const name = place.label === undefined ? {} : { "aria-label": hint === "" ? place.label : hint };
  const own = { ...controlAttributes(element, place), class: "field", multiple, ...name };
  return `<select${attributes(own)}>${empty}${inner}</select>`;
}

/**
 * A field that asks the app for options while one types.
 *
 * @param {any} element
 * @param {Place} place
 * @returns {string}
 */
export function externalSelect(element, place) {
  const id = fieldId(place, element.action_id);
  const value = held(place, element.action_id, element.initial_option?.value);
  const known = place.surface.chosen?.[place.block]?.[element.action_id] ?? [];
  const option = [...known, element.initial_option].find((one) => one?.value === value);
  const words = value === null ? "" : wordsOf(option?.text ?? { text: String(value) });
  const own = attributes({
    ...controlAttributes(element, place),
    class: "field",
    role: "combobox",
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": `${id}--list`,
    placeholder: wordsOf(element.placeholder ?? { text: "Type to search" }),
    value: words,
    "data-value": value ?? "",
    "data-words": words,
    "data-min": element.min_query_length ?? 3,
  });
  const list = attributes({ id: `${id}--list`, class: "listbox", role: "listbox", hidden: true });
  return `<span class="combobox"><input${own}><span${list} aria-label="Options"></span></span>`;
}
