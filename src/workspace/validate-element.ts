import type { Json } from "../kernel/canonical-json.ts";
import { type JsonObject, objectsOf, textOf } from "./json.ts";
import {
  checkLength,
  checkList,
  checkOptionalLength,
  checkOptionalText,
  checkText,
  type Complaints,
} from "./limit-checks.ts";

const ID = 255;
const LABEL = { most: 75, plain: true };
const PLACEHOLDER = { most: 150, plain: true };

type Check = (complaints: Complaints, element: JsonObject, pointer: string) => void;

/** Elements by type. One that is not here is refused. */
const ELEMENTS: { readonly [type: string]: Check } = {
  button: checkButton,
  overflow: (complaints, element, pointer) =>
    checkOptions(complaints, element["options"], { least: 1, most: 5 }, `${pointer}/options`),
  radio_buttons: checkChoices,
  checkboxes: checkChoices,
  static_select: checkStaticSelect,
  multi_static_select: checkStaticSelect,
  external_select: checkExternalSelect,
  multi_external_select: checkExternalSelect,
  users_select: checkPlaceholder,
  multi_users_select: checkPlaceholder,
  channels_select: checkPlaceholder,
  conversations_select: checkPlaceholder,
  datepicker(complaints, element, pointer) {
    checkPlaceholder(complaints, element, pointer);
    checkShape(complaints, element["initial_date"], /^\d{4}-\d\d-\d\d$/, `${pointer}/initial_date`);
  },
  timepicker(complaints, element, pointer) {
    checkPlaceholder(complaints, element, pointer);
    checkShape(complaints, element["initial_time"], /^\d\d:\d\d$/, `${pointer}/initial_time`);
  },
  datetimepicker() {},
  plain_text_input(complaints, element, pointer) {
    checkPlaceholder(complaints, element, pointer);
    checkOptionalLength(complaints, element["initial_value"], 3_000, `${pointer}/initial_value`);
    if (Number(element["max_length"] ?? 1) > 3_000) {
      complaints.add("must be less than 3001", `${pointer}/max_length`);
    }
  },
  email_text_input: checkPlaceholder,
  url_text_input: checkPlaceholder,
  number_input: checkPlaceholder,
  feedback_buttons(complaints, element, pointer) {
    for (const name of ["positive_button", "negative_button"]) {
      const button = objectsOf([element[name]])[0] ?? {};
      checkText(complaints, button["text"], LABEL, `${pointer}/${name}/text`);
      checkLength(complaints, button["value"], 2_000, `${pointer}/${name}/value`);
      const label = button["accessibility_label"];
      checkOptionalLength(complaints, label, 75, `${pointer}/${name}/accessibility_label`);
    }
  },
  icon_button() {},
  image() {},
};

/** Elements that cannot stand in an input block. */
const NOT_INPUTS = new Set(["button", "overflow", "feedback_buttons", "icon_button", "image"]);

/** Elements that can only stand in an input block. */
const ONLY_INPUTS = new Set([
  "plain_text_input",
  "email_text_input",
  "url_text_input",
  "number_input",
]);

/** Checks an element against the limits of its type. */
export function checkElement(
  complaints: Complaints,
  element: JsonObject,
  place: "input" | "elsewhere",
  pointer: string,
): void {
  const type = textOf(element["type"]);
  const check = ELEMENTS[type];
  const isMisplaced = place === "input" ? NOT_INPUTS.has(type) : ONLY_INPUTS.has(type);
  if (check === undefined || isMisplaced) {
    complaints.add(`unsupported type: ${type}`, `${pointer}/type`);
    return;
  }
  checkOptionalLength(complaints, element["action_id"], ID, `${pointer}/action_id`);
  checkConfirm(complaints, element["confirm"], `${pointer}/confirm`);
  check(complaints, element, pointer);
}

