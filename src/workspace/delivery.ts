import type { Json } from "../kernel/canonical-json.ts";
import type { JsonObject } from "./json.ts";

/** Something the app is told. */
export type Delivery = {
  readonly kind: "events_api" | "slash_commands" | "interactive";
  /** For the journal and for faults: event type, interaction type or command. */
  readonly name: string;
  readonly payload: JsonObject;
  /** Who it is about. */
  readonly user?: string;
};

/** What the app answered: in time, or not. */
export type Acked =
  | { readonly ok: true; readonly body: Json }
  /** `stop`: the app asked not to be told again. */
  | { readonly ok: false; readonly why: string; readonly stop?: boolean };

/** How often an event was tried before, and why that failed. */
export type Attempt = { readonly number: number; readonly reason: string };

/** One way to reach the app. Never throws. */
export type Transport = {
  /** What a missing acknowledgement is called as the reason of a retry. */
  readonly silence: "timeout" | "http_timeout";
  /** `everywhere`: the same thing over every connection there is. */
  send(delivery: Delivery, attempt: Attempt, everywhere?: boolean): Promise<Acked>;
};
