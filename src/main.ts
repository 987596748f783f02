import { openLog } from "./adapters/logger.ts";
import { openMetrics } from "./adapters/metrics.ts";
import { startOpsServer } from "./adapters/ops-server.ts";
import { deskFigures } from "./adapters/stores/desk-figures.ts";
import { openStores } from "./adapters/stores/open-stores.ts";
import { storesHealth } from "./adapters/stores/stores-health.ts";
import { startWorker } from "./adapters/worker/start-worker.ts";
import type { Config } from "./config.ts";
import { systemClock } from "./kernel/clock.ts";
import type { Clock } from "./kernel/clock.ts";
import type { Answer } from "./knowledge/answer.ts";
import { composeDeeds, composeJobs } from "./main/compose-deeds.ts";
import { composeKnowledge } from "./main/compose-knowledge.ts";
import { keepHouse } from "./main/keep-house.ts";
import { metered } from "./main/metered.ts";
import { openDatabase } from "./main/open-database.ts";
import { openEngines } from "./main/open-engine.ts";
import { openSlack } from "./main/open-slack.ts";
import { counted, toLog } from "./main/operators-view.ts";
import type { RestoreCase } from "./restore/restore-case.ts";
import { startSlackApp } from "./slack/app/start-slack-app.ts";
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

type Closing = { readonly close: () => Promise<void> };

/**
 * Starts the whole desk: stores, engine, knowledge, Slack or the local workspace, worker, health.
 * Whatever was opened before something fails is closed again.
 *
 * @throws ConfigError where the configuration or the projects file is wrong
 */
export async function startDesk(config: Config, circumstances: Circumstances = {}): Promise<Desk> {
  const opened: Closing[] = [];
  const keep = <Thing>(thing: Thing, close: (thing: Thing) => Promise<void>): Thing => {
    opened.push({ close: () => close(thing) });
    return thing;
  };
  const stop = async () => {
    for (const { close } of opened.splice(0).toReversed()) await close();
  };
  try {
    return { ...(await open({ config, ...circumstances }, keep)), stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

type Keep = <Thing>(thing: Thing, close: (thing: Thing) => Promise<void>) => Thing;

type Given = Circumstances & { readonly config: Config };

async function open(given: Given, keep: Keep): Promise<Omit<Desk, "stop">> {
  const ground = await openGround(given, keep);
  const workspace = await connect({ ...ground, ...given }, keep);
  await ground.engines.local.resumeInterrupted();
  const opsUrl = await attend(ground, keep);
  return { opsUrl, ...(workspace === undefined ? {} : { workspace }) };
}

type Ground = Awaited<ReturnType<typeof openGround>>;

/** What everything else stands on: what is kept, what can be restored, what is known, who is who. */
async function openGround({ config, clock }: Given, keep: Keep) {
  const now = clock ?? systemClock;
  const log = toLog(
    openLog({ level: config.logLevel, write: (line) => process.stderr.write(line) }),
  );
  const database = keep(await openDatabase(config, log), (one) => one.close());
  const metrics = openMetrics(() => deskFigures(database));
  const opened = openStores<RestoreCase, Answer>(database, {
    onOddity: (what) => log("warn", what),
    ...(clock === undefined ? {} : { clock }),
  });
  const stores = metered(opened, metrics);
  const engines = keep(await openEngines(config, now), ({ local }) => local.close());
  const knowledge = keep(await composeKnowledge(config, log), (one) => one.close());
  const { staff, approvers } = config;
  const people = slackPeople({ staff, approvers, now, log });
  return { config, now, log, database, metrics, stores, engines, knowledge, people };
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
async function connect(ground: Ground & Given, keep: Keep): Promise<Workspace | undefined> {
  const { config, stores, people, knowledge, now, log, pace } = ground;
  const { slack, workspace } = await openSlack(config);
  if (workspace !== undefined) keep(workspace, (one) => one.close());
  const needs = deedNeeds(ground);
  const app = await startSlackApp({
    ...stores,
    ...needs,
    config: slack,
    people,
    knowledge: knowledge.door,
    cite: knowledge.cite,
    deeds: composeDeeds(needs),
    now,
    log,
    ...(pace === undefined ? {} : { pace }),
    onWork: (listener) =>
      stores.onWork((work) => {
        if (work === "notices") listener();
      }),
  });
  keep(app, (one) => one.stop());
  return workspace;
}

/** Starts what goes on by itself: jobs, regular chores, health. Gives the address of the last. */
async function attend(ground: Ground, keep: Keep): Promise<string> {
  const { config, database, stores, engines, metrics, now, log } = ground;
  const worker = startWorker({
    name: `worker-${process.pid}`,
    ...stores,
    handlers: composeJobs(deedNeeds(ground)),
    gaveUp: async (job, reason) => {
      log("error", "a job is given up", { job: job.id, kind: job.kind, reason });
    },
    onEvent: counted(metrics, log),
    pollMs: database.kind === "sqlite" ? 1_000 : 2_000,
  });
  keep(worker, (one) => one.stop());
  keep(keepHouse({ config, database, stores, engines, metrics, now, log }), (one) => one.stop());
  const ready = () => storesHealth(database);
  const ops = await startOpsServer({ port: config.opsPort, ready, metrics });
  return keep(ops, (server) => server.close()).url;
}
