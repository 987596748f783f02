import type { People } from "../identity/people.ts";
import type { Log } from "./log.ts";
import type { SlackClient } from "./slack-client.ts";

/** What every kind of interaction needs to be answered. */
export type InteractionNeeds = {
  readonly client: SlackClient;
  readonly people: People;
  readonly log: Log;
  readonly wake: () => void;
};

/** A person we do not know yet is asked for, but no longer than a trigger can bear. */
export const MEET_MS = 600;
