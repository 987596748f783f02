/** @import { Viewer } from "../markup/viewer.js" */

/**
 * What blocks stand on: a message, a modal or Home.
 *
 * @typedef {object} Surface
 * @property {Viewer} viewer
 * @property {string} scope begins every id of the surface: unique in the page
 * @property {"message" | "modal" | "home"} kind
 * @property {Record<string, Record<string, string | readonly string[] | null>>} [values] what inputs hold, by block and action
 * @property {Record<string, Record<string, readonly any[]>>} [chosen] options chosen in external selects
 * @property {Record<string, string>} [errors] by block
 */

/**
 * Where an element stands.
 *
 * @typedef {object} Place
 * @property {Surface} surface
 * @property {string} block
 * @property {boolean} dispatch whether a choice is told to the app at once
 * @property {string} [label] its accessible name, where no label element gives one
 * @property {string} [describedBy] ids
 * @property {boolean} [invalid]
 * @property {boolean} [required]
 */

/**
 * The id of an element in the page; no spaces, whatever the app named it.
 *
 * @param {Place} place
 * @param {string} action
 * @returns {string}
 */
export const fieldId = (place, action) =>
  [place.surface.scope, place.block, action].map((part) => encodeURIComponent(part)).join("--");

/**
 * What the element holds: what was typed or chosen before, else what the app set.
 *
 * @param {Place} place
 * @param {string} action
 * @param {string | readonly string[] | null | undefined} initial
 * @returns {string | readonly string[] | null}
 */
export function held(place, action, initial) {
  const typed = place.surface.values?.[place.block]?.[action];
  return (typed === undefined ? initial : typed) ?? null;
}

/**
 * Attributes every control has.
 *
 * @param {any} element
 * @param {Place} place
 * @returns {Record<string, string | boolean | undefined>}
 */
export const controlAttributes = (element, place) => ({
  id: fieldId(place, element.action_id),
  "data-action-id": element.action_id,
  "data-type": element.type,
  "data-dispatch": place.dispatch,
  "data-confirm": element.confirm === undefined ? undefined : JSON.stringify(element.confirm),
  "aria-label": place.label,
  "aria-describedby": place.describedBy,
  "aria-invalid": place.invalid ? "true" : undefined,
  "aria-required": place.required ? "true" : undefined,
});
