import { type JsonObject, isObject, objectsOf, textOf } from "./json.ts";
import {
  checkList,
  checkOptionalLength,
  checkOptionalText,
  checkText,
  checkLength,
  type Complaints,
} from "./limit-checks.ts";
import { checkElement } from "./validate-element.ts";

const ID = 255;

type Check = (complaints: Complaints, block: JsonObject, pointer: string) => void;

/** Blocks by type. One that is not here is refused. */
const BLOCKS: { readonly [type: string]: Check } = {
  section: checkSection,
  header: (complaints, block, pointer) =>
    checkText(complaints, block["text"], { most: 150, plain: true }, `${pointer}/text`),
  divider() {},
  context: checkContext,
  actions: (complaints, block, pointer) => checkElements(complaints, block, pointer, 25),
  context_actions: (complaints, block, pointer) => checkElements(complaints, block, pointer, 5),
  input: checkInput,
  rich_text: checkRichText,
  image(complaints, block, pointer) {
    checkLength(complaints, block["alt_text"], 2_000, `${pointer}/alt_text`);
    checkOptionalLength(complaints, block["image_url"], 3_000, `${pointer}/image_url`);
  },
  markdown: (complaints, block, pointer) =>
    checkLength(complaints, block["text"], 12_000, `${pointer}/text`),
  table: checkTable,
};

/** Checks blocks against the limits of their types and against each other. */
export function checkBlocks(
  complaints: Complaints,
  blocks: readonly JsonObject[],
  most: number,
  pointer: string,
): void {
  if (blocks.length > most) complaints.add(`no more than ${most} items allowed`, pointer);
  const seen = new Set<string>();
  for (const [at, block] of blocks.entries()) {
    const place = `${pointer}/${at}`;
    const id = textOf(block["block_id"]);
    if (id !== "" && seen.has(id)) {
      complaints.add(`\`block_id\` "${id}" already exists`, `${place}/block_id`);
    }
    seen.add(id);
    checkOptionalLength(complaints, block["block_id"], ID, `${place}/block_id`);
    checkBlock(complaints, block, place);
  }
}

function checkBlock(complaints: Complaints, block: JsonObject, pointer: string): void {
  const type = textOf(block["type"]);
  const check = BLOCKS[type];
  if (check === undefined) complaints.add(`unsupported type: ${type}`, `${pointer}/type`);
  else check(complaints, block, pointer);
}

function checkSection(complaints: Complaints, block: JsonObject, pointer: string): void {
  const { text, fields, accessory } = block as Record<"text" | "fields" | "accessory", JsonObject>;
  if (text === undefined && fields === undefined) {
    complaints.add("missing required field: text or fields", pointer);
  }
  checkOptionalText(complaints, text, { most: 3_000 }, `${pointer}/text`);
  if (fields !== undefined) {
    const list = checkList(complaints, fields, { most: 10 }, `${pointer}/fields`);
    for (const [at, field] of list.entries()) {
      checkText(complaints, field, { most: 2_000 }, `${pointer}/fields/${at}`);
    }
  }
  if (isObject(accessory)) checkElement(complaints, accessory, "elsewhere", `${pointer}/accessory`);
}

function checkContext(complaints: Complaints, block: JsonObject, pointer: string): void {
  const place = `${pointer}/elements`;
  const elements = checkList(complaints, block["elements"], { most: 10 }, place);
  for (const [at, element] of elements.entries()) {
    if (element["type"] === "image") continue;
    checkText(complaints, element, { most: 3_000 }, `${place}/${at}`);
  }
}

function checkElements(
  complaints: Complaints,
  block: JsonObject,
  pointer: string,
  most: number,
): void {
  const place = `${pointer}/elements`;
  const seen = new Set<string>();
  for (const [at, element] of checkList(complaints, block["elements"], { most }, place).entries()) {
    const id = textOf(element["action_id"]);
    if (id !== "" && seen.has(id)) {
      complaints.add(`\`action_id\` "${id}" already exists`, `${place}/${at}/action_id`);
    }
    seen.add(id);
    checkElement(complaints, element, "elsewhere", `${place}/${at}`);
  }
}

function checkInput(complaints: Complaints, block: JsonObject, pointer: string): void {
  checkText(complaints, block["label"], { most: 2_000, plain: true }, `${pointer}/label`);
  checkOptionalText(complaints, block["hint"], { most: 2_000, plain: true }, `${pointer}/hint`);
  const { element } = block as Record<"element", JsonObject>;
  if (!isObject(element)) return complaints.add("missing required field: element", pointer);
  checkElement(complaints, element, "input", `${pointer}/element`);
}

const RICH_PARTS = new Set([
  "rich_text_section",
  "rich_text_list",
  "rich_text_quote",
  "rich_text_preformatted",
]);

function checkRichText(complaints: Complaints, block: JsonObject, pointer: string): void {
  const place = `${pointer}/elements`;
  const parts = checkList(complaints, block["elements"], { most: 1_000 }, place);
  for (const [at, part] of parts.entries()) {
    if (!RICH_PARTS.has(textOf(part["type"]))) {
      complaints.add("unsupported type", `${place}/${at}/type`);
    }
    for (const [spot, leaf] of objectsOf(part["elements"]).entries()) {
      if (leaf["type"] === "text" && textOf(leaf["text"]) === "") {
        complaints.add("must be more than 0 characters", `${place}/${at}/elements/${spot}/text`);
      }
    }
  }
}

function checkTable(complaints: Complaints, block: JsonObject, pointer: string): void {
  const rows: readonly unknown[] = Array.isArray(block["rows"]) ? block["rows"] : [];
  if (rows.length === 0 || rows.length > 100) {
    complaints.add("must have 1 to 100 rows", `${pointer}/rows`);
  }
  for (const [at, row] of rows.entries()) {
    if (!Array.isArray(row) || row.length > 20) {
      complaints.add("must have at most 20 cells", `${pointer}/rows/${at}`);
    }
  }
}
