import { randomUUID } from "node:crypto";
import type { Instant } from "../../../kernel/clock.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { chooseSnapshot, type Candidates } from "../../../restore/choose-snapshot.ts";
import { freezePlan } from "../../../restore/plan-digest.ts";
import { planExpiry } from "../../../restore/plan-expiry.ts";
import type { LeftOut } from "../../../restore/left-out.ts";
import type { Capabilities } from "../../../restore/ports.ts";
import type { Check, RestorePlan, RestoreRequest, Target } from "../../../restore/restore-plan.ts";
import type { RestoreProblem } from "../../../restore/restore-problem.ts";
import { rowFor } from "../../../restore/row-for.ts";
import { listAll, type Listed } from "./listing.ts";
import type { Manifest } from "./manifest.ts";
import { leftOutOf } from "./page-of.ts";
import { isInPlace, partsGiven, partsOf } from "./parts.ts";
import { capabilitiesOf, kindServing } from "./policy.ts";
import { preconditions } from "./preconditions.ts";
import type { Local } from "./settings.ts";
import { fullScope, siteOf, type Site } from "./sites.ts";

/** Bytes a second where nothing has been measured yet. */
const RULE_BYTES_PER_SECOND = 50_000_000;

const IMPORT_STEPS = ["dump-current-database", "drop-and-create-database", "import-database"];

type Chosen = {
  readonly candidates: Candidates;
  readonly manifest: Manifest;
  readonly leftOut?: readonly LeftOut[];
};

/** Finds out what a restore would do. Reads only. */
export function planRestore(local: Local) {
  return async (request: RestoreRequest): Promise<Result<RestorePlan, RestoreProblem>> => {
    const site = siteOf(local.projects, request.scope);
    const reason = notSupported(site, request);
    if (reason !== undefined) return fail({ kind: "not-supported", reason });
    const unknown = unknownPart(site, request);
    if (unknown !== undefined) return fail(unknown);
    const chosen = choose(local, { site, request, listed: await listAll(local.store) });
    if (!chosen.ok) return chosen;
    const { gapMs, before } = chosen.value.candidates;
    if (gapMs > request.gapLimitMs && request.acknowledgedGapMs !== gapMs) {
      const { gapLimitMs: limitMs } = request;
      return fail({ kind: "gap-too-large", gapMs, limitMs, candidate: before.id });
    }
    return ok(await freeze(local, { site, request, chosen: chosen.value }));
  };
}

function notSupported(site: Site, { mode, target, parts }: RestoreRequest) {
  const can = capabilitiesOf(fullScope(site));
  if (mode === "retrieve") return can.retrieve === "yes" ? undefined : (can.reason ?? "plan-rule");
  if (target.where === "other" && can.restoreToNew) return "engine-lacks-it";
  if (!canReach(can, target)) return can.reason ?? "engine-lacks-it";
  const ofAll = can.hierarchy && target.where === "in-place";
  return ofAll && parts !== undefined ? "not-documented" : undefined;
}

/** Whether data can be put there at all, as what is asked for. */
function canReach(can: Capabilities, { where, as }: Target): boolean {
  if (where === "in-place") return can.restoreInPlace && as === undefined;
  return can.restoreToNew && (as === undefined || can.builds.includes(as));
}

function unknownPart({ environment }: Site, { parts = [] }: RestoreRequest) {
  const known = partsOf(environment).map(({ name }) => name);
  const part = parts.find((one) => !known.includes(one));
  return part === undefined ? undefined : { kind: "unknown-part" as const, part, known };
}

type Choosing = {
  readonly site: Site;
  readonly request: RestoreRequest;
  readonly listed: readonly Listed[];
};

function choose(local: Local, { site, request, listed }: Choosing): Result<Chosen, RestoreProblem> {
  const scope = fullScope(site);
  const { resource } = scope;
  const ours = listed.filter(({ snapshot }) => snapshot.scope.resource === resource);
  const { moment, snapshotId } = request;
  const left = leftOutOf(listed, resource);
  const wanted = {
    moment,
    now: local.now(),
    kind: kindServing(scope, request),
    ...(snapshotId === undefined ? {} : { snapshotId }),
    ...left,
  };
  const snapshots = ours.map(({ snapshot }) => snapshot);
  const first = chooseSnapshot(snapshots, wanted);
  if (!first.ok) return first;
  const bytes = first.value.before.bytes ?? 0;
  const again = chooseSnapshot(snapshots, {
    ...wanted,
    estimateMs: estimateOf(local, bytes).seconds * 1000,
  });
  if (!again.ok) return again;
  const { before } = again.value;
  const manifest = ours.find(({ snapshot }) => snapshot.id === before.id)?.manifest;
  if (manifest === undefined) {
    return fail({ kind: "snapshot-not-eligible", id: before.id, why: "not-available" });
  }
  return ok({ candidates: again.value, manifest, ...left });
}

