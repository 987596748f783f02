import type { Json } from "../kernel/canonical-json.ts";
import { isObject, type JsonObject } from "./json.ts";

/** Collects what is wrong, each with the place where it stands. */
export type Complaints = {
  readonly messages: string[];
  add(text: string, pointer: string): void;
};

/** No complaints yet. */
export function makeComplaints(): Complaints {
  const messages: string[] = [];
  return {
    messages,
    add: (text, pointer) => void messages.push(`[ERROR] ${text} [json-pointer:${pointer}]`),
  };
}

/** A text that must be there and not too long. */
export function checkLength(
  complaints: Complaints,
  value: Json | undefined,
  most: number,
  pointer: string,
): void {
  if (typeof value !== "string") complaints.add("must be a string", pointer);
  else if (value.length > most) complaints.add(`must be less than ${most + 1} characters`, pointer);
}

/** The same, where the text may be missing. */
export function checkOptionalLength(
  complaints: Complaints,
  value: Json | undefined,
  most: number,
  pointer: string,
): void {
  if (value !== undefined && value !== null) checkLength(complaints, value, most, pointer);
}

/** What a text object may be. */
export type TextRule = { readonly most: number; readonly plain?: boolean };

/** A text object: plain, or mrkdwn where that is allowed. */
export function checkText(
  complaints: Complaints,
  value: Json | undefined,
  { most, plain = false }: TextRule,
  pointer: string,
): void {
  if (!isObject(value)) return complaints.add("must be a text object", pointer);
  const { type, text } = value as { readonly type?: Json; readonly text?: Json };
  if (type !== "plain_text" && (plain || type !== "mrkdwn")) {
    complaints.add(plain ? "must be of type plain_text" : "unsupported type", `${pointer}/type`);
  }
  if (text === "") complaints.add("must be more than 0 characters", `${pointer}/text`);
  else checkLength(complaints, text, most, `${pointer}/text`);
}

/** The same, where it may be missing. */
export function checkOptionalText(
  complaints: Complaints,
  value: Json | undefined,
  rule: TextRule,
  pointer: string,
): void {
  if (value !== undefined && value !== null) checkText(complaints, value, rule, pointer);
}

/** How many items a list may have. */
export type CountRule = { readonly least?: number; readonly most: number };

/** A list of objects. Returns them, so that each can be looked at. */
export function checkList(
  complaints: Complaints,
  value: Json | undefined,
  { least = 1, most }: CountRule,
  pointer: string,
): readonly JsonObject[] {
  if (!Array.isArray(value)) {
    complaints.add("must be a list", pointer);
    return [];
  }
  const items: readonly Json[] = value;
  if (items.length > most) complaints.add(`no more than ${most} items allowed`, pointer);
  if (items.length < least) complaints.add(`must have at least ${least} items`, pointer);
  return items.filter(isObject);
}
