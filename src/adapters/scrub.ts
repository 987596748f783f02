const KEPT_OUT = "[kept out]";

/** Secrets by their shape. None takes a quote or a backslash, so a JSON line stays one. */
const SECRETS: readonly (readonly [shape: RegExp, instead: string])[] = [
  [/\bx(?:ox[a-z]\.)?(?:ox[a-z]|app|wfp)-[\w-]+/g, KEPT_OUT],
  [/\bBearer\s+[\w.~+/-]+=*/gi, `Bearer ${KEPT_OUT}`],
  [/:\/\/[^\s"\\/@]*:[^\s"\\/@]+@/g, `://${KEPT_OUT}@`],
  [/\bhooks\.slack\.com\/[\w/-]+/g, `hooks.slack.com/${KEPT_OUT}`],
  [/\bAGE-SECRET-KEY-[\w-]+/g, KEPT_OUT],
];

/** Takes tokens, passwords and secret addresses out of a text, wherever in it they stand. */
export const scrub = (text: string): string =>
  SECRETS.reduce((left, [shape, instead]) => left.replaceAll(shape, instead), text);

/** Fields that hold what people wrote. */
const WORDS = new Set(["answer", "blocks", "body", "message_text", "text", "values", "words"]);

const DEEPEST = 8;

/** A value for the log: what people wrote is replaced, at any depth. */
export function withoutWords(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null || value instanceof Error) return value;
  if (depth >= DEEPEST) return "[deep]";
  if (Array.isArray(value)) return value.map((one) => withoutWords(one, depth + 1));
  const members = Object.entries(value).map(([key, one]) => [
    key,
    WORDS.has(key) ? KEPT_OUT : withoutWords(one, depth + 1),
  ]);
  return Object.fromEntries(members) as unknown;
}
