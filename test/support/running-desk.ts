import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { readConfig } from "../../src/config.ts";
import { startDesk } from "../../src/main.ts";
import type { Desk } from "../../src/main.ts";
import { readManifest } from "../../src/main/open-slack.ts";
import { startWorkspace } from "../../src/workspace/workspace.ts";
import type { Workspace } from "../../src/workspace/workspace-types.ts";

export type Transport = "socket" | "http";

export type RunningDesk = {
  readonly workspace: Workspace;
  readonly data: string;
  readonly env: Readonly<Record<string, string>>;
  /** Stops the desk and starts it again on the same data; the workspace goes on. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

type Options = {
  readonly transport?: Transport;
  readonly databaseUrl?: string;
};

/** The whole desk as a person starts it, on a workspace of its own over a real connection. */
export async function runningDesk({
  transport = "socket",
  databaseUrl,
}: Options = {}): Promise<RunningDesk> {
  const data = mkdtempSync(join(tmpdir(), "snapdesk-desk-"));
  const workspace = await startWorkspace({ manifest: await readManifest(), transport });
  const port = await freePort();
  const env = {
    SNAPDESK_DATA: data,
    SNAPDESK_OPS_PORT: "0",
    SNAPDESK_ARTICLES_PORT: "0",
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
  };
  const start = async (): Promise<Desk> => {
    const desk = await startDesk(readConfig(env));
    if (transport === "http") {
      workspace.deliverBy("http", `http://127.0.0.1:${port}/slack/events`);
    }
    return desk;
  };
  let desk = await start();
  return {
    workspace,
    data,
    env,
    restart: async () => {
      await desk.stop();
      desk = await start();
    },
    close: async () => {
      await desk.stop();
      await workspace.close();
      rmSync(data, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
