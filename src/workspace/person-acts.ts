import type { ActBody, FieldValues, Outcome, Place, SuggestBody, Suggested } from "./control.ts";
import { findElement, holderOf, labelOf, optionsOf, type Placed } from "./elements.ts";
import { fieldOf, stateOf, stateWith, UnknownOption } from "./fields.ts";
import { baseOf, interact, triggerOf } from "./interaction.ts";
import { isObject, type JsonObject, objectOf, objectsOf, textOf } from "./json.ts";
import type { Channel, Message, Person, View, ViewState } from "./model.ts";
import { outcomeOf, refuse } from "./outcome.ts";
import { activePerson } from "./person-says.ts";
import { makeResponseUrl } from "./response-urls.ts";
import { channelNameOf, messageShape, viewShape } from "./shapes.ts";
import { replaceView } from "./views.ts";
import { canSee, findMessage, findView, type World } from "./world.ts";

/** Where a control stands: in a message somebody sees, or in a view of theirs. */
export type Stage =
  { readonly view: View } | { readonly message: Message; readonly channel: Channel };

/** Finds the place; undefined where this person does not see it. */
function stageOf(world: World, user: string, place: Place): Stage | undefined {
  if ("view" in place) {
    const view = findView(world, place.view);
    return view?.user === user ? { view } : undefined;
  }
  const channel = world.state.channels.get(place.channel);
  const message = findMessage(world, place.channel, place.ts);
  const isSeen =
    channel !== undefined &&
    canSee(channel, user) &&
    (message?.onlyFor === undefined || message.onlyFor === user);
  return isSeen && message !== undefined ? { message, channel } : undefined;
}

const blocksOf = (stage: Stage): readonly JsonObject[] =>
  "view" in stage ? stage.view.blocks : stage.message.blocks;

/** A click or a choice: `block_actions`. */
export async function act(world: World, body: ActBody): Promise<Outcome> {
  const person = activePerson(world, body.as);
  let stage = stageOf(world, body.as, body.in);
  if (person === undefined) return refuse("not-allowed");
  const placed = stage && findElement(blocksOf(stage), body.action, body.block);
  if (stage === undefined || placed === undefined) return refuse("not-found");
  try {
    if ("view" in stage) stage = { view: typeInto(world, stage.view, body.values ?? {}) };
    const { action, held } = actionOf(world, stage, placed, body);
    if ("view" in stage && held !== undefined)
      stage = { view: hold(world, stage.view, placed, held) };
    const payload = {
      ...baseOf(world, person),
      type: "block_actions",
      ...stageParts(world, person, stage),
      actions: [action],
    };
    return outcomeOf(await interact(world, person, payload));
  } catch (error) {
    if (error instanceof UnknownOption) return refuse("unknown-option", error.message);
    throw error;
  }
}

/** What the person chose, as the app is told, and what the element holds from now on. */
function actionOf(
  world: World,
  stage: Stage,
  placed: Placed,
  body: ActBody,
): { readonly action: JsonObject; readonly held?: JsonObject } {
  const { element, block } = placed;
  const type = textOf(element["type"]);
  const base = {
    action_id: element["action_id"],
    block_id: block["block_id"],
    type,
    action_ts: world.ids.ts(),
  };
  if (holderOf(type) !== undefined) {
    const offered = offeredFor(world, stage, placed);
    const held = stateWith(placed, body.value ?? null, offered);
    const value = type === "plain_text_input" ? { value: fieldOf(held) ?? "" } : held;
    return { action: { ...base, ...value }, held };
  }
  return { action: { ...base, ...pressed(element, type, body.value) } };
}

/** What a button, a menu or feedback buttons say of themselves when pressed. */
function pressed(element: JsonObject, type: string, value: ActBody["value"]): JsonObject {
  if (type === "overflow") {
    const chosen = optionsOf(element).find((one) => one["value"] === value);
    if (chosen === undefined) throw new UnknownOption(String(value));
    return { selected_option: chosen };
  }
  if (type === "feedback_buttons") {
    const both = [element["positive_button"], element["negative_button"]].filter(isObject);
    const chosen = both.find((one) => one["value"] === value);
    if (chosen === undefined) throw new UnknownOption(String(value));
    return { value: chosen["value"], text: chosen["text"] };
  }
  return {
    ...(element["value"] !== undefined && { value: element["value"] }),
    ...(element["text"] !== undefined && { text: element["text"] }),
    ...(element["style"] !== undefined && { style: element["style"] }),
  };
}

