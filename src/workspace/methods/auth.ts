import { BOT, BOT_USER, TEAM } from "../default-people.ts";
import { type Methods, TIER } from "../method.ts";
import { botNameOf } from "../shapes.ts";

/** Who the token is, and the way into Socket Mode. */
export const authMethods: Methods = {
  "auth.test": {
    perMinute: 600,
    run: (world) => ({
      url: `${world.url()}/`,
      team: "local",
      user: botNameOf(world),
      team_id: TEAM,
      user_id: BOT_USER,
      bot_id: BOT,
      is_enterprise_install: false,
      ...(world.enterprise !== null && { enterprise_id: world.enterprise }),
    }),
  },
  "api.test": { perMinute: TIER.four, run: (_world, args) => ({ args }) },
  "apps.connections.open": {
    token: "app",
    perMinute: TIER.one,
    run: (world) => ({ url: `${world.url().replace(/^http/, "ws")}${world.ticket()}` }),
  },
};