function checkButton(complaints: Complaints, element: JsonObject, pointer: string): void {
  checkText(complaints, element["text"], LABEL, `${pointer}/text`);
  checkOptionalLength(complaints, element["value"], 2_000, `${pointer}/value`);
  checkOptionalLength(complaints, element["url"], 3_000, `${pointer}/url`);
  const label = element["accessibility_label"];
  checkOptionalLength(complaints, label, 75, `${pointer}/accessibility_label`);
  const style = element["style"];
  if (style !== undefined && style !== "primary" && style !== "danger") {
    complaints.add("must be primary or danger", `${pointer}/style`);
  }
}

function checkPlaceholder(complaints: Complaints, element: JsonObject, pointer: string): void {
  checkOptionalText(complaints, element["placeholder"], PLACEHOLDER, `${pointer}/placeholder`);
}

function checkChoices(complaints: Complaints, element: JsonObject, pointer: string): void {
  const range = { least: 1, most: 10, plain: false };
  checkOptions(complaints, element["options"], range, `${pointer}/options`);
  checkInitial(complaints, element, pointer);
}

function checkExternalSelect(complaints: Complaints, element: JsonObject, pointer: string): void {
  checkPlaceholder(complaints, element, pointer);
  const initial = [element["initial_option"], element["initial_options"]].flat();
  for (const option of objectsOf(initial)) {
    checkOption(complaints, option, `${pointer}/initial_option`);
  }
}

function checkStaticSelect(complaints: Complaints, element: JsonObject, pointer: string): void {
  checkPlaceholder(complaints, element, pointer);
  if (element["option_groups"] === undefined) {
    checkOptions(complaints, element["options"], { least: 1, most: 100 }, `${pointer}/options`);
  } else {
    const place = `${pointer}/option_groups`;
    const groups = checkList(complaints, element["option_groups"], { most: 100 }, place);
    for (const [at, group] of groups.entries()) {
      checkText(complaints, group["label"], LABEL, `${place}/${at}/label`);
      checkOptions(complaints, group["options"], { least: 1, most: 100 }, `${place}/${at}/options`);
    }
  }
  checkInitial(complaints, element, pointer);
}

type Range = { readonly least: number; readonly most: number; readonly plain?: boolean };

function checkOptions(
  complaints: Complaints,
  value: Json | undefined,
  range: Range,
  pointer: string,
): void {
  const options = checkList(complaints, value, range, pointer);
  for (const [at, option] of options.entries()) {
    checkOption(complaints, option, `${pointer}/${at}`, range.plain);
  }
}

/** Only radio buttons and checkboxes may have mrkdwn in their options. */
function checkOption(
  complaints: Complaints,
  option: JsonObject,
  pointer: string,
  plain = true,
): void {
  checkText(complaints, option["text"], { most: 75, plain }, `${pointer}/text`);
  checkLength(complaints, option["value"], 75, `${pointer}/value`);
  checkOptionalText(complaints, option["description"], { most: 75 }, `${pointer}/description`);
}

/** What is chosen at first must be one of the options, word for word. */
function checkInitial(complaints: Complaints, element: JsonObject, pointer: string): void {
  const groups = objectsOf(element["option_groups"]).map((group) => group["options"]);
  const options = objectsOf([element["options"], ...groups].flat());
  const values = new Set(options.map((one) => one["value"]));
  const initial = objectsOf([element["initial_option"], element["initial_options"]].flat());
  if (initial.some((one) => !values.has(one["value"]))) {
    complaints.add("must be one of the provided options", `${pointer}/initial_option`);
  }
}

function checkShape(
  complaints: Complaints,
  value: Json | undefined,
  shape: RegExp,
  pointer: string,
): void {
  if (value !== undefined && !shape.test(textOf(value))) complaints.add("invalid format", pointer);
}

function checkConfirm(complaints: Complaints, value: Json | undefined, pointer: string): void {
  const [confirm] = objectsOf([value]);
  if (confirm === undefined) return;
  checkText(complaints, confirm["title"], { most: 100, plain: true }, `${pointer}/title`);
  checkText(complaints, confirm["text"], { most: 300 }, `${pointer}/text`);
  checkText(complaints, confirm["confirm"], { most: 30, plain: true }, `${pointer}/confirm`);
  checkText(complaints, confirm["deny"], { most: 30, plain: true }, `${pointer}/deny`);
}
