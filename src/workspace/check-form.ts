import { elementsOf } from "./elements.ts";
import { fieldOf } from "./fields.ts";
import { type JsonObject, textOf } from "./json.ts";
import type { View, ViewState } from "./model.ts";

/** What Slack's client checks before it sends a form: errors by block id. */
export function checkForm(view: View): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const { block, element } of elementsOf(view.blocks)) {
    if (block["type"] !== "input") continue;
    const id = textOf(block["block_id"]);
    const held = heldIn(view.state, id, textOf(element["action_id"]));
    const problem = problemWith(block, element, held);
    if (problem !== undefined) errors[id] = problem;
  }
  return errors;
}

const heldIn = (state: ViewState, block: string, action: string): JsonObject =>
  state[block]?.[action] ?? {};

function problemWith(block: JsonObject, element: JsonObject, held: JsonObject): string | undefined {
  const value = fieldOf(held);
  if (value === null || value.length === 0) {
    return block["optional"] === true ? undefined : "Please complete this required field.";
  }
  if (typeof value !== "string") return problemWithList(element, value.length);
  const type = textOf(element["type"]);
  return TYPED[type]?.(value, element);
}

function problemWithList(element: JsonObject, count: number): string | undefined {
  const most = Number(element["max_selected_items"] ?? Number.POSITIVE_INFINITY);
  return count > most ? `Choose at most ${most}.` : undefined;
}

const LONGEST = 3_000;

type Check = (value: string, element: JsonObject) => string | undefined;

const TYPED: { readonly [type: string]: Check } = {
  plain_text_input(value, element) {
    const least = Number(element["min_length"] ?? 0);
    const most = Number(element["max_length"] ?? LONGEST);
    if (value.length < least) return `Write at least ${least} characters.`;
    return value.length > most ? `Write at most ${most} characters.` : undefined;
  },
  number_input(value, element) {
    const number = Number(value);
    const isDecimal = element["is_decimal_allowed"] === true;
    if (!Number.isFinite(number) || (!isDecimal && !Number.isInteger(number))) {
      return "Enter a number.";
    }
    const least = Number(element["min_value"] ?? Number.NEGATIVE_INFINITY);
    const most = Number(element["max_value"] ?? Number.POSITIVE_INFINITY);
    if (number < least) return `Enter at least ${least}.`;
    return number > most ? `Enter at most ${most}.` : undefined;
  },
  email_text_input: (value) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? undefined : "Enter an email address.",
  url_text_input: (value) => (URL.canParse(value) ? undefined : "Enter an address."),
  datepicker: (value) => (isDay(value) ? undefined : "Choose a date."),
  timepicker: (value) => (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) ? undefined : "Choose a time."),
};

const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};