type Freezing = { readonly site: Site; readonly request: RestoreRequest; readonly chosen: Chosen };

async function freeze(local: Local, { site, request, chosen }: Freezing): Promise<RestorePlan> {
  const { before, gapMs, nextLater } = chosen.candidates;
  const { manifest, leftOut } = chosen;
  const inPlace = isInPlace(request);
  const estimate = estimateOf(local, before.bytes ?? 0);
  const createdAt = local.now();
  const leavesRowAt = rowEnd(local, request, createdAt);
  return freezePlan({
    id: `rp_${randomUUID()}`,
    createdAt,
    expiresAt: planExpiry({
      createdAt,
      estimateMs: estimate.seconds * 1000,
      ...(local.planLifeMs === undefined ? {} : { planLifeMs: local.planLifeMs }),
      ...(before.expiresAt === undefined ? {} : { snapshotExpiresAt: before.expiresAt }),
      ...(leavesRowAt === undefined ? {} : { leavesRowAt }),
    }),
    engine: "local",
    request,
    parts: partsGiven(request, site.environment, manifest),
    snapshot: before,
    gapMs,
    ...(nextLater === undefined
      ? {}
      : { nextLater: { id: nextLater.id, to: nextLater.pointInTime.to } }),
    ...(leftOut === undefined ? {} : { leftOut }),
    destructive: inPlace,
    safetySnapshot: inPlace,
    downtime: inPlace ? "brief" : "none",
    preconditions: await preconditions(local, { site, request, manifest }),
    warnings: warnings(chosen, inPlace),
    customerSteps: stepsOf(request, site),
    estimate,
  });
}

/** Only automatic snapshots are thinned out; manual ones have a day on which they end. */
function rowEnd(local: Local, { mode, moment }: RestoreRequest, now: Instant): Instant | undefined {
  if (mode !== "retrieve" || local.schedule === undefined) return undefined;
  const told = rowFor(local.schedule, moment, now);
  return told.kind === "documented" ? told.until : undefined;
}

const stepsOf = (
  { mode, target, parts }: RestoreRequest,
  { environment }: Site,
): readonly string[] => {
  if (mode === "retrieve") {
    const noDatabase =
      parts !== undefined && !environment.databases.some(({ name }) => parts.includes(name));
    const steps = noDatabase ? ["copy-what-is-needed"] : IMPORT_STEPS;
    return ["read-snap-time", "copy-off-within-7-days", ...steps];
  }
  return target.where === "in-place"
    ? ["check-shop", "previous-data-kept-7-days"]
    : ["compare-with-current", "copy-what-is-needed"];
};

function warnings({ candidates, manifest }: Chosen, inPlace: boolean): Check[] {
  const { tree, consistency } = manifest;
  const skipped = Object.values(tree.skipped).reduce((sum, one) => sum + one, 0);
  const all: (Check | undefined)[] = [
    consistency === "fuzzy"
      ? { code: "files-changed-while-read", ok: false, values: { files: tree.torn } }
      : undefined,
    skipped > 0
      ? { code: "not-everything-kept", ok: false, values: { count: skipped } }
      : undefined,
    candidates.nextLater === undefined ? undefined : { code: "later-snapshot-exists", ok: true },
    inPlace ? { code: "replaces-current-data", ok: false } : undefined,
    manifest.kind === "recovery-point"
      ? { code: "recovery-point-is-no-backup", ok: false }
      : undefined,
  ];
  return all.filter((one) => one !== undefined);
}

/** How long giving back so many bytes takes: as the last restores did, else by rule. */
function estimateOf(local: Local, bytes: number) {
  const measured = local.journal.restoreRate();
  const rate = measured ?? RULE_BYTES_PER_SECOND;
  const seconds = Math.max(1, Math.ceil(bytes / rate));
  return {
    bytes,
    seconds,
    basis: measured === undefined ? ("rule" as const) : ("measured" as const),
  };
}
