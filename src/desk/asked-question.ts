import type { Instant } from "../kernel/clock.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { Locale } from "../kernel/locale.ts";
import type { Place } from "./ticket.ts";

export type QuestionId = `Q-${number}`;

/** Who speaks in a thread: the desk's bot, or a person of staff who has taken over. */
export type Voice = "bot" | "person";

/** A question as it was put, and what was answered; `Answer` is opaque to the desk. */
export type AskedQuestion<Answer = unknown> = {
  readonly id: QuestionId;
  readonly askedBy: PersonId;
  readonly place: Place;
  /** Slack's id of the message that asked. */
  readonly messageTs: string;
  readonly words: string;
  readonly locale: Locale;
  readonly askedAt: Instant;
  readonly version: number;
  readonly answer: Answer;
  readonly feedback?: { readonly helped: boolean; readonly reason?: string };
};
