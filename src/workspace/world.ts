import type { FaultBox } from "./faults.ts";
import type { Gateway } from "./gateway.ts";
import type { Hub } from "./hub.ts";
import type { Ids } from "./ids.ts";
import type { JournalKeeper } from "./journal.ts";
import type { Channel, Manifest, Message, Person, View } from "./model.ts";
import { BOT_USER } from "./default-people.ts";
import type { State } from "./state.ts";
import type { Store } from "./store.ts";
import type { WorkspaceClock } from "./workspace-clock.ts";

/** What the app needs to connect. */
export type Secrets = {
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
};

/** Everything a method, an event or an interaction works with. */
export type World = {
  readonly manifest: Manifest;
  readonly secrets: Secrets;
  readonly clock: WorkspaceClock;
  readonly ids: Ids;
  readonly hub: Hub;
  readonly journal: JournalKeeper;
  readonly faults: FaultBox;
  readonly gateway: Gateway;
  readonly state: State;
  readonly store: Store;
  /** Whether rate limits are kept. */
  readonly limits: "strict" | "off";
  /** Enterprise id in what the app is told. */
  readonly enterprise: string | null;
  /** A fresh path of a WebSocket address. */
  readonly ticket: () => string;
  /** `http://127.0.0.1:4040`, once it listens. */
  readonly url: () => string;
};

/** Whether the manifest grants the bot a scope. */
export const hasScope = ({ manifest }: World, scope: string): boolean =>
  manifest.oauth_config?.scopes?.bot?.includes(scope) ?? false;

/** The bot as people see it. */
export const botOf = ({ state }: World): Person | undefined => state.people.get(BOT_USER);

/** A message of a channel, ephemerals included. */
export const findMessage = ({ state }: World, channel: string, ts: string): Message | undefined =>
  state.messages.get(channel)?.findLast((one) => one.ts === ts);

/** Whether a person can look into a channel. */
export const canSee = (channel: Channel, user: string): boolean =>
  channel.members.has(user) || (channel.kind === "public" && !channel.shared);

/** Messages of a channel one person sees, oldest first. */
export const messagesFor = ({ state }: World, channel: string, user: string): readonly Message[] =>
  (state.messages.get(channel) ?? []).filter(
    (one) => one.onlyFor === undefined || one.onlyFor === user,
  );

/** A view somebody has open, or somebody's Home. */
export function findView({ state }: World, id: string): View | undefined {
  for (const stack of state.modals.values()) {
    const found = stack.find((one) => one.id === id);
    if (found !== undefined) return found;
  }
  return [...state.homes.values()].find((one) => one.id === id);
}
