import { BOOKS, phraseAt } from "./books.ts";
import type { Hit, HitOf } from "./hit.ts";
import type { Text } from "./text.ts";

/**
 * A time at which something else happened, where what is wanted lies beside it: `it broke at 14:30,
 * we want the state right before`. The words end their clause, else they have a time of their own.
 */
export function beforeIt(text: Text, hits: readonly Hit[]): HitOf<"time"> | undefined {
  const time = hits.find((hit) => hit.kind === "time");
  if (time === undefined) return undefined;
  const isSaid = [...text.tokens.keys()].some((at) => {
    const end = phraseAt(BOOKS.beforeThat, text, at)?.end;
    return end !== undefined && endsClause(text, end);
  });
  return isSaid ? time : undefined;
}

const endsClause = (text: Text, at: number): boolean => {
  const token = text.tokens[at];
  return token === undefined || token.newLine || /^[.,;:!?)]$/.test(token.text);
};
