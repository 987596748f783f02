import type { ServerResponse } from "node:http";
import type { StreamEvents } from "./control.ts";
import type { Change } from "./hub.ts";
import {
  channelsOf,
  shownAssistant,
  shownChannels,
  shownHome,
  shownMessage,
  shownModals,
} from "./shown.ts";
import type { Workspace } from "./workspace-types.ts";
import type { World } from "./world.ts";

const HEARTBEAT_MS = 15_000;

type Send = <Name extends keyof StreamEvents>(name: Name, data: StreamEvents[Name]) => void;

/** Tells one person's page of every change they can see, until it goes away. */
export function serveStream(
  world: World,
  workspace: Workspace,
  user: string,
  response: ServerResponse,
): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  const send: Send = (name, data) =>
    void response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  send("ready", { now: world.clock.now() });
  const stop = world.hub.listen((change) => tell(world, workspace, user, { change, send }));
  const heartbeat = setInterval(() => response.write(": still here\n\n"), HEARTBEAT_MS);
  response.on("close", () => {
    clearInterval(heartbeat);
    stop();
  });
}

function tell(
  world: World,
  workspace: Workspace,
  user: string,
  { change, send }: { readonly change: Change; readonly send: Send },
): void {
  if ("message" in change) return tellMessage(world, user, change, send);
  switch (change.kind) {
    case "modal":
    case "home":
      return change.user === user ? tellView(world, user, change.kind, send) : undefined;
    case "journal":
      return send("journal", { entry: change.entry });
    case "status":
      return send("status", {
        sockets: workspace.sockets(),
        transport: workspace.transport(),
        faults: world.faults.armed(),
        now: world.clock.now(),
      });
    case "assistant":
      return send("assistant", shownAssistant(world, user));
    case "places":
      return send("places", {
        channels: shownChannels(world, user),
        people: [...world.state.people.values()],
      });
  }
}

function tellView(world: World, user: string, kind: "modal" | "home", send: Send): void {
  const home = kind === "home" ? shownHome(world, user) : null;
  if (home !== null) send("home", { home });
  if (kind === "modal") send("modal", { modals: shownModals(world, user) });
}

type MessageChange = Extract<Change, { message: unknown }>;

function tellMessage(
  world: World,
  user: string,
  { kind, message }: MessageChange,
  send: Send,
): void {
  const isMine = message.onlyFor === undefined || message.onlyFor === user;
  if (!isMine || !channelsOf(world, user).some((one) => one.id === message.channel)) return;
  if (kind === "delete" || kind === "vanish") {
    send("delete", { channel: message.channel, ts: message.ts });
    return;
  }
  send(kind, { message: shownMessage(world, message) });
}
