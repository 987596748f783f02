import { textOfBlocks } from "./block-text.ts";
import type { FieldValue } from "./control.ts";
import { type HomeDriver, type ModalDriver, PersonSees, type Submission } from "./driver-types.ts";
import { elementsOf, findElement, holderOf, labelOf, optionsOf, type Placed } from "./elements.ts";
import { fieldOf } from "./fields.ts";
import { isObject, type JsonObject, textOf } from "./json.ts";
import type { View } from "./model.ts";
import type { Refusal } from "./outcome.ts";
import { act, offeredFor, suggest, typeInto } from "./person-acts.ts";
import { close, submit } from "./person-submits.ts";
import { findView, type World } from "./world.ts";

/** Fails as the person would see it. */
export function demand<Done extends { readonly ok: true }>(answer: Done | Refusal): Done {
  if (answer.ok) return answer;
  throw new PersonSees(answer.error, answer.text);
}

/** A person in front of one view, a modal or the Home. */
export function viewDriver(world: World, user: string, first: View): ModalDriver {
  let last = first;
  const now = (): View => {
    last = findView(world, first.id) ?? last;
    return last;
  };
  const place = { view: first.id };
  const common = viewBasics(world, user, now);
  return {
    ...common,
    get view() {
      return now();
    },
    async suggest(blockId, typed) {
      const { element } = inputOf(now(), blockId);
      const asked = { as: user, in: place, block: blockId, action: textOf(element["action_id"]) };
      const { options, groups } = demand(await suggest(world, { ...asked, typed }));
      return [...options, ...groups.flatMap((one) => one.options)].map(labelOf);
    },
    async submit(): Promise<Submission> {
      const answer = demand(await submit(world, { as: user, view: first.id, values: {} }));
      if (answer.result === "errors") return answer.errors;
      return answer.result === "cleared" ? "closed" : answer.result;
    },
    async back() {
      demand(await close(world, { as: user, view: first.id }));
    },
    async dismiss() {
      demand(await close(world, { as: user, view: first.id, all: true }));
    },
  };
}

/** A person in front of the app's Home. */
export function homeDriver(world: World, user: string, first: View): HomeDriver {
  const now = (): View => findView(world, first.id) ?? first;
  return {
    ...viewBasics(world, user, now),
    get view() {
      return now();
    },
  };
}

type Basics = Pick<ModalDriver, "text" | "value" | "fill" | "press">;

function viewBasics(world: World, user: string, now: () => View): Basics {
  return {
    text: () => textOfView(now()),
    value(blockId) {
      const { element } = inputOf(now(), blockId);
      return fieldOf(now().state[blockId]?.[textOf(element["action_id"])] ?? {});
    },
    async fill(blockId, value) {
      const view = now();
      const placed = inputOf(view, blockId);
      const action = textOf(placed.element["action_id"]);
      const chosen = await choose(world, view, placed, value);
      const dispatches =
        placed.block["type"] !== "input" || placed.block["dispatch_action"] === true;
      if (!dispatches) {
        typeInto(world, view, { [blockId]: { [action]: chosen } });
        return;
      }
      const place = { view: view.id };
      demand(await act(world, { as: user, in: place, block: blockId, action, value: chosen }));
    },
    async press(actionId, choice) {
      const view = now();
      const placed = findElement(view.blocks, actionId);
      if (placed === undefined) throw missing("control", actionId, idsOf(view.blocks));
      const value = choice === undefined ? undefined : choiceIn(placed.element, choice);
      demand(
        await act(world, {
          as: user,
          in: { view: view.id },
          block: textOf(placed.block["block_id"]),
          action: actionId,
          ...(value !== undefined && { value }),
        }),
      );
    },
  };
}

const textOfView = (view: View): string =>
  [view.title, view.submit, view.close]
    .filter(isObject)
    .map(labelOfText)
    .concat(textOfBlocks(view.blocks))
    .join("\n");

const labelOfText = (text: JsonObject): string => labelOf({ text });

function inputOf(view: View, blockId: string): Placed {
  const holders = elementsOf(view.blocks).filter(
    ({ element }) => holderOf(textOf(element["type"])) !== undefined,
  );
  const found = holders.find(({ block }) => block["block_id"] === blockId);
  if (found !== undefined) return found;
  const known = holders.map(({ block }) => textOf(block["block_id"]));
  throw missing("input", blockId, known);
}

/** All action ids, for the words of an error. */
export const idsOf = (blocks: readonly JsonObject[]): readonly string[] =>
  elementsOf(blocks).map(({ element }) => textOf(element["action_id"]));

/** Says what was looked for and what there is. */
export const missing = (what: string, id: string, known: readonly string[]): PersonSees =>
  new PersonSees(
    "not-found",
    `Cannot find the ${what} "${id}": expected one of ${known.join(", ")}`,
  );

/** The value of an option named by its value or its text. */
export function choiceIn(element: JsonObject, choice: string): string {
  const feedback = [element["positive_button"], element["negative_button"]].filter(isObject);
  const found = [...optionsOf(element), ...feedback].find(
    (one) => one["value"] === choice || labelOf(one) === choice,
  );
  return found === undefined ? choice : textOf(found["value"]);
}

/** Turns what the caller names into option values, asking the app where it is an external select. */
async function choose(
  world: World,
  view: View,
  placed: Placed,
  value: string | readonly string[],
): Promise<FieldValue> {
  if (typeof value !== "string") return value.map((one) => choiceIn(placed.element, one));
  if (placed.element["type"] !== "external_select") {
    const chosen = choiceIn(placed.element, value);
    return holderOf(textOf(placed.element["type"]))?.endsWith("s") === true ? [chosen] : chosen;
  }
  const known = () =>
    offeredFor(world, { view }, placed).find(
      (one) => one["value"] === value || labelOf(one) === value,
    );
  if (known() === undefined) {
    const block = textOf(placed.block["block_id"]);
    const action = textOf(placed.element["action_id"]);
    const asked = { as: view.user, in: { view: view.id }, block, action };
    demand(await suggest(world, { ...asked, typed: value }));
    const found = known();
    if (found === undefined) {
      const offered = offeredFor(world, { view }, placed).map(labelOf);
      throw missing("option", value, offered);
    }
    return textOf(found["value"]);
  }
  return textOf(known()?.["value"]);
}
