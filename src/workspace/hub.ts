import type { JournalEntry } from "./control.ts";
import type { Message } from "./model.ts";

/** Something in the workspace has changed. */
export type Change =
  | { readonly kind: "message" | "update" | "delete" | "ephemeral"; readonly message: Message }
  /** An ephemeral the app has taken back. */
  | { readonly kind: "vanish"; readonly message: Message }
  | { readonly kind: "modal" | "home"; readonly user: string }
  | { readonly kind: "journal"; readonly entry: JournalEntry }
  | { readonly kind: "status" | "assistant" | "places" };

/** Tells everybody who listens what has changed, at once and in order. */
export type Hub = {
  tell(change: Change): void;
  /** Returns how to stop listening. */
  listen(hear: (change: Change) => void): () => void;
};

/** A hub nobody listens to yet. */
export function makeHub(): Hub {
  const listeners = new Set<(change: Change) => void>();
  return {
    tell(change) {
      for (const hear of listeners) hear(change);
    },
    listen(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  };
}
