import type { JsonObject } from "./json.ts";
import type { Channel, Message, Person, UserGroup, View } from "./model.ts";
import type { Store } from "./store.ts";

/** A file the app uploaded. */
export type StoredFile = {
  readonly id: string;
  readonly name: string;
  bytes: Buffer;
  done: boolean;
};

/** An interaction's key to open a modal: three seconds, one use. */
export type Trigger = {
  readonly user: string;
  readonly until: number;
  readonly view?: string;
  used: boolean;
};

/** Where the app may answer an interaction by itself. */
export type ResponseUrl = {
  readonly user: string;
  readonly channel: string;
  /** The message or ephemeral the interaction came from. */
  readonly ts?: string;
  readonly thread?: string;
  readonly until: number;
  uses: number;
};

/** All that the workspace knows, except what is only on the wire. */
export type State = {
  readonly people: Map<string, Person>;
  readonly channels: Map<string, Channel>;
  readonly groups: Map<string, UserGroup>;
  /** By channel, oldest first, ephemerals among them. */
  readonly messages: Map<string, Message[]>;
  /** Each person's stack, lowest first. */
  readonly modals: Map<string, View[]>;
  readonly homes: Map<string, View>;
  /** Errors of the last submission, by view. */
  readonly errors: Map<string, { readonly [block: string]: string }>;
  /** Options the app last offered, by place, block and action. */
  readonly offered: Map<string, readonly JsonObject[]>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly files: Map<string, StoredFile>;
  readonly prompts: Map<string, readonly { readonly title: string; readonly message: string }[]>;
  readonly statuses: Map<string, string>;
  /** When a person last looked into a channel, by `user:channel`. */
  readonly read: Map<string, number>;
  /** The app was taken out of the workspace, or its token was. */
  gone: boolean;
};

/** People and places, with what the store still has of them. */
export function makeState(
  people: readonly Person[],
  channels: readonly Channel[],
  groups: readonly UserGroup[],
  store: Store,
): State {
  const messages = new Map<string, Message[]>(channels.map((one) => [one.id, []]));
  for (const message of store.messages()) messages.get(message.channel)?.push(message);
  return {
    people: new Map(people.map((one) => [one.id, one])),
    channels: new Map(channels.map((one) => [one.id, one])),
    groups: new Map(groups.map((one) => [one.id, one])),
    messages,
    modals: new Map(),
    homes: new Map(store.homes().map((one) => [one.user, one])),
    errors: new Map(),
    offered: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    files: new Map(),
    prompts: new Map(),
    statuses: new Map(),
    read: new Map(),
    gone: false,
  };
}
