import type { OutboxRow } from "../../desk/ports.ts";
import type { Message } from "../blocks/elements.ts";

/** What a notice turns into when it is sent, made from what the stores say at that moment. */
export type Rendered =
  | { readonly do: "message"; readonly message: Message }
  | {
      readonly do: "add-reaction" | "remove-reaction";
      readonly channel: string;
      readonly ts: string;
      readonly name: string;
    }
  /** Nothing is left to be said. */
  | { readonly do: "nothing"; readonly why: string };

/** Makes the words of a notice. Throws `UnknownNotice` for a kind nobody renders. */
export type Render = (row: OutboxRow) => Promise<Rendered>;

/** A notice of a kind that has no renderer, or whose ids lead nowhere. */
export class UnknownNotice extends Error {
  constructor(kind: string, why: string) {
    super(`Cannot render notice "${kind}": ${why}`);
    this.name = "UnknownNotice";
  }
}
