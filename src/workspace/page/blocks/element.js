import { unknownBox } from "../markup/unknown-box.js";
import { button, feedbackButtons, iconButton, overflow } from "./button.js";
import { choices } from "./choices.js";
import { imageElement } from "./image.js";
import { datepicker, textInput, timepicker } from "./pickers.js";
import { externalSelect, namesSelect, staticSelect } from "./select.js";

/** @import { Place } from "./surface.js" */

/** @type {Record<string, (element: any, place: Place) => string>} */
const KINDS = {
  button,
  icon_button: iconButton,
  feedback_buttons: feedbackButtons,
  overflow,
  static_select: staticSelect,
  multi_static_select: staticSelect,
  external_select: externalSelect,
  users_select: namesSelect,
  multi_users_select: namesSelect,
  channels_select: namesSelect,
  multi_channels_select: namesSelect,
  conversations_select: namesSelect,
  multi_conversations_select: namesSelect,
  datepicker,
  timepicker,
  plain_text_input: textInput,
  email_text_input: textInput,
  url_text_input: textInput,
  number_input: textInput,
  radio_buttons: choices,
  checkboxes: choices,
  image: imageElement,
};

/**
 * An element of a section, an actions row or an input.
 *
 * @param {any} element
 * @param {Place} place
 * @returns {string}
 */
export function blockElement(element, place) {
  const kind = Object.hasOwn(KINDS, element?.type ?? "") ? KINDS[element.type] : undefined;
  return kind === undefined ? unknownBox(element) : kind(element, place);
}
