import type { Message } from "../blocks/elements.ts";
import { section } from "../blocks/elements.ts";
import type { Text } from "../text/text.ts";
import { MAX_QUESTION } from "./ask.ts";

/** A short line for a message that cannot be taken as a question, or when we join a channel. */
export function renderHint(what: unknown, { knowledge }: Text): Message {
  const text = hintText(what, knowledge);
  return { text, blocks: [section("hint", text)] };
}

function hintText(what: unknown, knowledge: Text["knowledge"]): string {
  if (what === "too-long") return knowledge.tooLong(String(MAX_QUESTION));
  return what === "hello" ? knowledge.saidHello : knowledge.empty;
}
