import { elementsOf, withIds } from "./elements.ts";
import { stateOf } from "./fields.ts";
import { type JsonObject, isObject, objectsOf, textOf } from "./json.ts";
import type { View } from "./model.ts";
import { SlackError } from "./slack-error.ts";
import { findView, type World } from "./world.ts";

/** How many views a stack may have. */
const STACK = 3;

type Place = Pick<View, "user" | "kind"> & {
  /** The view that is changed: id and place in the stack stay. */
  readonly over?: View;
  /** The view below. */
  readonly below?: View;
};

/** Builds a view from what the app sent, which has been validated. */
export function makeView(world: World, sent: JsonObject, place: Place): View {
  const { over, below } = place;
  const id = over?.id ?? world.ids.id("V");
  const root = over?.root ?? below?.root ?? id;
  const blocks = withIds(objectsOf(sent["blocks"]), () => world.ids.secret(5));
  const previous = over?.previous ?? below?.id;
  return {
    id,
    hash: `${Math.floor(world.clock.now() / 1_000)}.${world.ids.secret(8)}`,
    kind: place.kind,
    user: place.user,
    root,
    ...(previous !== undefined && { previous }),
    blocks,
    state: stateOf(blocks, over?.state),
    callback: textOf(sent["callback_id"]),
    metadata: textOf(sent["private_metadata"]),
    external: textOf(sent["external_id"]),
    title: textObjectOf(sent["title"]),
    submit: textObjectOf(sent["submit"]),
    close: textObjectOf(sent["close"]),
    clearOnClose: sent["clear_on_close"] === true,
    notifyOnClose: sent["notify_on_close"] === true,
  };
}

const textObjectOf = (value: unknown): JsonObject | null => (isObject(value) ? value : null);

/** A person's open modals, lowest first. */
export const stackOf = ({ state }: World, user: string): readonly View[] =>
  state.modals.get(user) ?? [];

/** Puts another stack in place and shows it. */
export function setStack(world: World, user: string, stack: readonly View[]): void {
  for (const view of stackOf(world, user)) {
    if (!stack.some((one) => one.id === view.id)) world.state.errors.delete(view.id);
  }
  world.state.modals.set(user, [...stack]);
  world.hub.tell({ kind: "modal", user });
}

/** Puts a view on top of a person's stack. */
export function pushView(world: World, user: string, sent: JsonObject): View {
  const stack = stackOf(world, user);
  const below = stack.at(-1);
  if (below === undefined) throw new SlackError("not_found");
  if (stack.length >= STACK) throw new SlackError("push_limit_reached");
  refuseKnownExternalId(world, textOf(sent["external_id"]));
  const view = makeView(world, sent, { user, kind: "modal", below });
  setStack(world, user, [...stack, view]);
  return view;
}

/** Opens a first view; whatever was open is gone. */
export function openView(world: World, user: string, sent: JsonObject): View {
  refuseKnownExternalId(world, textOf(sent["external_id"]));
  const view = makeView(world, sent, { user, kind: "modal" });
  setStack(world, user, [view]);
  return view;
}

/** Puts new content into an open view or a Home. */
export function updateView(world: World, over: View, sent: JsonObject): View {
  const external = textOf(sent["external_id"]);
  if (external !== over.external) refuseKnownExternalId(world, external);
  const view = makeView(world, sent, { user: over.user, kind: over.kind, over });
  world.state.errors.delete(view.id);
  replaceView(world, view);
  return view;
}

/** Puts a changed record of a view in its place, and shows it unless it is only typing. */
export function replaceView(world: World, view: View, isTyping = false): void {
  if (view.kind === "home") {
    world.state.homes.set(view.user, view);
    world.store.keepHome(view);
    if (!isTyping) world.hub.tell({ kind: "home", user: view.user });
    return;
  }
  const stack = stackOf(world, view.user).map((one) => (one.id === view.id ? view : one));
  world.state.modals.set(view.user, stack);
  if (!isTyping) world.hub.tell({ kind: "modal", user: view.user });
}

function refuseKnownExternalId(world: World, external: string): void {
  if (external !== "" && findByExternalId(world, external) !== undefined) {
    throw new SlackError("duplicate_external_id");
  }
}

/** The view the app has named itself. */
function findByExternalId({ state }: World, external: string): View | undefined {
  const open = [...state.modals.values()].flat();
  return [...open, ...state.homes.values()].find((one) => one.external === external);
}

/** Takes a view and all above it away, or the whole stack where the view asks for that. */
export function closeView(world: World, view: View): void {
  const stack = stackOf(world, view.user);
  const at = stack.findIndex((one) => one.id === view.id);
  if (at >= 0) setStack(world, view.user, view.clearOnClose ? [] : stack.slice(0, at));
}

/** Uses a trigger up and tells whose it is. */
export function useTrigger(
  world: World,
  id: string,
): { readonly user: string; readonly view?: string } {
  const trigger = world.state.triggers.get(id);
  if (trigger === undefined) throw new SlackError("invalid_trigger_id");
  if (trigger.used) throw new SlackError("exchanged_trigger_id");
  if (trigger.until < world.clock.now()) throw new SlackError("expired_trigger_id");
  trigger.used = true;
  return trigger;
}

/** How long a trigger lives. */
const TRIGGER_MS = 3_000;

/** A fresh trigger for what a person has just done. */
export function makeTrigger(world: World, user: string, view?: string): string {
  const { triggers } = world.state;
  const now = world.clock.now();
  for (const [id, old] of triggers) if (old.until < now - 60 * TRIGGER_MS) triggers.delete(id);
  const id = `${Math.floor(now)}.${triggers.size}.${world.ids.secret(16)}`;
  triggers.set(id, {
    user,
    until: now + TRIGGER_MS,
    used: false,
    ...(view !== undefined && { view }),
  });
  return id;
}

/** Whether a view can be found and what it is. */
export const viewNamed = (world: World, id: string, external: string): View | undefined =>
  id === "" ? findByExternalId(world, external) : findView(world, id);

/** Ids of the input blocks. */
export const inputBlocksOf = (view: View): readonly string[] =>
  elementsOf(view.blocks)
    .filter(({ block }) => block["type"] === "input")
    .map(({ block }) => textOf(block["block_id"]));
