import { openLog } from "./adapters/logger.ts";
import { openMetrics } from "./adapters/metrics.ts";
import { startOpsServer } from "./adapters/ops-server.ts";
import type { Database } from "./adapters/stores/database.ts";
import { deskFigures } from "./adapters/stores/desk-figures.ts";
import { diskRoom } from "./adapters/stores/disk-room.ts";
import type { DiskRoom } from "./adapters/stores/disk-room.ts";
import { openStores } from "./adapters/stores/open-stores.ts";
import { storesHealth } from "./adapters/stores/stores-health.ts";
import { startWorker } from "./adapters/worker/start-worker.ts";
import { ConfigError } from "./config.ts";
import type { Config } from "./config.ts";
import { SECOND_MS, systemClock } from "./kernel/clock.ts";
import type { Clock } from "./kernel/clock.ts";
import type { Answer } from "./knowledge/answer.ts";
import { composeDeeds, composeJobs } from "./main/compose-deeds.ts";
import { composeKnowledge } from "./main/compose-knowledge.ts";
import { attendToWriters, composeWriters, postReport } from "./main/compose-writers.ts";
import { keepHouse } from "./main/keep-house.ts";
import { metered } from "./main/metered.ts";
import { openDatabase } from "./main/open-database.ts";
import { openEngines } from "./main/open-engine.ts";
import { openSlack } from "./main/open-slack.ts";
import { counted, toLog } from "./main/operators-view.ts";
import { withRoom } from "./main/with-room.ts";
import type { RestoreCase } from "./restore/restore-case.ts";
import { letGo } from "./slack/app/let-go.ts";
import type { Part } from "./slack/app/let-go.ts";
import type { Log } from "./slack/app/log.ts";
import type { SlackNeeds } from "./slack/app/slack-needs.ts";
import { SlackRefused } from "./slack/app/slack-refused.ts";
import { startSlackApp } from "./slack/app/start-slack-app.ts";
import type { SlackApp } from "./slack/app/start-slack-app.ts";
import { slackPeople } from "./slack/identity/people.ts";
import type { Pace } from "./slack/outbox/channel-pace.ts";
import type { Workspace } from "./workspace/workspace-types.ts";

/** A desk that runs. */
export type Desk = {
  /** The local workspace, where it stands in for Slack. */
  readonly workspace?: Workspace;
  /** Health and metrics. */
  readonly opsUrl: string;
  /** Finishes or hands back what it holds, and lets everything go. */
  stop(): Promise<void>;
};

/** What a rehearsal arranges otherwise than a day at the desk. */
type Circumstances = {
  /** Where it is missing, the machine's clock, and for what is kept the database's own. */
  readonly clock?: Clock;
  /** How fast a channel may be written to; Slack's where it is missing. */
  readonly pace?: Pace;
};

/** Longer than the parts of a part have together. */
const ENDING_MS = 11 * SECOND_MS;

/** The whole stop: supervisors kill what takes much longer. */
const STOP_MS = 15 * SECOND_MS;

/** How long a job may go on after the desk was asked to stop; then it is asked itself. */
const GRACE_MS = 7 * SECOND_MS;

/**
 * Starts the whole desk: stores, engine, knowledge, Slack or the local workspace, worker, health.
 * Whatever was opened before something fails is closed again.
 *
 * @throws ConfigError where the configuration or the projects file is wrong
 */
