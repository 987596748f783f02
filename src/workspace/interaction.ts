import type { Acked } from "./delivery.ts";
import { APP, TEAM } from "./default-people.ts";
import { type JsonObject, textOf } from "./json.ts";
import type { Person } from "./model.ts";
import { actorShape } from "./shapes.ts";
import { makeTrigger } from "./views.ts";
import type { World } from "./world.ts";

/** What every interaction carries. */
export const baseOf = (world: World, person: Person): JsonObject => ({
  user: actorShape(person),
  api_app_id: APP,
  token: "verif",
  team: { id: TEAM, domain: "local" },
  enterprise: world.enterprise,
  is_enterprise_install: false,
});

/** A fresh trigger as a member of an interaction. */
export const triggerOf = (world: World, person: Person, view?: string): JsonObject => ({
  trigger_id: makeTrigger(world, person.id, view),
});

/** Sends an interaction to the app and waits for its answer. Never sent twice. */
export const interact = (world: World, person: Person, payload: JsonObject): Promise<Acked> =>
  world.state.gone
    ? Promise.resolve({ ok: false, why: "app-uninstalled" })
    : world.gateway.tell({
        kind: "interactive",
        name: textOf(payload["type"]),
        payload,
        user: person.id,
      });
