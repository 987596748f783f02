import { systemClock } from "../kernel/clock.ts";
import {
  APP,
  botPerson,
  BOT_USER,
  channelsFor,
  DEFAULT_GROUPS,
  DEFAULT_PEOPLE,
} from "./default-people.ts";
import type { Transport } from "./delivery.ts";
import { driverFor } from "./driver.ts";
import { type FaultBox, makeFaults } from "./faults.ts";
import { makeGateway } from "./gateway.ts";
import { httpTransport } from "./http-transport.ts";
import { type Hub, makeHub } from "./hub.ts";
import { type Ids, makeIds } from "./ids.ts";
import { type JournalKeeper, keepJournal } from "./journal.ts";
import { doToPlatform } from "./platform.ts";
import { sendOddRequest } from "./request-fault.ts";
import { listen } from "./server.ts";
import { socketTransport, type SocketTransport } from "./socket-transport.ts";
import { makeState, type State } from "./state.ts";
import { noStore, openStore, type Store } from "./store.ts";
import { untilChange } from "./until.ts";
import { workspaceClock, type WorkspaceClock } from "./workspace-clock.ts";
import type { Options, Workspace } from "./workspace-types.ts";
import type { Secrets, World } from "./world.ts";

const ACK_MS = 3_000;
const RETRY_MS = [0, 60_000, 300_000];
const QUIET_MS = 100;

/** The parts a workspace is made of, and what can change while it runs. */
type Parts = {
  readonly options: Options;
  readonly store: Store;
  readonly clock: WorkspaceClock;
  readonly hub: Hub;
  readonly ids: Ids;
  readonly journal: JournalKeeper;
  readonly faults: FaultBox;
  readonly secrets: Secrets;
  readonly sockets: SocketTransport;
  readonly wire: { transport: "socket" | "http"; requestUrl: string | undefined; url: string };
};

/** Starts a Slack-compatible workspace on this machine: API, events, Socket Mode, and a page to use it. */
export async function startWorkspace(options: Options): Promise<Workspace> {
  const parts = makeParts(options);
  const world = makeWorld(parts);
  const { wire, sockets, store, clock } = parts;
  const held: { workspace?: Workspace } = {};
  const current = () => {
    if (held.workspace === undefined)
      throw new Error("Cannot answer yet: expected a running workspace");
    return held.workspace;
  };
  const { server, url } = await listen(world, sockets, current, options.port ?? 0);
  wire.url = url;
  const close = async () => {
    clock.close();
    sockets.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    store.close();
  };
  held.workspace = makeWorkspace(world, parts, close);
  return held.workspace;
}

function makeParts(options: Options): Parts {
  const store = options.store === undefined ? noStore : openStore(options.store);
  const clock = workspaceClock(options.clock ?? systemClock);
  const hub = makeHub();
  const ids = makeIds(clock.now, store, options.seed);
  const journal = keepJournal(clock.now, hub);
  const faults = makeFaults(hub);
  const ackMs = options.ackMs ?? ACK_MS;
  const sockets = socketTransport({ ids, clock, faults, journal, hub, ackMs, app: APP });
  const secrets = secretsFor(options, ids, store);
  const wire = { transport: options.transport, requestUrl: options.requestUrl, url: "" };
  return { options, store, clock, hub, ids, journal, faults, secrets, sockets, wire };
}

/** Given ones first, then those of the store, then fresh ones. */
function secretsFor({ tokens, signingSecret }: Options, ids: Ids, store: Store): Secrets {
  const kept = (key: string, given: string | undefined, fresh: () => string): string => {
    const secret = given ?? store.fact(key) ?? fresh();
    store.keepFact(key, secret);
    return secret;
  };
  return {
    botToken: kept("bot-token", tokens?.bot, () => `xoxb-local-${ids.secret(24)}`),
    appToken: kept("app-token", tokens?.app, () => `xapp-1-${APP}-${ids.secret(24)}`),
    signingSecret: kept("signing-secret", signingSecret, () => ids.secret(32)),
  };
}

function makeWorld(parts: Parts): World {
  const { options, store, clock, hub, ids, journal, faults, secrets, sockets, wire } = parts;
  const ackMs = options.ackMs ?? ACK_MS;
  const http = (url: string): Transport =>
    httpTransport({ url, secret: secrets.signingSecret, clock, ackMs });
  const unreachable: Transport = {
    silence: "http_timeout",
    send: async () => ({ ok: false, why: "no-connection" }),
  };
  const overHttp = () => (wire.requestUrl === undefined ? unreachable : http(wire.requestUrl));
  const gateway = makeGateway({
    transport: () => (wire.transport === "socket" ? sockets : overHttp()),
    elsewhere: http,
    faults,
    journal,
    clock,
    ackMs,
    retryMs: options.retryMs ?? RETRY_MS,
  });
  return {
    manifest: options.manifest,
    secrets,
    clock,
    ids,
    hub,
    journal,
    faults,
    gateway,
    state: stateFor(options, store),
    store,
    limits: options.limits ?? "off",
    enterprise: options.enterprise ?? null,
    ticket: () => sockets.ticket(),
    url: () => wire.url,
  };
}

function stateFor(options: Options, store: Store): State {
  const { display_information, features } = options.manifest;
  const name = features?.bot_user?.display_name ?? "app";
  const people = (options.people ?? DEFAULT_PEOPLE).filter((one) => one.id !== BOT_USER);
  const channels = options.channels ?? channelsFor(people);
  const everybody = [...people, botPerson(name, display_information.name)];
  return makeState(everybody, channels, options.groups ?? DEFAULT_GROUPS, store);
}

function makeWorkspace(world: World, parts: Parts, close: () => Promise<void>): Workspace {
  const { hub, journal, faults, clock, secrets, sockets, wire } = parts;
  const until = untilChange(hub);
  return {
    url: wire.url,
    apiUrl: `${wire.url}/api/`,
    ...secrets,
    as(user) {
      if (world.state.people.has(user)) return driverFor(world, user, until);
      throw new Error(`Cannot act as "${user}": expected somebody of the workspace`);
    },
    faults,
    journal,
    clock: clock.now,
    advance(ms) {
      clock.advance(ms);
      hub.tell({ kind: "status" });
    },
    deliverBy(transport, requestUrl) {
      wire.transport = transport;
      wire.requestUrl = requestUrl ?? wire.requestUrl;
      hub.tell({ kind: "status" });
    },
    transport: () => wire.transport,
    requestUrl: () => wire.requestUrl,
    sockets: () => sockets.count(),
    blow: (how, most) => sockets.blow(how, most),
    request: (how) =>
      sendOddRequest({ url: wire.requestUrl ?? "", secret: secrets.signingSecret }, how),
    platform: (deed) => doToPlatform(world, deed),
    until,
    quiet: (forMs = QUIET_MS) => quietFor(world, forMs),
    close,
  };
}

/** Resolves once nothing has been written into the journal for a while. */
const quietFor = (world: World, forMs: number): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      stop();
      resolve();
    };
    let timer = setTimeout(done, forMs);
    const stop = world.hub.listen(() => {
      clearTimeout(timer);
      timer = setTimeout(done, forMs);
    });
  });
