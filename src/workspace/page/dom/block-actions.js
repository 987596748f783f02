import { blockOf, readField } from "./fields.js";

const SETTLE_MS = 350;
const SETTLING = new Set(["datepicker", "timepicker"]);

/** Controls whose choice waits to be told: a date is typed in three parts. */
const waiting = new Map();

/**
 * Clicks and choices on controls of messages, modals and Home.
 *
 * @param {{ act: (control: any, value?: string | string[] | null) => void }} needs
 */
export function startBlockActions({ act }) {
  document.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const pick = target.closest("[data-pick]");
    const control = target.closest("[data-action-id]");
    if (pick !== null && control !== null) act(control, pick.dataset.pick);
    else if (["button", "icon_button"].includes(control?.dataset.type)) act(control);
  });
  document.addEventListener("input", (event) => onInput(event, act));
  document.addEventListener("change", (event) => onChange(event, act));
  document.addEventListener("keydown", (event) => onEnter(event, act));
}

/** @param {Event} event */
const controlOf = (event) =>
  /** @type {any} */ (event.target).closest?.("[data-action-id]") ?? null;

/**
 * @param {Event} event
 * @param {(control: any, value?: string | string[] | null) => void} act
 */
function onInput(event, act) {
  const control = controlOf(event);
  if (control === null) return;
  control.dataset.touched = "";
  if (control.dataset.typing !== undefined && control.dataset.dispatch !== undefined)
    settle(control, act);
}

/**
 * @param {Event} event
 * @param {(control: any, value?: string | string[] | null) => void} act
 */
function onChange(event, act) {
  const control = controlOf(event);
  const type = control?.dataset.type ?? "";
  if (
    control?.dataset.dispatch === undefined ||
    type.endsWith("_input") ||
    type === "external_select"
  )
    return;
  if (SETTLING.has(type)) settle(control, act);
  else act(control, readField(control));
}

/**
 * Enter in a text field that tells the app; elsewhere it submits the form.
 *
 * @param {KeyboardEvent} event
 * @param {(control: any, value?: string | string[] | null) => void} act
 */
function onEnter(event, act) {
  const control = controlOf(event);
  const type = control?.dataset.type ?? "";
  const tells = type.endsWith("_input") && control.dataset.dispatch !== undefined;
  if (event.key !== "Enter" || event.isComposing || !tells || control.tagName === "TEXTAREA")
    return;
  event.preventDefault();
  act(control, readField(control));
}

/**
 * @param {any} control
 * @param {(control: any, value?: string | string[] | null) => void} act
 */
function settle(control, act) {
  const key = `${control.id}/${blockOf(control)}`;
  clearTimeout(waiting.get(key));
  waiting.set(
    key,
    setTimeout(() => {
      waiting.delete(key);
      const now = document.getElementById(control.id);
      if (now !== null) act(now, readField(now));
    }, SETTLE_MS),
  );
}

/** Forgets choices that wait: a submission carries them. */
export function dropWaiting() {
  for (const timer of waiting.values()) clearTimeout(timer);
  waiting.clear();
}
