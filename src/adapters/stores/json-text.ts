import { canonicalJson } from "../../kernel/canonical-json.ts";
import type { Json } from "../../kernel/canonical-json.ts";

/** A value as it is kept. */
export const toJsonText = (value: unknown): string => canonicalJson((value ?? null) as Json);

/** A value as it was kept. */
export const fromJsonText = (text: string): unknown => JSON.parse(text);

/** Text that both databases keep unchanged: PostgreSQL has no NUL, and half a character is none. */
export const storable = (text: string): string => text.toWellFormed().replaceAll("\0", "\uFFFD");
