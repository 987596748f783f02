import { BOOKS, phraseAt } from "./books.ts";
import type { Text } from "./text.ts";

/** A text in capitals throughout: there `EST` may be a verb. */
export const isShouting = (text: Text): boolean => !/\p{Ll}/u.test(text.plain);

/** Whether a sentence ends at a token. */
export const isEnd = (text: Text, at: number): boolean => {
  const token = text.tokens[at];
  return token === undefined || token.newLine || (token.glued && /^[.!?)]$/.test(token.text));
};

/** Whether what follows leaves a name before it alone: an end, a sign, a polite word, a number. */
export function isTail(text: Text, at: number): boolean {
  const token = text.tokens[at];
  if (token === undefined || token.newLine) return true;
  if (token.kind === "sign") return !(token.glued && /^[-/_@#&+]$/.test(token.text));
  if (token.kind === "number") return !token.glued;
  if (token.tied) return false;
  return (
    [BOOKS.tails, BOOKS.dateJoints, BOOKS.timeJoints].some(
      (book) => phraseAt(book, text, at) !== undefined,
    ) || isDateWord(text, at)
  );
}

const isDateWord = (text: Text, at: number): boolean =>
  [BOOKS.relativeDays, BOOKS.weekdays, BOOKS.months, BOOKS.parts, BOOKS.seasons].some(
    (book) => phraseAt<unknown>(book, text, at) !== undefined,
  );
