import type { Json } from "../kernel/canonical-json.ts";

/** A JSON object as it came over the wire. */
export type JsonObject = { readonly [key: string]: Json | undefined };

/** Tells a JSON object from the other values. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The object itself, or an empty one. */
export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** The objects of a list; what is no list has none. */
export const objectsOf = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** The text itself, or the empty one. */
export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Reads JSON that may be none. */
export function readJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
