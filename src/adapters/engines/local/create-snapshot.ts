import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { DAY_MS, type Instant } from "../../../kernel/clock.ts";
import { EngineError } from "../../../restore/engine-error.ts";
import type { Operation } from "../../../restore/operation.ts";
import type { CreateInput, Run } from "../../../restore/ports.ts";
import type { EnvironmentSite } from "../../projects/project-site.ts";
import { renameDurably, syncFolder } from "./durable.ts";
import { needSpace, RESERVE_BYTES } from "./free-space.ts";
import { isHeldStill } from "./held-still.ts";
import { listAll } from "./listing.ts";
import { ARCHIVE, writeManifest, type Manifest } from "./manifest.ts";
import { pack } from "./pack.ts";
import { partsOf } from "./parts.ts";
import { capabilitiesOf, isAutomatic } from "./policy.ts";
import { operationId, type Outcome, type Task } from "./runner.ts";
import { checkPoint, presentLine } from "./recovery-points.ts";
import type { Local } from "./settings.ts";
import { fullScope, siteOf, type Site } from "./sites.ts";
import { sourceSize } from "./source-size.ts";
import { newTally, type Tally } from "./tally.ts";
import { writeArchive } from "./write-archive.ts";

/**
 * How long a manual snapshot of a Commerce environment is kept; for CloudMC nothing is documented.
 *
 * @see content/policy/commerce-cloud.yaml
 */
const MANUAL_LIFE_MS = 7 * DAY_MS;

/** Starts a snapshot, where the rules of plan and environment allow it. */
export function createSnapshot(local: Local) {
  return async (input: CreateInput, run: Run): Promise<Operation> => {
    const request = { ...input, scope: { ...input.scope } };
    const found = local.runner.known({ run, request });
    if (found !== undefined) return found.operation;
    const site = siteOf(local.projects, input.scope);
    checkAllowed(site, input, run);
    const begin = { kind: "create" as const, run, request, work: { request } };
    const snapshotId = newId(local.now(), run.idempotencyKey);
    const taking = { site, input, id: snapshotId };
    if (input.kind !== "recovery-point") {
      return local.runner.start({ ...begin, snapshotId }, (task) =>
        takeSnapshot(local, { ...taking, task }),
      );
    }
    const { resource } = fullScope(site);
    await checkPoint(local, input, resource);
    return local.runner.start({ ...begin, snapshotId, target: resource }, (task) =>
      takePoint(local, { ...taking, task }),
    );
  };
}

function checkAllowed(site: Site, input: CreateInput, run: Run): void {
  const scope = fullScope(site);
  const { state, admins } = site.environment;
  const automatic = input.origin === "automatic";
  if (automatic ? !isAutomatic(scope) : !capabilitiesOf(scope).create) {
    throw refused("not-supported", "the plan does not allow it for this environment");
  }
  checkKind(site, input);
  if (state !== "active") throw refused("source-state", "the environment is not active");
  if (!automatic && admins !== undefined && !admins.includes(run.actor)) {
    throw refused("forbidden", "it needs the Admin role on the environment");
  }
}

/** What the input asks of the copy itself. */
function checkKind(site: Site, input: CreateInput): void {
  if (input.kind === "recovery-point" && !capabilitiesOf(fullScope(site)).hierarchy) {
    throw refused("not-supported", "only a CloudMC environment has recovery points");
  }
  if (input.kind !== "recovery-point" && input.memory === true) {
    throw refused("not-supported", "only a recovery point could keep the memory");
  }
  if (input.quiesce === true && !isHeldStill(site.environment)) {
    throw refused(
      "not-supported",
      "only one database alone can be held still, not folders or several",
    );
  }
}

const refused = (kind: "not-supported" | "source-state" | "forbidden", why: string) =>
  new EngineError(kind, "no", { message: `Cannot take a snapshot: ${why}` });

/** `20261120T181444Z-31441cff`: sorts by time, and tells the operation that made it. */
export const newId = (at: Instant, key: string): string => {
  const time = new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, "");
  return `${time}-${operationId(key).slice(3, 11)}`;
};

type Taking = {
  readonly site: Site;
  readonly input: CreateInput;
  readonly id: string;
  /** Of a recovery point: what it comes from, nearest first. */
  readonly ancestors?: readonly string[];
  readonly task: Pick<Task, "id" | "signal" | "progress">;
};

