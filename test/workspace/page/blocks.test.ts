import { assert, constantFrom, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import { blocksHtml } from "../../../src/workspace/page/blocks/block.js";
import { viewer } from "../../../src/workspace/page/markup/viewer.js";
import { tagsOf, textOf } from "./tags-of.ts";

const surface = {
  viewer: viewer({ people: new Map([["U0ANNA", "anna"]]), channels: new Map([["C0ASK", "ask"]]) }),
  scope: "V1",
  kind: "modal",
};
const plain = (text: string) => ({ type: "plain_text", text, emoji: true });
const option = (text: string, value: string) => ({ text: plain(text), value });
const input = (element: object, own: object = {}) => ({
  type: "input",
  block_id: "b",
  label: plain("Label"),
  element: { action_id: "a", ...element },
  ...own,
});
const actions = (...elements: readonly object[]) => ({ type: "actions", block_id: "b", elements });
const one = (block: unknown, more: object = {}) => blocksHtml([block], { ...surface, ...more });
const first = (html: string, name: string) =>
  tagsOf(html).find((tag) => tag.name === name)?.attributes ?? {};

test.each<[type: string, block: object, tag: string, text: string]>([
  ["header", { type: "header", text: plain("Hi :eyes:") }, "h3", "Hi 👀"],
  ["section", { type: "section", text: { type: "mrkdwn", text: "*a*" } }, "strong", "a"],
  ["context", { type: "context", elements: [plain("c")] }, "small", "c"],
  ["divider", { type: "divider" }, "hr", ""],
  [
    "image",
    { type: "image", image_url: "https://x.se/a.png", alt_text: "A chart" },
    "figure",
    "🖼 A chart",
  ],
  ["button", actions({ type: "button", action_id: "a", text: plain("Go") }), "button", "Go"],
  [
    "overflow",
    actions({ type: "overflow", action_id: "a", options: [option("One", "1")] }),
    "details",
    "⋯One",
  ],
  [
    "static select",
    input({ type: "static_select", options: [option("One", "1")] }),
    "select",
    "LabelChoose…One",
  ],
  ["users select", input({ type: "users_select" }), "select", "LabelChoose…anna"],
  [
    "radio buttons",
    input({ type: "radio_buttons", options: [option("One", "1")] }),
    "fieldset",
    "LabelOne",
  ],
  [
    "checkboxes",
    input({ type: "checkboxes", options: [option("One", "1")] }),
    "fieldset",
    "LabelOne",
  ],
  [
    "several lines",
    input({ type: "plain_text_input", multiline: true, initial_value: "x" }),
    "textarea",
    "Labelx",
  ],
  [
    "unknown block",
    { type: "carousel", title: "<b>" },
    "details",
    'Not shown here: carousel{"type":"carousel","title":"<b>"}',
  ],
  [
    "unknown element",
    actions({ type: "workflow_button" }),
    "details",
    'Not shown here: workflow_button{"type":"workflow_button"}',
  ],
])("blocksHtml() draws a %s", (_type, block, tag, text) => {
  const html = one(block);
  expect(tagsOf(html).map(({ name }) => name)).toContain(tag);
  expect(textOf(html)).toBe(text);
});

test.each<[element: string, type: string, own: object, held: string]>([
  ["datepicker", "date", { initial_date: "2026-11-18" }, "2026-11-18"],
  ["timepicker", "time", { initial_time: "14:30" }, "14:30"],
  ["plain_text_input", "text", { initial_value: "x" }, "x"],
  ["email_text_input", "email", { initial_value: "a@x.se" }, "a@x.se"],
])("blocksHtml() draws a %s as <input type=%s>", (element, type, own, held) => {
  const attributes = first(one(input({ type: element, ...own })), "input");
  expect(attributes).toMatchObject({ type, value: held, dataActionId: "a", dataType: element });
});

test("blocksHtml() names a field by its label, its hint and its error", () => {
  const html = one(input({ type: "plain_text_input" }, { hint: plain("A hint") }), {
    errors: { b: "Too <short>" },
  });
  expect(first(html, "label")).toMatchObject({ htmlFor: ["V1--b--a"] });
  expect(first(html, "input")).toMatchObject({
    id: "V1--b--a",
    ariaInvalid: "true",
    ariaRequired: "true",
    ariaDescribedBy: ["V1--b--a--hint", "V1--b--a--error"],
  });
  expect(first(html, "small")).toMatchObject({ id: "V1--b--a--hint" });
  expect(first(html, "p")).toMatchObject({ id: "V1--b--a--error" });
  expect(textOf(html)).toContain("Too <short>");
});

test("blocksHtml() marks what is optional and what tells the app at once", () => {
  const html = one(input({ type: "datepicker" }, { optional: true, dispatch_action: true }));
  expect(textOf(html)).toContain("(optional)");
  expect(first(html, "input")).toMatchObject({ dataDispatch: "" });
  expect(first(html, "input")).not.toHaveProperty("ariaRequired");
});

test("blocksHtml() prefers what was typed before to what the app set, also nothing", () => {
  const block = input({ type: "plain_text_input", initial_value: "set" });
  expect(first(one(block, { values: { b: { a: "typed" } } }), "input")).toMatchObject({
    value: "typed",
  });
  expect(first(one(block, { values: { b: { a: null } } }), "input")).not.toHaveProperty(
    "value",
    "set",
  );
});

test("blocksHtml() shows the text of a chosen external option, and sends its value", () => {
  const block = input({ type: "external_select", min_query_length: 0 });
  const chosen = { b: { a: [option("Stockholm (UTC+1)", "Europe/Stockholm")] } };
  const html = one(block, { chosen, values: { b: { a: "Europe/Stockholm" } } });
  expect(first(html, "input")).toMatchObject({
    role: "combobox",
    value: "Stockholm (UTC+1)",
    dataValue: "Europe/Stockholm",
    dataMin: "0",
    ariaControls: ["V1--b--a--list"],
  });
});

test("blocksHtml() selects, groups and checks what is chosen", () => {
  const select = input({
    type: "static_select",
    option_groups: [{ label: plain("G"), options: [option("One", "1"), option("Two", "2")] }],
    initial_option: option("Two", "2"),
  });
  expect(tagsOf(one(select)).filter((tag) => tag.attributes["selected"] === true)).toHaveLength(1);
  expect(first(one(select), "optgroup")).toMatchObject({ label: "G" });
  const boxes = input({ type: "checkboxes", options: [option("One", "1"), option("Two", "2")] });
  const checked = tagsOf(one(boxes, { values: { b: { a: ["2"] } } })).filter(
    (tag) => tag.attributes["checked"] === true,
  );
  expect(checked.map((tag) => tag.attributes["value"])).toEqual(["2"]);
});

test("blocksHtml() makes a description list of labelled fields, else a plain list", () => {
  const field = (text: string) => ({ type: "mrkdwn", text });
  const labelled = one({
    type: "section",
    fields: [field("*Zone*\nStockholm"), field("*UTC*\n13:30")],
  });
  expect(tagsOf(labelled).map(({ name }) => name)).toEqual([
    "div",
    "dl",
    "div",
    "dt",
    "dd",
    "div",
    "dt",
    "dd",
  ]);
  const free = one({ type: "section", fields: [field("*Zone*\nStockholm"), field("other")] });
  expect(tagsOf(free).map(({ name }) => name)).toContain("ul");
});

test("blocksHtml() gives a button its label, its value and its question", () => {
  const confirm = { title: plain("Sure?"), text: plain('"quoted"') };
  const button = {
    type: "button",
    action_id: "x",
    text: plain("Claim"),
    value: '{"t":1}',
    confirm,
  };
  const html = one(actions({ ...button, accessibility_label: "Claim ticket 1", style: "danger" }));
  const attributes = first(html, "button");
  expect(attributes).toMatchObject({ ariaLabel: "Claim ticket 1", dataValue: '{"t":1}' });
  expect(JSON.parse(String(attributes["dataConfirm"]))).toEqual(confirm);
});

test.each(["javascript:alert(1)", "data:text/html,x", " javascript:x", "//x.se"])(
  "blocksHtml() opens no button address %j",
  (url) => {
    const html = one(actions({ type: "button", action_id: "x", text: plain("Go"), url }));
    expect(tagsOf(html).map(({ name }) => name)).not.toContain("a");
  },
);

test("blocksHtml() draws rich text in full", () => {
  const text = (words: string, style: object = {}) => ({ type: "text", text: words, style });
  const html = one({
    type: "rich_text",
    elements: [
      {
        type: "rich_text_section",
        elements: [
          text("b", { bold: true, italic: true }),
          text("c", { code: true }),
          { type: "user", user_id: "U0ANNA" },
          { type: "emoji", name: "nothing_we_know", unicode: "1f9ff" },
          { type: "link", url: "javascript:x", text: "dead" },
          { type: "date", timestamp: 0, format: "{date_num}", fallback: "then" },
          { type: "broadcast", range: "here" },
        ],
      },
      {
        type: "rich_text_list",
        style: "ordered",
        indent: 1,
        offset: 2,
        elements: [{ type: "rich_text_section", elements: [text("i")] }],
      },
      { type: "rich_text_quote", elements: [text("q")] },
      { type: "rich_text_preformatted", elements: [text("p")] },
    ],
  });
  expect(textOf(html)).toBe("bc@anna🧿dead1970-01-01@hereiqp");
  expect(first(html, "ol")).toMatchObject({ className: ["indent-1"], start: 3 });
  const names = tagsOf(html).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["strong", "em", "code", "blockquote", "pre"]));
  expect(names).not.toContain("a");
});

