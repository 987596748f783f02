/** `superseded`: a newer notice of the same slot was sent in its place. */
export type OutboxState = "ready" | "sending" | "sent" | "superseded" | "dead";
