import type { Json } from "../kernel/canonical-json.ts";
import { isObject, type JsonObject, objectsOf, readJson, textOf } from "./json.ts";
import { SlackError } from "./slack-error.ts";

/** Arguments of a Web API call: form fields, whose nested values are JSON texts, or JSON. */
export type Args = JsonObject;

/** Whether an argument was given at all. */
export const given = (args: Args, name: string): boolean =>
  args[name] !== undefined && args[name] !== null;

/** A text, or the empty one. */
export const textArg = (args: Args, name: string): string =>
  typeof args[name] === "number" ? String(args[name]) : textOf(args[name]);

/**
 * A text that must be there.
 *
 * @throws SlackError `invalid_arguments`
 */
export function neededArg(args: Args, name: string): string {
  const text = textArg(args, name);
  if (text !== "") return text;
  const message = `[ERROR] missing required field: ${name}`;
  throw new SlackError("invalid_arguments", { response_metadata: { messages: [message] } });
}

/** `true` or `1`. */
export const flagArg = (args: Args, name: string): boolean =>
  args[name] === true || args[name] === "true" || args[name] === "1";

/** A whole number between 1 and the most, or the usual one. */
export function countArg(
  args: Args,
  name: string,
  { usual, most }: Record<"usual" | "most", number>,
) {
  const number = Number(args[name] ?? usual);
  return Number.isInteger(number) && number > 0 ? Math.min(number, most) : usual;
}

/** A nested value. Undefined where it is missing or not JSON. */
export function jsonArg(args: Args, name: string): Json | undefined {
  const value = args[name];
  return typeof value === "string" ? readJson(value) : value;
}

/** A nested object, or undefined. */
export function objectArg(args: Args, name: string): JsonObject | undefined {
  const value = jsonArg(args, name);
  return isObject(value) ? value : undefined;
}

/** A nested list of objects, or undefined where none was given. */
export function listArg(args: Args, name: string): readonly JsonObject[] | undefined {
  const value = jsonArg(args, name);
  return Array.isArray(value) ? objectsOf(value) : undefined;
}