test("blocksHtml() writes no handler, style or foreign tag, whatever the words are", () => {
  const hostile = oneof(
    string(),
    constantFrom(
      "<img src=x onerror=alert(1)>",
      '" onclick="x',
      "' autofocus onfocus='x",
      "</textarea><script>",
      "&quot;><svg/onload=x>",
      "--><b>",
    ),
  );
  assert(
    property(hostile, hostile, (words, id) => {
      const element = { action_id: id, placeholder: plain(words), initial_value: words };
      const html = blocksHtml(
        [
          { type: "header", block_id: id, text: plain(words) },
          {
            ...input({ type: "plain_text_input", multiline: true }),
            block_id: id,
            label: plain(words),
            element: { type: "plain_text_input", multiline: true, ...element },
          },
          input({ type: "static_select", options: [option(words, id)] }, { hint: plain(words) }),
          input({ type: "external_select", initial_option: option(words, id) }),
          input({ type: "radio_buttons", options: [option(words, id)] }),
          actions({
            type: "button",
            action_id: id,
            text: plain(words),
            value: words,
            accessibility_label: words,
            url: words,
          }),
          actions({ type: "overflow", action_id: id, options: [option(words, id)] }),
          { type: "image", image_url: words, alt_text: words, title: plain(words) },
          { type: words, block_id: id },
        ],
        { ...surface, scope: id, errors: { b: words } },
      );
      const harms = tagsOf(html).filter(
        ({ name, attributes }) =>
          !ALLOWED.has(name) ||
          Object.keys(attributes).some((key) => /^(?:on|style|src)/.test(key)),
      );
      expect(harms).toEqual([]);
    }),
  );
});

const ALLOWED = new Set([
  "div",
  "h3",
  "label",
  "textarea",
  "select",
  "option",
  "small",
  "p",
  "span",
  "input",
  "fieldset",
  "legend",
  "button",
  "a",
  "details",
  "summary",
  "code",
  "figure",
  "figcaption",
]);
