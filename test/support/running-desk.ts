import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { readConfig } from "../../src/config.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import { startDesk } from "../../src/main.ts";
import { readManifest } from "../../src/main/open-slack.ts";
import type { Channel, Person } from "../../src/workspace/model.ts";
import { startWorkspace } from "../../src/workspace/workspace.ts";
import type { Workspace } from "../../src/workspace/workspace-types.ts";

export type Transport = "socket" | "http";

/** A workspace and a data folder, and what a desk needs to know to start on them. */
export type Setting = {
  readonly workspace: Workspace;
  readonly data: string;
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
};

export type RunningDesk = Setting & {
  /** Stops the desk and starts it again on the same data; the workspace goes on. */
  restart(): Promise<void>;
  /** Lets time pass, for the desk and for the workspace; only with a movable clock. */
  advance(ms: number): void;
};

export type SettingOptions = {
  readonly transport?: Transport;
  readonly databaseUrl?: string;
  /** Further environment variables. */
  readonly env?: Readonly<Record<string, string>>;
  readonly people?: readonly Person[];
  readonly channels?: readonly Channel[];
  /** Lays something into the data folder before the desk starts the first time. */
  readonly prepare?: (data: string) => Promise<void>;
};

type DeskOptions = SettingOptions & {
  /** Lets the desk live by a clock that can be put forward. */
  readonly movableClock?: boolean;
};

/** A workspace of its own and an empty data folder; nothing is started on them yet. */
export async function deskSetting({
  transport = "socket",
  databaseUrl,
  env: more = {},
  people,
  channels,
  prepare,
}: SettingOptions = {}): Promise<Setting> {
  const data = mkdtempSync(join(tmpdir(), "snapdesk-desk-"));
  await prepare?.(data);
  const workspace = await startWorkspace({
    manifest: await readManifest(),
    transport,
    ...(people === undefined ? {} : { people }),
    ...(channels === undefined ? {} : { channels }),
  });
  const port = await freePort();
  if (transport === "http") workspace.deliverBy("http", `http://127.0.0.1:${port}/slack/events`);
  const env = {
    SNAPDESK_DATA: data,
    SNAPDESK_OPS_PORT: "0",
    SNAPDESK_ARTICLES_PORT: "0",
    SNAPDESK_BALLAST_MB: "0",
    SNAPDESK_LOG: process.env["SNAPDESK_LOG"] ?? "error",
    SLACK_TRANSPORT: transport,
    SLACK_API_URL: workspace.apiUrl,
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_APP_TOKEN: workspace.appToken,
    SLACK_SIGNING_SECRET: workspace.signingSecret,
    SLACK_PORT: String(port),
    SLACK_TRIAGE_CHANNEL: "C0TRIAGE",
    SLACK_STAFF: "U0SAM,U0INES,U0OMAR",
    SLACK_APPROVERS: "U0OMAR,U0INES",
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    ...more,
  };
  const close = async () => {
    await workspace.close();
    rmSync(data, { recursive: true });
  };
  return { workspace, data, env, close };
}

/** The whole desk as a person starts it, on a workspace of its own over a real connection. */
export async function runningDesk(options: DeskOptions = {}): Promise<RunningDesk> {
  const setting = await deskSetting(options);
  const { workspace, env } = setting;
  let ahead = 0;
  const clock = options.movableClock === true ? () => (Date.now() + ahead) as Instant : undefined;
  // The workspace sets no limits, so nobody has to wait for the next place in a channel.
  const pace = { spacingMs: 20, burst: 50 };
  const start = () =>
    startDesk(readConfig(env), { pace, ...(clock === undefined ? {} : { clock }) });
  let desk = await start();
  return {
    ...setting,
    restart: async () => {
      await desk.stop();
      desk = await start();
    },
    advance: (ms) => {
      if (clock === undefined) throw new Error("Cannot advance: expected a movable clock");
      ahead += ms;
      workspace.advance(ms);
    },
    close: async () => {
      await desk.stop();
      await setting.close();
    },
  };
}

/** Below what the system hands out for connections: nobody else comes by one of these by chance. */
const PORTS = { first: 15_000, count: 15_000 };

async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS.first + randomInt(PORTS.count);
    const server = createServer().listen(port, "127.0.0.1");
    const isFree = await once(server, "listening").then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, "close");
    return port;
  }
}
