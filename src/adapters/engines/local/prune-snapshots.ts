import { EngineError } from "../../../restore/engine-error.ts";
import type { Kept, PruneReport, Run } from "../../../restore/ports.ts";
import type { RetentionSchedule } from "../../../restore/retention-schedule.ts";
import type { Scope } from "../../../restore/scope.ts";
import type { Snapshot } from "../../../restore/snapshot.ts";
import { thinOut } from "../../../restore/thin-out.ts";
import { listAll, type Listed } from "./listing.ts";
import { removeSnapshot } from "./remove-snapshot.ts";
import type { Local } from "./settings.ts";
import { fullScope, siteOf } from "./sites.ts";

type PruneRun = Run & { readonly dryRun: boolean };

/**
 * Thins out the automatic snapshots of an environment by a schedule, and removes manual ones whose
 * time is over. What somebody else has signed is left alone and named. Nothing is deleted while part
 * of the list cannot be read or the clock has gone backwards.
 */
export function pruneSnapshots(local: Local) {
  return async (scope: Scope, schedule: RetentionSchedule, run: PruneRun): Promise<PruneReport> => {
    const { resource } = fullScope(siteOf(local.projects, scope));
    const listed = await listAll(local.store);
    const now = local.now();
    if (listed.some(({ manifest, leftOut }) => manifest === undefined && leftOut === undefined))
      throw unsure("part of the list cannot be read");
    const ours = listed.map((one) => one.snapshot).filter((one) => one.scope.resource === resource);
    if (ours.some(({ pointInTime }) => pointInTime.to > now))
      throw unsure("the clock has gone backwards");
    const inUse = busySnapshots(local);
    const automatic = ours.filter(({ origin }) => origin === "automatic");
    const thinned = thinOut(automatic, schedule, {
      now,
      inUse,
      ...newestVerified(local, automatic),
    });
    const manual = ours
      .filter(({ origin }) => origin === "manual")
      .map((one) => judged(one, inUse, now));
    const report = {
      dryRun: run.dryRun,
      keep: [...thinned.keep, ...manual.filter(({ reason }) => reason === "not-expired")],
      drop: [...thinned.drop, ...manual.filter(({ reason }) => reason === "expired")],
      refused: [
        ...thinned.refused,
        ...manual.filter(({ reason }) => reason === "in-use"),
        ...ofOthers(listed, resource),
      ],
    };
    if (run.dryRun) return report;
    for (const { id } of report.drop) {
      run.signal.throwIfAborted();
      await removeSnapshot(local.store, id);
    }
    return report;
  };
}

function judged(snapshot: Snapshot, inUse: ReadonlySet<string>, now: number): Kept {
  const { id, pointInTime, expiresAt } = snapshot;
  const over = expiresAt !== undefined && expiresAt <= now;
  const reason = over ? (inUse.has(id) ? "in-use" : "expired") : "not-expired";
  return { id, to: pointInTime.to, reason };
}

/** Counted where they say they belong: whose they are cannot be proven, so they are not ours to delete. */
const ofOthers = (listed: readonly Listed[], resource: string): Kept[] =>
  listed
    .filter(({ leftOut }) => leftOut?.resource === resource)
    .map(({ snapshot: { id, pointInTime } }) => ({
      id,
      to: pointInTime.to,
      reason: "unknown-signer",
    }));

function newestVerified(local: Local, newestFirst: readonly Snapshot[]) {
  const verified = local.journal.verified();
  const found = newestFirst.find(({ id }) => verified.has(id));
  return found === undefined ? {} : { newestVerified: found.id };
}

/** Snapshots that a running operation reads. */
const busySnapshots = (local: Local): Set<string> =>
  new Set(local.journal.unfinished().flatMap(({ operation }) => operation.snapshotId ?? []));

const unsure = (why: string): EngineError =>
  new EngineError("internal", "later", { message: `Cannot prune: ${why}` });
