import { openLog } from "./adapters/logger.ts";
import { openMetrics } from "./adapters/metrics.ts";
import { startOpsServer } from "./adapters/ops-server.ts";
import { deskFigures } from "./adapters/stores/desk-figures.ts";
import { openStores } from "./adapters/stores/open-stores.ts";
import { storesHealth } from "./adapters/stores/stores-health.ts";
import { startWorker } from "./adapters/worker/start-worker.ts";
import type { Config } from "./config.ts";
import { systemClock } from "./kernel/clock.ts";
import type { Answer } from "./knowledge/answer.ts";
import { composeDeeds, composeJobs } from "./main/compose-deeds.ts";
import { composeKnowledge } from "./main/compose-knowledge.ts";
import { keepHouse } from "./main/keep-house.ts";
import { openDatabase } from "./main/open-database.ts";
import { openEngines } from "./main/open-engine.ts";
import { openSlack } from "./main/open-slack.ts";
import { counted, toLog } from "./main/operators-view.ts";
import type { RestoreCase } from "./restore/restore-case.ts";
import { startSlackApp } from "./slack/app/start-slack-app.ts";
import { slackPeople } from "./slack/identity/people.ts";
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

type Closing = { readonly close: () => Promise<void> };

/**
 * Starts the whole desk: stores, engine, knowledge, Slack or the local workspace, worker, health.
 * Whatever was opened before something fails is closed again.
 *
 * @throws ConfigError where the configuration or the projects file is wrong
 */
export async function startDesk(config: Config): Promise<Desk> {
  const opened: Closing[] = [];
  const keep = <Thing>(thing: Thing, close: (thing: Thing) => Promise<void>): Thing => {
    opened.push({ close: () => close(thing) });
    return thing;
  };
  const stop = async () => {
    for (const { close } of opened.splice(0).toReversed()) await close();
  };
  try {
    return { ...(await open(config, keep)), stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

type Keep = <Thing>(thing: Thing, close: (thing: Thing) => Promise<void>) => Thing;

async function open(config: Config, keep: Keep): Promise<Omit<Desk, "stop">> {
  const now = systemClock;
  const log = toLog(
    openLog({ level: config.logLevel, write: (line) => process.stderr.write(line) }),
  );
  const database = keep(await openDatabase(config, log), (one) => one.close());
  const metrics = openMetrics(() => deskFigures(database));
  const stores = openStores<RestoreCase, Answer>(database, {
    onOddity: (what) => log("warn", what),
  });
  const engines = keep(await openEngines(config, now), ({ local }) => local.close());
  const knowledge = keep(await composeKnowledge(config, log), (one) => one.close());
  const { slack, workspace } = await openSlack(config);
  if (workspace !== undefined) keep(workspace, (one) => one.close());

  const people = slackPeople({ staff: slack.staff, approvers: slack.approvers, now, log });
  const { projects } = engines;
  const { wayBackFor } = knowledge;
  const needs = { config, stores, people, projects, wayBackFor, now };
  const onWork = (work: "jobs" | "notices", listener: () => void) =>
    stores.onWork((what) => {
      if (what === work) listener();
    });
  keep(
    await startSlackApp({
      ...stores,
      config: slack,
      people,
      knowledge: knowledge.door,
      cite: knowledge.cite,
      projects,
      wayBackFor,
      deeds: composeDeeds(needs),
      now,
      log,
      onWork: (listener) => onWork("notices", listener),
    }),
    (app) => app.stop(),
  );
  await engines.local.resumeInterrupted();
  keep(
    startWorker({
      name: `worker-${process.pid}`,
      ...stores,
      handlers: composeJobs(needs),
      gaveUp: async (job, reason) => {
        log("error", "a job is given up", { job: job.id, kind: job.kind, reason });
      },
      onEvent: counted(metrics, log),
      pollMs: database.kind === "sqlite" ? 1_000 : 2_000,
    }),
    (worker) => worker.stop(),
  );
  keep(keepHouse({ config, database, stores, engines, metrics, now, log }), (house) =>
    house.stop(),
  );
  const ops = keep(
    await startOpsServer({
      port: config.opsPort,
      ready: () => storesHealth(database),
      metrics,
    }),
    (server) => server.close(),
  );
  return { opsUrl: ops.url, ...(workspace === undefined ? {} : { workspace }) };
}
