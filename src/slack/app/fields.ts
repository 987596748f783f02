import type { Body } from "./incoming.ts";
import { bodiesIn, bodyIn, isBody, textIn } from "./incoming.ts";

/** What the inputs of a view hold, by block id: texts, option values, dates, times, user ids. */
export type Fields = Readonly<Record<string, readonly string[]>>;

const SINGLE = [
  "value",
  "selected_date",
  "selected_time",
  "selected_user",
  "selected_conversation",
] as const;

/** Reads `state.values` of a view; every block of ours holds one element. */
export function readFields(view: Body): Fields {
  const values = bodyIn(bodyIn(view, "state"), "values");
  const entries = Object.entries(values).map(([block, held]) => {
    const [element] = isBody(held) ? Object.values(held).filter(isBody) : [];
    return [block, element === undefined ? [] : valuesOf(element)] as const;
  });
  return Object.fromEntries(entries);
}

/** What an element holds: nothing, one value, or the ticked ones. */
export function valuesOf(element: Body): readonly string[] {
  const ticked = bodiesIn(element, "selected_options").flatMap((one) => textIn(one, "value") ?? []);
  if (ticked.length > 0) return ticked;
  const chosen = textIn(bodyIn(element, "selected_option"), "value");
  if (chosen !== undefined) return [chosen];
  for (const name of SINGLE) {
    const text = textIn(element, name);
    if (text !== undefined) return [text];
  }
  return [];
}

/** The one value of a block, trimmed; undefined where there is none. */
export const fieldIn = (fields: Fields, block: string): string | undefined => {
  const text = fields[block]?.[0]?.trim();
  return text === "" ? undefined : text;
};
