import { join } from "node:path";
import { AUTOMATIC_SCHEDULE } from "../adapters/engines/local/automatic-schedule.ts";
import { automaticSnapshots } from "../adapters/engines/local/automatic-snapshots.ts";
import type { Metrics } from "../adapters/metrics.ts";
import { backUpSqlite, newestBackup } from "../adapters/stores/back-up-sqlite.ts";
import type { Database } from "../adapters/stores/database.ts";
import type { DiskRoom } from "../adapters/stores/disk-room.ts";
import type { Stores } from "../adapters/stores/open-stores.ts";
import { publishHead } from "../adapters/stores/published-head.ts";
import { repeat } from "../adapters/worker/repeat.ts";
import type { Config } from "../config.ts";
import { HOUR_MS, MINUTE_MS, SECOND_MS } from "../kernel/clock.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Log } from "../slack/app/log.ts";
import type { Engines } from "./open-engine.ts";

type Needs = {
  readonly config: Config;
  readonly database: Database;
  readonly stores: Pick<Stores, "audit">;
  readonly engines: Engines;
  readonly metrics: Metrics;
  readonly now: Clock;
  readonly log: Log;
  readonly room: DiskRoom;
};

/** Copies of the database that are kept. */
const COPIES = 24;

/** What has to be done regularly, whether anybody asks or not. */
export function keepHouse(needs: Needs): { stop(): Promise<void> } {
  const { config, database, stores, engines, metrics, now, log, room } = needs;
  const every = (everyMs: number, what: string, work: () => Promise<unknown>) =>
    repeat({
      everyMs,
      work: async () => {
        await work();
      },
      trouble: (reason) => log("error", `${what} failed`, { reason }),
    });
  const round = automaticSnapshots({
    engine: engines.local,
    projects: engines.sites,
    schedule: AUTOMATIC_SCHEDULE,
    now,
  });
  const lookAfterSnapshots = async () => {
    const { faults, handOvers, setAside } = await round();
    for (const { operationId, place, keptUntil } of handOvers.ending)
      log("warn", "retrieved data ends within a day", { operationId, place, keptUntil });
    for (const { operationId, places, keptUntil } of setAside.ending)
      log("warn", "replaced data ends within a day", { operationId, places, keptUntil });
    for (const { scope, message } of faults)
      log("warn", "a snapshot chore failed", { scope, message });
  };
  const chores = [
    every(5 * SECOND_MS, "looking after the disk", async () => lookAfterDisk(room)),
    every(MINUTE_MS, "publishing the head of the audit trail", () =>
      publishHead(stores.audit, join(config.data, "audit-head.json")),
    ),
    every(5 * MINUTE_MS, "looking after snapshots", () => lookAfterSnapshots()),
  ];
  const { path } = database;
  if (path !== undefined) {
    const folder = join(config.data, "backups");
    const before = newestBackup(folder, path);
    if (before !== undefined) metrics.backedUp(before);
    chores.push(
      every(HOUR_MS, "the backup", async () => {
        await backUpSqlite({ path, folder, keep: COPIES, clock: now });
        metrics.backedUp(now());
      }),
    );
  }
  return {
    stop: async () => {
      await Promise.all(chores.map((stop) => stop()));
    },
  };
}

function lookAfterDisk(room: DiskRoom): void {
  room.look();
  room.layDown();
}
