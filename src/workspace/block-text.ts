import { isObject, type JsonObject } from "./json.ts";

/** Every text people read in blocks, top to bottom, one a line. Ids, values and addresses are left out. */
export const textOfBlocks = (blocks: readonly JsonObject[]): string =>
  blocks
    .map((block) => textsIn(block).join(" "))
    .filter((line) => line !== "")
    .join("\n");

const SILENT = new Set([
  "type",
  "value",
  "action_id",
  "block_id",
  "url",
  "style",
  "confirm",
  "image_url",
]);

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => (SILENT.has(key) ? [] : textsIn(member)));
}
