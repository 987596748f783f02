import type { FieldValue, FieldValues } from "./control.ts";
import { elementsOf, holderOf, optionsOf, type Placed } from "./elements.ts";
import { isObject, type JsonObject, objectsOf, textOf } from "./json.ts";
import type { ViewState } from "./model.ts";

/** What the inputs of the blocks hold: what they held before where block and action ids stayed, else their initial values. */
export function stateOf(blocks: readonly JsonObject[], before: ViewState = {}): ViewState {
  const state: Record<string, Record<string, JsonObject>> = {};
  for (const { block, element } of elementsOf(blocks)) {
    const type = textOf(element["type"]);
    const holder = holderOf(type);
    if (holder === undefined) continue;
    const [blockId, actionId] = [textOf(block["block_id"]), textOf(element["action_id"])];
    const kept = before[blockId]?.[actionId];
    state[blockId] ??= {};
    state[blockId][actionId] = kept?.["type"] === type ? kept : initialState(element, type, holder);
  }
  return state;
}

function initialState(element: JsonObject, type: string, holder: string): JsonObject {
  const initial =
    element[holder.replace(/^selected/, "initial").replace(/^value$/, "initial_value")];
  const value = initial ?? (holder.endsWith("s") ? [] : null);
  const zone = type === "timepicker" && typeof element["timezone"] === "string";
  return { type, [holder]: value, ...(zone && { timezone: element["timezone"] }) };
}

/** Why a value cannot be put into an element. */
export class UnknownOption extends Error {}

/**
 * What an element holds once somebody has put a value in.
 *
 * @param offered options the app has offered for an external select
 * @throws UnknownOption where the element does not offer the value
 */
export function stateWith(
  { element }: Pick<Placed, "element">,
  value: FieldValue,
  offered: readonly JsonObject[],
): JsonObject {
  const type = textOf(element["type"]);
  const holder = holderOf(type) ?? "value";
  const list = value === null ? [] : typeof value === "string" ? [value] : value;
  if (holder === "selected_options") {
    return { type, [holder]: list.map((one) => optionWith(element, one, offered)) };
  }
  if (holder === "selected_users") return { type, [holder]: list };
  const [first] = list;
  if (first === undefined || first === "") return { type, [holder]: null };
  if (holder === "selected_option") return { type, [holder]: optionWith(element, first, offered) };
  if (holder === "selected_date_time") return { type, [holder]: Number(first) };
  return { type, [holder]: first };
}

function optionWith(
  element: JsonObject,
  value: string,
  offered: readonly JsonObject[],
): JsonObject {
  const initial = [element["initial_option"], ...objectsOf(element["initial_options"])];
  const all = [...optionsOf(element), ...offered, ...initial.filter(isObject)];
  const found = all.find((one) => one["value"] === value);
  if (found === undefined) throw new UnknownOption(value);
  return found;
}

/** What a state member holds, as the control routes say it. */
export function fieldOf(held: JsonObject): FieldValue {
  const value = held[holderOf(textOf(held["type"])) ?? "value"];
  if (Array.isArray(value)) {
    return value.map((one: unknown) => (isObject(one) ? textOf(one["value"]) : String(one)));
  }
  if (isObject(value)) return textOf(value["value"]);
  return typeof value === "number" ? String(value) : textOf(value) || null;
}

/** All values of a state. */
export const fieldsOf = (state: ViewState): FieldValues => mapState(state, (held) => fieldOf(held));

/** The options chosen, to show their text. */
export const chosenOf = (state: ViewState) =>
  mapState(state, (held) => {
    const value = held["selected_option"] ?? held["selected_options"];
    return isObject(value) ? [value] : objectsOf(value);
  });

const mapState = <To>(
  state: ViewState,
  change: (held: JsonObject) => To,
): Record<string, Record<string, To>> =>
  Object.fromEntries(
    Object.entries(state).map(([block, actions]) => [
      block,
      Object.fromEntries(Object.entries(actions).map(([action, held]) => [action, change(held)])),
    ]),
  );
