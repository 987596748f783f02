import { isObject, type JsonObject, objectsOf, textOf } from "./json.ts";

/** An element somebody can use, and the block it stands in. */
export type Placed = { readonly block: JsonObject; readonly element: JsonObject };

/** Elements that hold something, and the member of their state that holds it. */
const HOLDERS: { readonly [type: string]: string } = {
  plain_text_input: "value",
  email_text_input: "value",
  url_text_input: "value",
  number_input: "value",
  static_select: "selected_option",
  external_select: "selected_option",
  radio_buttons: "selected_option",
  users_select: "selected_user",
  conversations_select: "selected_conversation",
  channels_select: "selected_channel",
  datepicker: "selected_date",
  timepicker: "selected_time",
  datetimepicker: "selected_date_time",
  checkboxes: "selected_options",
  multi_static_select: "selected_options",
  multi_external_select: "selected_options",
  multi_users_select: "selected_users",
};

/** The member of `state` and of an action that holds what was chosen. Undefined for buttons and menus. */
export const holderOf = (type: string): string | undefined => HOLDERS[type];

/** Every element of the blocks, in order. */
export const elementsOf = (blocks: readonly JsonObject[]): readonly Placed[] =>
  blocks.flatMap((block) => elementsIn(block).map((element) => ({ block, element })));

function elementsIn(block: JsonObject): readonly JsonObject[] {
  switch (textOf(block["type"])) {
    case "input":
      return isObject(block["element"]) ? [block["element"]] : [];
    case "section":
      return isObject(block["accessory"]) ? [block["accessory"]] : [];
    case "actions":
    case "context_actions":
      return objectsOf(block["elements"]);
    default:
      return [];
  }
}

/** The element with an id, in a block where one is named. */
export const findElement = (
  blocks: readonly JsonObject[],
  action: string,
  block?: string,
): Placed | undefined =>
  elementsOf(blocks).find(
    (one) =>
      one.element["action_id"] === action &&
      (block === undefined || one.block["block_id"] === block),
  );

/** All options of an element, those of its groups included. */
export const optionsOf = (element: JsonObject): readonly JsonObject[] => [
  ...objectsOf(element["options"]),
  ...objectsOf(element["option_groups"]).flatMap((group) => objectsOf(group["options"])),
];

/** The text people read on an option or a button. */
export const labelOf = (thing: JsonObject): string =>
  isObject(thing["text"]) ? textOf(thing["text"]["text"]) : textOf(thing["text"]);

/** The blocks with an id for each block and element that has none. */
export const withIds = (
  blocks: readonly JsonObject[],
  fresh: () => string,
): readonly JsonObject[] =>
  blocks.map((block) => {
    const id = textOf(block["block_id"]) === "" ? { block_id: fresh() } : {};
    return { ...block, ...id, ...elementIds(block, fresh) };
  });

function elementIds(block: JsonObject, fresh: () => string): JsonObject {
  const named = (element: JsonObject): JsonObject =>
    textOf(element["action_id"]) === "" && element["type"] !== "image"
      ? { ...element, action_id: fresh() }
      : element;
  if (block["type"] === "actions" || block["type"] === "context_actions") {
    return { elements: objectsOf(block["elements"]).map(named) };
  }
  const key = block["type"] === "input" ? "element" : "accessory";
  const element = block[key];
  return isObject(element) ? { [key]: named(element) } : {};
}
