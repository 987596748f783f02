import type { CloseBody, Outcome, SubmitBody, Submitted } from "./control.ts";
import { checkForm } from "./check-form.ts";
import { UnknownOption } from "./fields.ts";
import { baseOf, interact, triggerOf } from "./interaction.ts";
import { isObject, type JsonObject, textOf } from "./json.ts";
import type { Person, View } from "./model.ts";
import { DONE, refuse } from "./outcome.ts";
import { typeInto } from "./person-acts.ts";
import { activePerson } from "./person-says.ts";
import { viewShape } from "./shapes.ts";
import { SlackError } from "./slack-error.ts";
import { checkView } from "./validate-view.ts";
import { closeView, inputBlocksOf, pushView, setStack, stackOf, updateView } from "./views.ts";
import { findView, type World } from "./world.ts";

const NOT_TAKEN = "We had some trouble connecting. Try again?";

/** Presses the submit button of the open modal. */
export async function submit(world: World, body: SubmitBody): Promise<Submitted> {
  const person = activePerson(world, body.as);
  const open = stackOf(world, body.as).at(-1);
  if (person === undefined) return refuse("not-allowed");
  if (open === undefined || open.id !== body.view) return refuse("not-found");
  try {
    const view = typeInto(world, open, body.values);
    const errors = checkForm(view);
    if (Object.keys(errors).length > 0) return showErrors(world, view, errors, true);
    return await send(world, person, view);
  } catch (error) {
    if (error instanceof UnknownOption) return refuse("unknown-option", error.message);
    throw error;
  }
}

function showErrors(
  world: World,
  view: View,
  errors: Readonly<Record<string, string>>,
  checked: boolean,
): Submitted {
  world.state.errors.set(view.id, errors);
  world.hub.tell({ kind: "modal", user: view.user });
  return { ok: true, result: "errors", errors, checked };
}

async function send(world: World, person: Person, view: View): Promise<Submitted> {
  const payload = {
    ...baseOf(world, person),
    type: "view_submission",
    ...triggerOf(world, person, view.id),
    view: viewShape(view, true),
    response_urls: [],
  };
  const acked = await interact(world, person, payload);
  if (!acked.ok)
    return { ok: false, error: "did-not-respond", text: `${NOT_TAKEN} (${acked.why})` };
  const answer = isObject(acked.body) ? acked.body : {};
  try {
    return follow(world, view, answer);
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    const why = JSON.stringify({ error: error.code, ...error.more });
    return { ok: false, error: "did-not-respond", text: `${NOT_TAKEN} (${why})` };
  }
}

/** Does what the acknowledgement says. */
function follow(world: World, view: View, answer: JsonObject): Submitted {
  world.state.errors.delete(view.id);
  switch (textOf(answer["response_action"])) {
    case "":
      closeView(world, view);
      return { ok: true, result: "closed" };
    case "clear":
      setStack(world, view.user, []);
      return { ok: true, result: "cleared" };
    case "update":
      updateView(world, findView(world, view.id) ?? view, newView(answer));
      return { ok: true, result: "updated" };
    case "push":
      pushView(world, view.user, newView(answer));
      return { ok: true, result: "pushed" };
    case "errors":
      return showErrors(world, view, errorsOf(view, answer), false);
    default:
      throw new SlackError("unknown_response_action");
  }
}

function newView(answer: JsonObject): JsonObject {
  const view = isObject(answer["view"]) ? answer["view"] : {};
  checkView(view, "modal");
  return view;
}

/** Errors may only stand at input blocks of the view. */
function errorsOf(view: View, answer: JsonObject): Readonly<Record<string, string>> {
  const errors = Object.entries(isObject(answer["errors"]) ? answer["errors"] : {});
  const inputs = inputBlocksOf(view);
  const stray = errors.find(([block, text]) => !inputs.includes(block) || textOf(text) === "");
  if (errors.length === 0 || stray !== undefined) {
    throw new SlackError("invalid_errors", { block: stray?.[0] ?? "" });
  }
  return Object.fromEntries(errors.map(([block, text]) => [block, textOf(text)]));
}

/** Closes the open modal, or the whole stack. The app hears of it where the view asks for that. */
export async function close(world: World, body: CloseBody): Promise<Outcome> {
  const person = activePerson(world, body.as);
  const stack = stackOf(world, body.as);
  const at = stack.findIndex((one) => one.id === body.view);
  const view = stack[at];
  if (person === undefined) return refuse("not-allowed");
  if (view === undefined) return refuse("not-found");
  const isCleared = body.all === true || view.clearOnClose;
  const gone = isCleared ? stack : stack.slice(at);
  setStack(world, body.as, isCleared ? [] : stack.slice(0, at));
  await Promise.all(
    gone
      .filter((one) => one.notifyOnClose)
      .map((one) => interact(world, person, closedPayload(world, person, one, isCleared))),
  );
  return DONE;
}

function closedPayload(world: World, person: Person, view: View, isCleared: boolean): JsonObject {
  return {
    ...baseOf(world, person),
    type: "view_closed",
    view: viewShape(view, true),
    is_cleared: isCleared,
  };
}
