import { type Args, flagArg, neededArg } from "../args.ts";
import type { JsonObject } from "../json.ts";
import { type Methods, TIER } from "../method.ts";
import type { UserGroup } from "../model.ts";
import { userShape } from "../shapes.ts";
import { SlackError } from "../slack-error.ts";
import type { World } from "../world.ts";

/** Users and user groups. */
export const peopleMethods: Methods = {
  "users.info": {
    scope: "users:read",
    perMinute: TIER.four,
    run(world, args) {
      const person = world.state.people.get(neededArg(args, "user"));
      if (person === undefined) throw new SlackError("user_not_found");
      return { user: userShape(world, person, flagArg(args, "include_locale")) };
    },
  },
  "users.list": {
    scope: "users:read",
    perMinute: TIER.two,
    run: (world, args) => ({
      members: [...world.state.people.values()].map((one) =>
        userShape(world, one, flagArg(args, "include_locale")),
      ),
      response_metadata: { next_cursor: "" },
    }),
  },
  "usergroups.list": { scope: "usergroups:read", perMinute: TIER.two, run: listGroups },
  "usergroups.users.list": { scope: "usergroups:read", perMinute: TIER.two, run: listGroupUsers },
};

function refuseOnFreePlan(world: World): void {
  if (world.faults.holds("no-user-groups")) throw new SlackError("plan_upgrade_required");
}

function listGroups(world: World, args: Args): JsonObject {
  refuseOnFreePlan(world);
  const withUsers = flagArg(args, "include_users");
  const shapeOf = ({ id, handle, name, users }: UserGroup): JsonObject => ({
    id,
    handle,
    name,
    is_usergroup: true,
    user_count: users.length,
    ...(withUsers && { users }),
  });
  return { usergroups: [...world.state.groups.values()].map(shapeOf) };
}

function listGroupUsers(world: World, args: Args): JsonObject {
  refuseOnFreePlan(world);
  const group = world.state.groups.get(neededArg(args, "usergroup"));
  if (group === undefined) throw new SlackError("no_such_subteam");
  return { users: group.users };
}
