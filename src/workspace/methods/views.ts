import { type Args, objectArg, textArg } from "../args.ts";
import type { JsonObject } from "../json.ts";
import { type Methods, TIER } from "../method.ts";
import type { View } from "../model.ts";
import { viewShape } from "../shapes.ts";
import { faultyArguments, SlackError } from "../slack-error.ts";
import { checkView } from "../validate-view.ts";
import {
  makeView,
  openView,
  pushView,
  replaceView,
  stackOf,
  updateView,
  useTrigger,
  viewNamed,
} from "../views.ts";
import type { World } from "../world.ts";

/** Modals and Home tabs. */
export const viewsMethods: Methods = {
  "views.open": {
    perMinute: TIER.four,
    run(world, args) {
      const view = viewArg(args, "modal");
      const { user } = useTrigger(world, triggerArg(args));
      return answer(openView(world, user, view));
    },
  },
  "views.push": {
    perMinute: TIER.four,
    run(world, args) {
      const view = viewArg(args, "modal");
      const { user, view: from } = useTrigger(world, triggerArg(args));
      if (from === undefined || !stackOf(world, user).some((one) => one.id === from)) {
        throw new SlackError("not_found");
      }
      return answer(pushView(world, user, view));
    },
  },
  "views.update": {
    perMinute: TIER.four,
    run(world, args) {
      const [id, external] = [textArg(args, "view_id"), textArg(args, "external_id")];
      if (id === "" && external === "") {
        throw faultyArguments("invalid_arguments", ["[ERROR] missing view_id or external_id"]);
      }
      const over = viewNamed(world, id, external);
      if (over === undefined) throw new SlackError("not_found");
      const view = viewArg(args, over.kind);
      refuseOldHash(over, args);
      return answer(updateView(world, over, view));
    },
  },
  "views.publish": { perMinute: TIER.four, run: publishHome },
};

const answer = (view: View): JsonObject => ({ view: viewShape(view, false) });

function triggerArg(args: Args): string {
  return textArg(args, "trigger_id") || textArg(args, "interactivity_pointer");
}

function viewArg(args: Args, kind: View["kind"]): JsonObject {
  const view = objectArg(args, "view");
  if (view === undefined) {
    throw faultyArguments("invalid_arguments", ["[ERROR] must be a view [json-pointer:/view]"]);
  }
  checkView(view, kind);
  return view;
}

function refuseOldHash(view: View, args: Args): void {
  const hash = textArg(args, "hash");
  if (hash !== "" && hash !== view.hash) throw new SlackError("hash_conflict");
}

function publishHome(world: World, args: Args): JsonObject {
  const user = textArg(args, "user_id");
  const person = world.state.people.get(user);
  if (person === undefined || person.kind === "bot" || person.kind === "deactivated") {
    throw faultyArguments("invalid_arguments", ["[ERROR] user_id is not valid"]);
  }
  if (world.manifest.features?.app_home?.home_tab_enabled !== true)
    throw new SlackError("not_enabled");
  const sent = viewArg(args, "home");
  const over = world.state.homes.get(user);
  if (over !== undefined) refuseOldHash(over, args);
  const view = makeView(world, sent, { user, kind: "home", ...(over !== undefined && { over }) });
  replaceView(world, view);
  return answer(view);
}
