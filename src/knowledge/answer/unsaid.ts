import { tokensOf } from "../question/tokens.ts";

/** A text without the sentences whose every word has been said already. */
export function unsaid(text: string, said: string): string {
  const known = new Set(tokensOf(said));
  return text
    .split(/(?<=[.!?]) /)
    .filter((sentence) => tokensOf(sentence).some((token) => !known.has(token)))
    .join(" ");
}
