import { wordsOf } from "../markup/text-object.js";
import { listbox } from "./listbox.js";

const TYPING_MS = 150;

/** The behaviour of each external select that has been used. */
const known = new WeakMap();

/**
 * Fields that ask the app for their options while one types.
 *
 * @param {{ suggest: (field: any, typed: string) => Promise<any>, chosen: (field: any) => void, failed: (text: string) => void }} needs
 */
export function startComboboxes(needs) {
  const on = (/** @type {string} */ name, /** @type {(box: any, event: any) => void} */ run) =>
    document.addEventListener(
      name,
      (event) => {
        const field = /** @type {any} */ (event.target);
        if (field.matches?.("[data-type=external_select]")) run(boxOf(field, needs), event);
      },
      true,
    );
  on("input", (box) => box.typed());
  on("click", (box) => box.look());
  on("keydown", (box, event) => box.onKey(event));
  on("focusout", (box) => box.left());
}

/**
 * @param {any} field
 * @param {any} needs
 */
function boxOf(field, needs) {
  const box = known.get(field) ?? combobox(field, needs);
  known.set(field, box);
  return box;
}

/**
 * @param {any} field
 * @param {any} needs
 */
function combobox(field, { suggest, chosen, failed }) {
  const { dataset } = field;
  const set = (/** @type {string} */ value, /** @type {string} */ words) => {
    const changed = dataset.value !== value;
    Object.assign(dataset, { value, words, touched: "" });
    field.value = words;
    if (changed) chosen(field);
  };
  const list = listbox(field, field.nextElementSibling, (/** @type {any} */ option) =>
    set(option.value, wordsOf(option.text)),
  );
  let asked = 0;
  let timer = 0;
  const look = async (typed = field.value === dataset.words ? "" : field.value) => {
    if (typed.length < Number(dataset.min)) return list.close();
    const turn = ++asked;
    field.setAttribute("aria-busy", "true");
    const answer = await suggest(field, typed);
    if (turn !== asked) return undefined;
    field.removeAttribute("aria-busy");
    if (!answer.ok) return failed(answer.text ?? answer.error);
    return list.open(offersOf(answer));
  };
  return {
    look: () => (list.isOpen() ? undefined : look()),
    typed() {
      clearTimeout(timer);
      dataset.touched = "";
      timer = window.setTimeout(() => void look(field.value), TYPING_MS);
    },
    onKey(/** @type {KeyboardEvent} */ event) {
      if (list.onKey(event)) return;
      if (event.key === "ArrowDown") void look();
      if (event.key === "Enter") event.preventDefault();
    },
    left() {
      clearTimeout(timer);
      asked += 1;
      field.removeAttribute("aria-busy");
      list.close();
      if (field.value.trim() === "") set("", "");
      else field.value = dataset.words;
    },
  };
}

/** @param {any} answer */
const offersOf = ({ options, groups }) => [
  ...options.map((/** @type {any} */ option) => offer(option)),
  ...groups.flatMap((/** @type {any} */ group) =>
    group.options.map((/** @type {any} */ option) => offer(option, group.label)),
  ),
];

/**
 * @param {any} option
 * @param {string} [group]
 */
const offer = (option, group) => ({
  words: wordsOf(option.text),
  about: wordsOf(option.description),
  group,
  of: option,
});
