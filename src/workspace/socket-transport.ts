import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Acked, Attempt, Delivery, Transport } from "./delivery.ts";
import type { SocketBlow } from "./fault.ts";
import type { FaultBox } from "./faults.ts";
import type { Hub } from "./hub.ts";
import type { Ids } from "./ids.ts";
import type { JournalKeeper } from "./journal.ts";
import { objectOf, readJson, textOf } from "./json.ts";
import type { WorkspaceClock } from "./workspace-clock.ts";

/** Most connections an app may have at a time. */
const MOST_LINKS = 10;

/** How long a connection stays open after the app was told to leave it. */
const FAREWELL_MS = 10_000;

type Link = {
  readonly socket: WebSocket;
  readonly waiting: Map<string, (acked: Acked) => void>;
  /** Told to go: gets nothing new. */
  leaving: boolean;
};

type Needs = {
  readonly ids: Ids;
  readonly clock: WorkspaceClock;
  readonly faults: FaultBox;
  readonly journal: JournalKeeper;
  readonly hub: Hub;
  readonly app: string;
  readonly ackMs: number;
};

/** Socket Mode: tickets, connections, envelopes and their acknowledgements. */
export type SocketTransport = Transport & {
  /** Path and query of a WebSocket address that works once. */
  ticket(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  count(): number;
  /** Does something to the open connections at once, or to the oldest few of them. */
  blow(how: SocketBlow, most?: number): void;
  /** Sends every waiting envelope's loss to its sender and cuts the connections. */
  close(): void;
};

/** Builds the server side of Socket Mode. */
export function socketTransport(needs: Needs): SocketTransport {
  const { ids, clock, journal } = needs;
  const server = new WebSocketServer({ noServer: true });
  const links = new Set<Link>();
  const tickets = new Set<string>();
  let turn = 0;

  const ready = () => [...links].filter((one) => !one.leaving);
  return {
    ticket() {
      const ticket = ids.uuid();
      if (!needs.faults.takeSocket("used-ticket")) tickets.add(ticket);
      return `/link/?ticket=${ticket}&app_id=${needs.app}`;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? "/", "ws://local").searchParams.get("ticket") ?? "";
      if (!tickets.delete(ticket) || needs.faults.takeSocket("upgrade-403")) {
        socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        return;
      }
      server.handleUpgrade(request, socket, head, (opened) => welcome(needs, links, opened));
    },
    silence: "timeout",
    count: () => links.size,
    async send(delivery, attempt, everywhere) {
      const open = ready();
      if (open.length === 0) return { ok: false, why: "no-connection" };
      turn += 1;
      const first = open[turn % open.length];
      const chosen = everywhere === true || first === undefined ? open : [first];
      const id = ids.uuid();
      const frame = JSON.stringify(envelopeOf(id, delivery, attempt));
      const acks = chosen.map((link) => sendOver(link, { id, frame, clock, ackMs: needs.ackMs }));
      return Promise.race(acks);
    },
    blow(how, most) {
      for (const link of [...links].slice(0, most)) blowOn(link, how, clock);
      journal.write({ ...socketEntry(how), answer: links.size });
    },
    close() {
      for (const link of links) link.socket.terminate();
      server.close();
    },
  };
}

function welcome(needs: Needs, links: Set<Link>, socket: WebSocket): void {
  const link: Link = { socket, waiting: new Map(), leaving: false };
  const { hub, journal } = needs;
  socket.on("error", () => socket.terminate());
  if (links.size >= MOST_LINKS) {
    socket.send(disconnectFrame("too_many_websockets"));
    socket.close();
    return;
  }
  links.add(link);
  socket.on("message", (data: Buffer) => takeAck(link, data.toString("utf8")));
  socket.on("close", () => {
    links.delete(link);
    for (const settle of link.waiting.values()) settle({ ok: false, why: "connection-closed" });
    link.waiting.clear();
    journal.write({ ...socketEntry("closed"), answer: links.size });
    hub.tell({ kind: "status" });
  });
  if (!needs.faults.takeSocket("no-hello")) socket.send(helloFrame(needs.app, links.size));
  journal.write({ ...socketEntry("hello"), answer: links.size });
  hub.tell({ kind: "status" });
}

function takeAck(link: Link, text: string): void {
  const frame = objectOf(readJson(text));
  const id = textOf(frame["envelope_id"]);
  link.waiting.get(id)?.({ ok: true, body: frame["payload"] ?? null });
  link.waiting.delete(id);
}

type Sent = {
  readonly id: string;
  readonly frame: string;
  readonly clock: WorkspaceClock;
  readonly ackMs: number;
};

const sendOver = (link: Link, { id, frame, clock, ackMs }: Sent): Promise<Acked> =>
  new Promise((resolve) => {
    const giveUp = clock.after(ackMs, () => {
      link.waiting.delete(id);
      resolve({ ok: false, why: "timeout" });
    });
    link.waiting.set(id, (acked) => {
      giveUp();
      resolve(acked);
    });
    link.socket.send(frame);
  });

const envelopeOf = (id: string, { kind, payload }: Delivery, attempt: Attempt) => ({
  envelope_id: id,
  type: kind,
  accepts_response_payload: kind !== "events_api",
  ...(kind === "events_api" && { retry_attempt: attempt.number, retry_reason: attempt.reason }),
  payload,
});

function blowOn(link: Link, how: SocketBlow, clock: WorkspaceClock): void {
  const { socket } = link;
  switch (how) {
    case "kill":
      return socket.terminate();
    case "half-open":
      return socket.pause();
    case "not-json":
      return socket.send("this is not JSON");
    case "too-large":
      return socket.send(JSON.stringify(fiveMegabytes()));
    case "unknown-type":
      return socket.send(JSON.stringify({ type: "news", text: "a type nobody knows" }));
    case "frame-without-event":
      return socket.send(JSON.stringify(rateLimitedFrame));
    case "warning":
      return socket.send(disconnectFrame(how));
    case "refresh_requested":
    case "too_many_websockets":
    case "link_disabled":
      link.leaving = true;
      socket.send(disconnectFrame(how));
      clock.after(FAREWELL_MS, () => socket.close());
  }
}

const helloFrame = (app: string, count: number): string =>
  JSON.stringify({
    type: "hello",
    num_connections: count,
    debug_info: { host: "applink-1", build_number: 1, approximate_connection_time: 18_060 },
    connection_info: { app_id: app },
  });

const disconnectFrame = (reason: string): string =>
  JSON.stringify({ type: "disconnect", reason, debug_info: { host: "applink-1" } });

/** A well-formed question that is far too long. */
const fiveMegabytes = () => ({
  envelope_id: "00000000-0000-4000-8000-000000000001",
  type: "events_api",
  payload: {
    type: "event_callback",
    event_id: "Ev0TOOLARGE",
    event: { type: "message", channel_type: "im", user: "U0EVE", text: "x".repeat(5_000_000) },
  },
});

const rateLimitedFrame = {
  envelope_id: "00000000-0000-4000-8000-000000000000",
  type: "events_api",
  accepts_response_payload: false,
  payload: { token: "verif", type: "app_rate_limited", team_id: "T0LOCAL", api_app_id: "A0LOCAL" },
};

const socketEntry = (name: string) =>
  ({ kind: "socket", name, sent: null, ok: true, tookMs: 0, attempt: 0 }) as const;
