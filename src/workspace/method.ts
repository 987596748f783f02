import type { Args } from "./args.ts";
import type { JsonObject } from "./json.ts";
import { SlackError } from "./slack-error.ts";
import { hasScope, type World } from "./world.ts";

/** A Web API method. */
export type Method = {
  /** What the bot must be granted; a method may ask for more by what it is called with. */
  readonly scope?: string;
  /** Calls a minute before 429. */
  readonly perMinute: number;
  /** Which token it wants; the bot's where it does not say. */
  readonly token?: "app";
  /** The answer without `ok`. Throws `SlackError`. */
  run(world: World, args: Args): JsonObject;
};

/** Methods by name. */
export type Methods = { readonly [name: string]: Method };

/** Slack's tiers: the calls a minute they promise. */
export const TIER = { one: 10, two: 20, three: 50, four: 100 } as const;

/**
 * Refuses a call the manifest has no scope for.
 *
 * @throws SlackError `missing_scope`
 */
export function needScope(world: World, scope: string): void {
  if (hasScope(world, scope)) return;
  const provided = world.manifest.oauth_config?.scopes?.bot ?? [];
  throw new SlackError("missing_scope", { needed: scope, provided: provided.join(",") });
}

/** Does something once the answer is on its way, as Slack's events come after it. */
export const afterAnswer = (work: () => Promise<void>): void => {
  setImmediate(() => void work());
};