/** Place, state and ways to answer. */
function stageParts(world: World, person: Person, stage: Stage): JsonObject {
  if ("view" in stage) {
    const { view } = stage;
    return {
      container: { type: "view", view_id: view.id },
      view: viewShape(view, true),
      ...triggerOf(world, person, view.kind === "modal" ? view.id : undefined),
    };
  }
  const { message, channel } = stage;
  const { ts, thread } = message;
  const isEphemeral = message.onlyFor !== undefined;
  return {
    container: {
      type: "message",
      message_ts: ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(thread !== undefined && { thread_ts: thread }),
    },
    channel: { id: channel.id, name: channelNameOf(channel) },
    ...(!isEphemeral && { message: messageShape(world, message, { metadata: true }) }),
    state: { values: stateOf(message.blocks) },
    response_url: makeResponseUrl(world, "actions", {
      user: person.id,
      channel: channel.id,
      ts,
      ...(thread !== undefined && { thread }),
    }),
    ...triggerOf(world, person),
  };
}

/** Options the app has offered for an external select so far. */
export const offeredFor = (
  world: World,
  stage: Stage,
  { block, element }: Placed,
): readonly JsonObject[] =>
  world.state.offered.get(
    offerKey(stage, textOf(block["block_id"]), textOf(element["action_id"])),
  ) ?? [];

const offerKey = (stage: Stage, block: string, action: string): string =>
  JSON.stringify(["view" in stage ? stage.view.id : stage.message.ts, block, action]);

/** Puts what was typed into the view's state, without telling anybody. Throws `UnknownOption`. */
export function typeInto(world: World, view: View, values: FieldValues): View {
  let typed = view;
  for (const [block, actions] of Object.entries(values)) {
    for (const [action, value] of Object.entries(actions)) {
      const placed = findElement(view.blocks, action, block);
      if (placed === undefined || holderOf(textOf(placed.element["type"])) === undefined) continue;
      const held = stateWith(placed, value, offeredFor(world, { view }, placed));
      typed = withState(typed, placed, held);
    }
  }
  if (typed !== view) replaceView(world, typed, true);
  return typed;
}

function hold(world: World, view: View, placed: Placed, held: JsonObject): View {
  const changed = withState(view, placed, held);
  replaceView(world, changed, true);
  return changed;
}

function withState(view: View, { block, element }: Placed, held: JsonObject): View {
  const [blockId, actionId] = [textOf(block["block_id"]), textOf(element["action_id"])];
  const state: ViewState = {
    ...view.state,
    [blockId]: { ...view.state[blockId], [actionId]: held },
  };
  return { ...view, state };
}

const MIN_QUERY_LENGTH = 3;
const MOST_OPTIONS = 100;

/** Types into an external select: `block_suggestion`. */
export async function suggest(world: World, body: SuggestBody): Promise<Suggested> {
  const person = activePerson(world, body.as);
  const stage = stageOf(world, body.as, body.in);
  const placed = stage && findElement(blocksOf(stage), body.action, body.block);
  if (person === undefined) return refuse("not-allowed");
  if (stage === undefined || placed === undefined) return refuse("not-found");
  const shortest = Number(placed.element["min_query_length"] ?? MIN_QUERY_LENGTH);
  if (body.typed.length < shortest) return { ok: true, options: [], groups: [] };

  const place = stageParts(world, person, stage);
  const payload = {
    ...baseOf(world, person),
    type: "block_suggestion",
    action_id: body.action,
    block_id: body.block,
    value: body.typed,
    container: place["container"],
    ...("view" in stage
      ? { view: place["view"] }
      : { channel: place["channel"], message: place["message"] }),
  };
  const acked = await interact(world, person, payload);
  if (!acked.ok) return refuse("did-not-respond", acked.why);
  return keepOffer(world, offerKey(stage, body.block, body.action), objectOf(acked.body));
}

function keepOffer(world: World, key: string, answer: JsonObject): Suggested {
  const groups = objectsOf(answer["option_groups"]).map((group) => ({
    label: labelOf({ text: group["label"] }),
    options: objectsOf(group["options"]),
  }));
  const options = objectsOf(answer["options"]);
  const all = [...options, ...groups.flatMap((group) => group.options)];
  if (all.length > MOST_OPTIONS || all.some((one) => !isOption(one))) {
    return refuse("did-not-respond", "the options are not valid");
  }
  world.state.offered.set(key, [...all, ...(world.state.offered.get(key) ?? [])].slice(0, 1_000));
  return { ok: true, options, groups };
}

const isOption = (option: JsonObject): boolean => {
  const label = labelOf(option);
  const value = textOf(option["value"]);
  return label.length > 0 && label.length <= 75 && value.length > 0 && value.length <= 75;
};