/** Takes a recovery point. From now on the environment comes from it, and so will the next one. */
async function takePoint(
  local: Local,
  taking: Omit<Taking, "ancestors" | "task"> & {
    readonly task: Taking["task"] & Pick<Task, "note">;
  },
): Promise<Outcome> {
  const { id, site, task } = taking;
  const { resource } = fullScope(site);
  const ancestors = await presentLine(local, resource);
  task.note({ head: { resource, line: [id, ...ancestors] } });
  return takeSnapshot(local, { ...taking, ancestors });
}

/** Takes a snapshot: everything is written apart, and appears by one rename. */
export async function takeSnapshot(local: Local, taking: Taking): Promise<Outcome> {
  const { store } = local;
  const { site, id, task } = taking;
  const folder = join(store.partial, id);
  const { bytes, largest } = await sourceSize(site.environment);
  await needSpace(
    store.folder,
    Math.ceil(bytes * (await ratio(local, site))) + largest + RESERVE_BYTES,
  );
  await mkdir(folder, { mode: 0o700 });
  try {
    const tally = newTally();
    const from = local.now();
    const packed = pack({
      site: site.environment,
      scratch: folder,
      tally,
      now: local.now,
      settle: (copy) => local.threads.settleDatabase(copy, task.signal),
    });
    const archive = await writeArchive(local.threads, {
      tar: counted(packed, () => task.progress(tally.bytes, bytes)),
      file: join(folder, ARCHIVE),
      recipients: store.keys.recipients,
      signal: task.signal,
    });
    const manifest = manifestOf(local, { taking, tally, archive, from });
    task.signal.throwIfAborted();
    await writeManifest(folder, manifest, store.keys);
    await syncFolder(folder);
    await renameDurably(folder, join(store.snapshots, id));
    return { state: "succeeded", snapshotId: id };
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw cause;
  }
}

async function* counted(source: AsyncIterable<Buffer>, onPart: () => void) {
  for await (const part of source) {
    yield part;
    onPart();
  }
}

type Written = {
  readonly taking: Taking;
  readonly tally: Tally;
  readonly archive: { readonly bytes: number; readonly sha256: string };
  readonly from: Instant;
};

function manifestOf(local: Local, { taking, tally, archive, from }: Written): Manifest {
  const { site, input, id, task, ancestors } = taking;
  const { files, directories, links, bytes, databases, torn, skipped } = tally;
  const to = tally.readUntil;
  const scope = fullScope(site);
  const ends = input.origin === "manual" && scope.product === "commerce-cloud";
  return {
    format: "snapdesk-local/1",
    id,
    operation: task.id,
    scope,
    kind: input.kind ?? "snapshot",
    ...(ancestors === undefined ? {} : { ancestors: [...ancestors] }),
    origin: input.origin,
    ...(input.description === undefined ? {} : { description: input.description }),
    pointInTime: { from: iso(from), to: iso(to) },
    completedAt: iso(local.now()),
    ...(ends ? { expiresAt: iso(to + MANUAL_LIFE_MS) } : {}),
    consistency: consistencyOf(site.environment, tally),
    holds: [
      ...(files > databases || links > 0 ? ["files" as const] : []),
      ...(databases > 0 ? ["database" as const] : []),
    ],
    parts: partsOf(site.environment).map(({ name }) => name),
    archive: { file: ARCHIVE, ...archive },
    recipients: [...local.store.keys.recipients],
    tree: {
      files,
      directories,
      links,
      bytes,
      databases,
      torn,
      skipped,
      indexSha256: tally.index.sha256(),
    },
  };
}

const iso = (at: number): string => new Date(at).toISOString();

/** Files that changed while they were read make it fuzzy; one database alone is one transaction. */
function consistencyOf(site: EnvironmentSite, { torn }: Tally) {
  if (torn > 0) return "fuzzy";
  return isHeldStill(site) ? "application" : "crash";
}

/** How small the last snapshot of this environment became, with a margin; 1 where there is none. */
async function ratio(local: Local, site: Site): Promise<number> {
  const { resource } = fullScope(site);
  const last = (await listAll(local.store)).find(
    ({ manifest }) => manifest?.scope.resource === resource && manifest.tree.bytes > 0,
  )?.manifest;
  return last === undefined ? 1 : Math.min(1, (last.archive.bytes / last.tree.bytes) * 1.2);
}
