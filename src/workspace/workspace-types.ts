import type { Clock } from "../kernel/clock.ts";
import type { Driver, Until } from "./driver-types.ts";
import type { RequestFault, SocketBlow } from "./fault.ts";
import type { Faults } from "./faults.ts";
import type { Journal } from "./journal.ts";
import type { Channel, Manifest, Person, UserGroup } from "./model.ts";
import type { PlatformDeed } from "./control.ts";

/** How to start a workspace. */
export type Options = {
  readonly manifest: Manifest;
  readonly transport: "socket" | "http";
  /** Where the app listens, for `http`: `http://127.0.0.1:3000/slack/events`. */
  readonly requestUrl?: string;
  /** Any free port where it is missing. */
  readonly port?: number;
  /** Makes ids and secrets repeat; without it secrets cannot be guessed. */
  readonly seed?: number;
  readonly clock?: Clock;
  /** Rate limits; `off` where it is missing. The limits of blocks and texts always hold. */
  readonly limits?: "strict" | "off";
  readonly people?: readonly Person[];
  readonly channels?: readonly Channel[];
  readonly groups?: readonly UserGroup[];
  /** SQLite file: messages, reactions, Home tabs, ids and secrets survive a restart. */
  readonly store?: string;
  readonly tokens?: { readonly bot: string; readonly app: string };
  readonly signingSecret?: string;
  /** Enterprise id in what the app is told. */
  readonly enterprise?: string;
  /** How long the app may take to acknowledge: 3000 where it is missing, as Slack. */
  readonly ackMs?: number;
  /** Waits before an event is sent again: 0, 60000 and 300000 where it is missing, as Slack. */
  readonly retryMs?: readonly number[];
};

/** A running workspace. */
export type Workspace = {
  /** `http://127.0.0.1:4040`, also the address of the page. */
  readonly url: string;
  /** What the app takes as its Slack API address. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** Somebody to act as. Throws where nobody has the id. */
  as(user: string): Driver;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly clock: Clock;
  /** Puts the clock forward; what becomes due happens. */
  advance(ms: number): void;
  /** How the app is reached from now on. */
  deliverBy(transport: "socket" | "http", requestUrl?: string): void;
  readonly transport: () => "socket" | "http";
  /** Where the app is told things over HTTP. */
  readonly requestUrl: () => string | undefined;
  /** Open Socket Mode connections. */
  sockets(): number;
  /** Does something to the open sockets at once, or to the oldest few of them. */
  blow(how: SocketBlow, most?: number): void;
  /** Sends the app's endpoint a request Slack would not send. Resolves to the status, 0 for none. */
  request(how: RequestFault): Promise<number>;
  /** Does something to the workspace itself. */
  platform(deed: PlatformDeed): Promise<void>;
  /** Waits until something is so; looks again at each change. */
  readonly until: Until;
  /** Waits until nothing has gone over the wire for a while. */
  quiet(forMs?: number): Promise<void>;
  close(): Promise<void>;
};
