import type { Body } from "./incoming.ts";
import { bodyIn, textIn } from "./incoming.ts";

/** Events after which something is written down or said. */
const WITH_EFFECT = new Set([
  "message",
  "app_mention",
  "reaction_added",
  "member_joined_channel",
  "app_uninstalled",
  "tokens_revoked",
]);

/** The key an event is kept under; redeliveries have the same. Undefined where nothing has to be kept. */
export function inboxKey(body: Body): string | undefined {
  if (body["type"] !== "event_callback") return undefined;
  const id = textIn(body, "event_id");
  const type = textIn(bodyIn(body, "event"), "type");
  return id !== undefined && type !== undefined && WITH_EFFECT.has(type) ? `ev:${id}` : undefined;
}
