import type { PersonId } from "../../kernel/ids.ts";
import { personId } from "../../kernel/ids.ts";
import { readFields, valuesOf } from "./fields.ts";
import type { Body } from "./incoming.ts";
import { bodyIn, textIn } from "./incoming.ts";
import type { MessagePlace, ShownView } from "./turn.ts";

/** Who did it: the person's own team where it is told, else the one the app is installed in. */
export function readPerson(body: Body): PersonId {
  const user = bodyIn(body, "user");
  const id = textIn(user, "id") ?? textIn(body, "user_id") ?? "";
  const team =
    textIn(user, "team_id") ?? textIn(body, "team_id") ?? textIn(bodyIn(body, "team"), "id") ?? "";
  return personId(team, id);
}

/** The view of an interaction, where it stands in one. */
export function readView(body: Body): ShownView | undefined {
  const view = bodyIn(body, "view");
  const id = textIn(view, "id");
  if (id === undefined) return undefined;
  const hash = textIn(view, "hash");
  return {
    id,
    ...(hash === undefined ? {} : { hash }),
    kind: view["type"] === "home" ? "home" : "modal",
    callback: textIn(view, "callback_id") ?? "",
    metadata: textIn(view, "private_metadata") ?? "",
    fields: readFields(view),
  };
}

/** The message a clicked control stands in. */
export function readPlace(body: Body): MessagePlace | undefined {
  const container = bodyIn(body, "container");
  const channel = textIn(container, "channel_id") ?? textIn(bodyIn(body, "channel"), "id");
  if (channel === undefined) return undefined;
  const ephemeral = container["is_ephemeral"] === true;
  const ts = textIn(container, "message_ts");
  const thread = textIn(container, "thread_ts") ?? textIn(bodyIn(body, "message"), "thread_ts");
  return {
    channel,
    ...(ts === undefined || ephemeral ? {} : { ts }),
    ...(thread === undefined ? {} : { thread }),
  };
}

export type ReadAction = { readonly id: string; readonly variant: string; readonly value: string };

/** `knowledge.choose:plan:pro` is the action `knowledge.choose` with the variant `plan:pro`. */
export function readAction(action: Body): ReadAction {
  const whole = textIn(action, "action_id") ?? "";
  const colon = whole.indexOf(":");
  return {
    id: colon < 0 ? whole : whole.slice(0, colon),
    variant: colon < 0 ? "" : whole.slice(colon + 1),
    value: valuesOf(action)[0] ?? "",
  };
}
