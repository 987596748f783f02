import { attributes } from "../markup/attributes.js";
import { escapeHtml } from "../markup/escape-html.js";
import { safeLink } from "../markup/safe-link.js";
import { textObject, wordsOf } from "../markup/text-object.js";
import { controlAttributes } from "./surface.js";

/** @import { Place } from "./surface.js" */

/**
 * @param {any} element
 * @param {Place} place
 * @returns {string}
 */
export function button(element, place) {
  const style = ["primary", "danger"].includes(element.style) ? ` button-${element.style}` : "";
  const common = {
    ...controlAttributes(element, { ...place, dispatch: true }),
    class: `button${style}`,
    "aria-label": element.accessibility_label,
    "data-value": element.value,
  };
  const words = textObject(element.text, place.surface.viewer);
  const href = safeLink(element.url);
  if (href === undefined) return `<button type="button"${attributes(common)}>${words}</button>`;
  const where = { href, target: "_blank", rel: "noopener noreferrer" };
  return `<a${attributes({ ...common, ...where })}>${words}</a>`;
}

const ICONS = { trash: "🗑️" };

/**
 * @param {any} element
 * @param {Place} place
 * @returns {string}
 */
export function iconButton(element, place) {
  const common = {
    ...controlAttributes(element, { ...place, dispatch: true }),
    class: "button button-quiet",
    "aria-label": element.accessibility_label ?? wordsOf(element.text),
    title: wordsOf(element.text),
    "data-value": element.value,
  };
  const icon = Object.hasOwn(ICONS, element.icon)
    ? ICONS[/** @type {"trash"} */ (element.icon)]
    : "";
  const inner = icon === "" ? textObject(element.text, place.surface.viewer) : icon;
  return `<button type="button"${attributes(common)}>${inner}</button>`;
}

/**
 * @param {any} option
 * @param {string} sign
 * @returns {string}
 */
function feedbackButton(option, sign) {
  const own = attributes({
    class: "button button-quiet",
    "aria-label": option?.accessibility_label,
    "aria-pressed": "false",
    "data-pick": option?.value ?? "",
  });
  return `<button type="button"${own}><span aria-hidden="true">${sign}</span> ${escapeHtml(wordsOf(option?.text))}</button>`;
}

/**
 * Two buttons of which the last pressed counts.
 *
 * @param {any} element
 * @param {Place} place
 * @returns {string}
 */
export function feedbackButtons(element, place) {
  const common = { ...controlAttributes(element, { ...place, dispatch: true }), class: "feedback" };
  const both =
    feedbackButton(element.positive_button, "👍") + feedbackButton(element.negative_button, "👎");
  return `<span role="group"${attributes({ ...common, "aria-label": "Feedback" })}>${both}</span>`;
}

/**
 * @param {any} element
 * @param {Place} place
 * @returns {string}
 */
export function overflow(element, place) {
  const common = {
    ...controlAttributes(element, { ...place, dispatch: true }),
    "aria-label": undefined,
  };
  const label = element.accessibility_label ?? "More choices";
  const options = (element.options ?? []).map((/** @type {any} */ option) => {
    const words = escapeHtml(wordsOf(option.text));
    return `<button type="button"${attributes({ class: "menu-item", "data-pick": option.value })}>${words}</button>`;
  });
  return `<details${attributes({ ...common, class: "menu overflow" })}><summary class="button button-quiet"${attributes({ "aria-label": label, title: label })}>⋯</summary><div class="menu-list" role="group"${attributes({ "aria-label": label })}>${options.join("")}</div></details>`;
}