export async function startDesk(config: Config, circumstances: Circumstances = {}): Promise<Desk> {
  const log = openDeskLog(config);
  const parts: Part[] = [];
  const keep: Keep = (name, thing, end) => {
    parts.push({ name, stop: () => end(thing), limitMs: ENDING_MS });
    return thing;
  };
  const stop = () => letGo(parts.splice(0).toReversed(), log, STOP_MS);
  try {
    return { ...(await open({ config, log, ...circumstances }, keep)), stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

/** Hands on what was opened, and remembers under which name and how it is ended. */
type Keep = <Thing>(name: string, thing: Thing, end: (thing: Thing) => Promise<void>) => Thing;

type Given = Circumstances & { readonly config: Config; readonly log: Log };

const openDeskLog = ({ logLevel }: Config): Log =>
  toLog(openLog({ level: logLevel, write: (line) => process.stderr.write(line) }));

async function open(given: Given, keep: Keep): Promise<Omit<Desk, "stop">> {
  const ground = await openGround(given, keep);
  const link: Link = {};
  const opsUrl = await showHealth(ground, link, keep);
  const workspace = await connect({ ...ground, ...given }, link, keep);
  await attendToWriters(ground);
  await ground.engines.local.resumeInterrupted();
  attend(ground, keep);
  return { opsUrl, ...(workspace === undefined ? {} : { workspace }) };
}

/** The app, once it is connected; health looks at it from the first moment on. */
type Link = { app?: Pick<SlackApp, "connected"> };

type Ground = Awaited<ReturnType<typeof openGround>>;

/** What everything else stands on: what is kept, what can be restored, what is known, who is who. */
async function openGround({ config, clock, log }: Given, keep: Keep) {
  const now = clock ?? systemClock;
  const database = keep("database", await openDatabase(config, log), (one) => one.close());
  const metrics = openMetrics(() => deskFigures(database));
  const opened = openStores<RestoreCase, Answer>(database, {
    onOddity: (what) => log("warn", what),
    ...(clock === undefined ? {} : { clock }),
  });
  const room = openRoom(config, database, log);
  const stores = withRoom(metered(opened, metrics), room);
  const engines = keep("engine", await openEngines(config, now), ({ local }) => local.close());
  const knowledge = keep("knowledge", await composeKnowledge(config, log), (one) => one.close());
  const { staff, approvers, writers } = config;
  const people = slackPeople({ staff, approvers, writers, now, log });
  return { config, now, log, database, room, metrics, stores, engines, knowledge, people };
}

/** The disk of a PostgreSQL server is somebody else's care. */
function openRoom({ ballastBytes }: Config, { path }: Database, log: Log): DiskRoom {
  const room =
    path === undefined
      ? { look: () => true, layDown: () => {}, foundFull: () => {} }
      : diskRoom({ path, ballastBytes, log });
  room.layDown();
  return room;
}

/** The needs of the deeds, from the ground. */
const deedNeeds = ({ config, stores, people, engines, knowledge, now }: Ground) => ({
  config,
  stores,
  people,
  projects: engines.projects,
  wayBackFor: knowledge.wayBackFor,
  now,
});

/** Connects the app to Slack, or to a local workspace in its place. */
async function connect(
  ground: Ground & Given,
  link: Link,
  keep: Keep,
): Promise<Workspace | undefined> {
  const { config, stores, people, knowledge, metrics, now, log, pace } = ground;
  const { slack, workspace } = await openSlack(config);
  if (workspace !== undefined) keep("local workspace", workspace, (one) => one.close());
  const needs = deedNeeds(ground);
  const writers = composeWriters(ground);
  link.app = keep(
    "Slack",
    await startApp({
      ...stores,
      ...needs,
      config: slack,
      people,
      knowledge: knowledge.door,
      cite: knowledge.cite,
      deeds: composeDeeds(needs),
      ...(writers === undefined ? {} : { writers }),
      now,
      log,
      observeAck: (seconds) => metrics.observe("ack_seconds", seconds),
      ...(pace === undefined ? {} : { pace }),
      onWork: (listener) =>
        stores.onWork((work) => {
          if (work === "notices") listener();
        }),
    }),
    (one) => one.stop(),
  );
  return workspace;
}

/** What Slack does not accept is a fault of the configuration. */
async function startApp(needs: SlackNeeds): Promise<SlackApp> {
  try {
    return await startSlackApp(needs);
  } catch (cause) {
    throw cause instanceof SlackRefused ? new ConfigError([cause.message]) : cause;
  }
}

/** Answers for the desk's health from the start on, also while Slack cannot be reached yet. */
async function showHealth(
  { config, database, metrics, room }: Ground,
  link: Link,
  keep: Keep,
): Promise<string> {
  const ready = async () => [
    ...(await storesHealth(database)),
    { name: "intake", ok: room.look() },
    { name: "slack", ok: link.app?.connected() === true },
  ];
  const ops = await startOpsServer({ port: config.opsPort, ready, metrics });
  return keep("health", ops, (server) => server.close()).url;
}

/** Starts what goes on by itself: jobs and regular chores. */
function attend(ground: Ground, keep: Keep): void {
  const { config, database, stores, engines, metrics, now, log, room } = ground;
  const worker = startWorker({
    name: `worker-${process.pid}`,
    ...stores,
    handlers: { ...composeJobs(deedNeeds(ground)), "knowledge.report": postReport(ground) },
    gaveUp: async (job, reason) => {
      log("error", "a job is given up", { job: job.id, kind: job.kind, reason });
    },
    onEvent: counted(metrics, log),
    pollMs: database.kind === "sqlite" ? 1_000 : 2_000,
  });
  keep("jobs", worker, (one) => one.stop(GRACE_MS));
  const house = keepHouse({ config, database, stores, engines, metrics, now, log, room });
  keep("chores", house, (one) => one.stop());
}
