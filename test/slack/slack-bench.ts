import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "../../src/adapters/stores/open-sqlite.ts";
import { openStores } from "../../src/adapters/stores/open-stores.ts";
import type { Stores } from "../../src/adapters/stores/open-stores.ts";
import { startWorker } from "../../src/adapters/worker/start-worker.ts";
import { readConfig } from "../../src/config.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import { HOUR_MS, systemClock } from "../../src/kernel/clock.ts";
import type { Answer } from "../../src/knowledge/answer.ts";
import { composeDeeds, composeJobs } from "../../src/main/compose-deeds.ts";
import type { Capabilities, Project, Projects, WayBack } from "../../src/restore/ports.ts";
import type { RestoreCase } from "../../src/restore/restore-case.ts";
import { startSlackApp } from "../../src/slack/app/start-slack-app.ts";
import type { SlackApp } from "../../src/slack/app/start-slack-app.ts";
import type { SlackConfig } from "../../src/slack/app/slack-config.ts";
import { slackPeople } from "../../src/slack/identity/people.ts";
import type { Manifest } from "../../src/workspace/model.ts";
import type { Workspace } from "../../src/workspace/workspace-types.ts";
import { startWorkspace } from "../../src/workspace/workspace.ts";
import { scriptedEngine, snapshotAt } from "../support/scripted-engine.ts";
import type { ScriptedEngine } from "../support/scripted-engine.ts";
import { citation, paperKnowledge } from "./paper-knowledge.ts";

const MANIFEST = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../src/slack/manifest.json"), "utf8"),
) as Manifest;

export const SHOP: Project = {
  id: "shop-eu",
  name: "Shop EU",
  product: "commerce-cloud",
  plan: "pro",
  environments: ["integration", "staging"],
};

export type Bench = {
  readonly workspace: Workspace;
  readonly stores: Stores<RestoreCase, Answer>;
  readonly engine: ScriptedEngine;
  readonly logged: readonly string[];
  readonly app: () => SlackApp;
  /** Stops the app and starts it again on the same stores. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** Another one, of another plan: with it, a question says nothing of whose plan it is about. */
export const ATELIER: Project = { ...SHOP, id: "atelier", name: "Atelier", plan: "starter" };

type Set = {
  /** All the desk knows; the shop alone where nothing is said. */
  readonly projects?: readonly Project[];
  readonly wayBack?: WayBack;
  /** No engine is connected for any environment. */
  readonly withoutEngine?: boolean;
  readonly limits?: "strict" | "off";
  readonly channels?: SlackConfig["channels"];
  readonly capabilities?: Partial<Capabilities>;
  readonly wrap?: (stores: Stores<RestoreCase, Answer>) => Stores<RestoreCase, Answer>;
};

/** The whole Slack layer on real stores, connected to the local workspace. */
export async function slackBench(transport: "socket" | "http", set: Set = {}): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), "snapdesk-slack-"));
  const database = await openSqlite(join(folder, "desk.sqlite"));
  const opened = openStores<RestoreCase, Answer>(database);
  const stores = set.wrap?.(opened) ?? opened;
  const workspace = await startWorkspace({
    manifest: MANIFEST,
    transport,
    limits: set.limits ?? "off",
  });
  const logged: string[] = [];
  const log = (level: string, what: string, data: object = {}) => {
    logged.push(`${level} ${what} ${inspect(data)}`);
  };
  const now = systemClock;
  const config: SlackConfig = {
    transport,
    apiUrl: workspace.apiUrl,
    botToken: workspace.botToken,
    appToken: workspace.appToken,
    signingSecret: workspace.signingSecret,
    port: 0,
    triageChannel: "C0TRIAGE",
    channels: set.channels ?? {},
    staff: ["U0SAM", "U0INES", "U0OMAR"],
    approvers: ["U0OMAR"],
    deskLocale: "en",
    deskZone: "UTC",
  };
  const at = now();
  const snapshots = [
    snapshotAt("old", (at - 30 * HOUR_MS) as Instant),
    snapshotAt("older", (at - 50 * HOUR_MS) as Instant),
    snapshotAt("new", (at - HOUR_MS) as Instant),
  ];
  const engine = scriptedEngine(now, snapshots, set.capabilities);
  const known = set.projects ?? [SHOP];
  const projects: Projects = {
    list: () => known,
    find: (id) => known.find((one) => one.id === id),
    engineFor: () => (set.withoutEngine === true ? undefined : engine),
  };
  const wayBackFor = () =>
    set.wayBack ?? { mode: "restore" as const, cell: "restore.pro.integration", byCustomer: true };
  const start = async () => {
    const people = slackPeople({ staff: config.staff, approvers: config.approvers, now, log });
    const needs = { config: readConfig({}), stores, people, projects, wayBackFor, now };
    const app = await startSlackApp({
      ...stores,
      config,
      people,
      knowledge: paperKnowledge,
      cite: (_place, locale) => citation(locale),
      projects,
      wayBackFor,
      deeds: composeDeeds(needs),
      now,
      log,
      onWork: (listener) => stores.onWork(() => listener()),
      pace: { spacingMs: 1, burst: 100 },
      progressMs: 20,
      pollMs: 50,
    });
    if (transport === "http") {
      workspace.deliverBy("http", `http://127.0.0.1:${app.port ?? 0}/slack/events`);
    }
    const worker = startWorker({
      name: "worker",
      ...stores,
      handlers: composeJobs(needs),
      gaveUp: async () => {},
      onEvent: () => {},
      pollMs: 50,
    });
    return { app, worker };
  };
  let running = await start();
  const stop = async () => {
    await running.worker.stop();
    await running.app.stop();
  };
  return {
    workspace,
    stores,
    engine,
    logged,
    app: () => running.app,
    async restart() {
      await stop();
      running = await start();
    },
    async close() {
      await stop();
      await workspace.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const inspect = (data: object): string =>
  JSON.stringify(data, (_key, value: unknown) =>
    value instanceof Error ? `${value.name}: ${value.message}\n${value.stack ?? ""}` : value,
  );
