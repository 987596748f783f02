import { bodyIn } from "../app/incoming.ts";
import type { Log } from "../app/log.ts";
import type { EventTable } from "../app/register-events.ts";
import type { People } from "./people.ts";

type Needs = {
  readonly people: People;
  readonly log: Log;
  /** The app was removed: stop sending. */
  readonly removed: () => void;
};

/** People and groups change; or the app is removed from the workspace. */
export function identityEvents({ people, log, removed }: Needs): EventTable {
  const onRemoval = async (): Promise<void> => {
    log("error", "the app was removed or its token revoked", {});
    removed();
  };
  return {
    user_change: async (body) => {
      people.changed(bodyIn(bodyIn(body, "event"), "user"));
    },
    subteam_members_changed: async () => people.groupsChanged(),
    app_uninstalled: onRemoval,
    tokens_revoked: onRemoval,
  };
}
