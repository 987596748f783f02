import type { Acked } from "./delivery.ts";
import type { Outcome } from "./control.ts";

/** What a person could not do, and what they see of it. */
export type Refusal = Exclude<Outcome, { readonly ok: true }>;

const TEXTS = {
  "did-not-respond": "The app did not respond.",
  "not-allowed": "You cannot do that here.",
  "not-found": "That is no longer there.",
  archived: "This channel is archived.",
  "unknown-command": "That is not a valid command.",
  "unknown-option": "That option is not offered.",
  "unknown-shortcut": "The app has no such shortcut.",
} as const;

/** Says no in the words a person sees. */
export const refuse = (error: keyof typeof TEXTS, detail?: string): Refusal => ({
  ok: false,
  error,
  text: detail === undefined ? TEXTS[error] : `${TEXTS[error]} (${detail})`,
});

export const DONE = { ok: true } as const;

/** Whether the app answered in time. */
export const outcomeOf = (acked: Acked): Outcome =>
  acked.ok ? DONE : refuse("did-not-respond", acked.why);
