import type { AskedQuestion } from "../../desk/asked-question.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { People } from "../identity/people.ts";
import type { WishReader } from "./render-wish.ts";

/** The asker's own zone, to be offered, and the time it is. */
export function wishReader(
  { people, now }: { readonly people: Pick<People, "known">; readonly now: Clock },
  { askedBy }: Pick<AskedQuestion, "askedBy">,
): WishReader {
  const profileZone = people.known(askedBy)?.zone;
  return { now: now(), ...(profileZone === undefined ? {} : { profileZone }) };
}
