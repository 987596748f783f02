const INPUTS = new Set([
  "plain_text_input",
  "email_text_input",
  "url_text_input",
  "number_input",
  "datepicker",
  "timepicker",
  "static_select",
  "multi_static_select",
  "external_select",
  "users_select",
  "multi_users_select",
  "channels_select",
  "multi_channels_select",
  "conversations_select",
  "multi_conversations_select",
  "radio_buttons",
  "checkboxes",
]);

/**
 * What a control holds, as the workspace wants it.
 *
 * @param {any} control
 * @returns {string | string[] | null}
 */
export function readField(control) {
  const { type } = control.dataset;
  if (type === "external_select") return control.dataset.value || null;
  const boxes = [...control.querySelectorAll("input:checked")].map((box) => box.value);
  if (type === "checkboxes") return boxes;
  if (type === "radio_buttons") return boxes[0] ?? null;
  if (control.multiple) return [...control.selectedOptions].map((option) => option.value);
  return control.value === "" ? null : control.value;
}

/**
 * All inputs below a root, by block and action.
 *
 * @param {Element} root
 * @returns {Record<string, Record<string, string | string[] | null>>}
 */
export function readFields(root) {
  /** @type {Record<string, Record<string, string | string[] | null>>} */
  const values = {};
  for (const control of inputsIn(root)) {
    const block = blockOf(control);
    values[block] = { ...values[block], [control.dataset.actionId ?? ""]: readField(control) };
  }
  return values;
}

/**
 * @param {Element} root
 * @returns {any[]}
 */
const inputsIn = (root) =>
  [...root.querySelectorAll("[data-action-id]")].filter((control) =>
    INPUTS.has(/** @type {any} */ (control).dataset.type),
  );

/**
 * @param {any} control
 * @returns {string}
 */
export const blockOf = (control) => control.closest("[data-block-id]")?.dataset.blockId ?? "";

/**
 * Carries what a person has typed from a block to its redrawn successor, where the control is the same.
 *
 * @param {Element} old
 * @param {Element} fresh
 */
export function keepTyping(old, fresh) {
  for (const from of inputsIn(old)) {
    const to = inputsIn(fresh).find(
      (one) => one.id === from.id && one.dataset.type === from.dataset.type,
    );
    if (to !== undefined && from.dataset.touched !== undefined) copyField(from, to);
  }
}

/**
 * @param {any} from
 * @param {any} to
 */
function copyField(from, to) {
  to.dataset.touched = "";
  if (from.dataset.type === "external_select") {
    to.value = from.value;
    to.dataset.value = from.dataset.value;
    to.dataset.words = from.dataset.words;
    return;
  }
  const picked = new Set([readField(from)].flat());
  const boxes = [...to.querySelectorAll("input")];
  for (const box of boxes) box.checked = picked.has(box.value);
  for (const option of to.options ?? []) option.selected = picked.has(option.value);
  if (boxes.length === 0 && to.options === undefined) to.value = from.value;
}
