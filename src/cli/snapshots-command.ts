import { randomUUID } from "node:crypto";
import { InvalidArgumentError, type Command } from "commander";
import { HOUR_MS, readInstant, type Clock, type Instant } from "../kernel/clock.ts";
import type { PersonId } from "../kernel/ids.ts";
import { EngineError } from "../restore/engine-error.ts";
import type { Projects, Run } from "../restore/ports.ts";
import type { RestoreMode, RestoreRequest } from "../restore/restore-plan.ts";
import type { RetentionSchedule } from "../restore/retention-schedule.ts";
import { follow } from "./follow-operation.ts";
import { complain, print, printJson } from "./output.ts";
import {
  findEnvironment,
  listSnapshots,
  planText,
  problemText,
  pruneText,
  runPlan,
  snapshotJson,
  snapshotTable,
  type Named,
} from "./snapshots.ts";
import { verifyByHand } from "./verify-by-hand.ts";

export type SnapshotsNeeds = {
  /** Opens the engines beside a desk that may be running. */
  readonly open: () => Promise<{
    readonly projects: Projects;
    readonly close: () => Promise<void>;
  }>;
  readonly schedule: RetentionSchedule;
  readonly now: Clock;
  readonly gapLimitMs?: number;
  /** Who works at the terminal, as the roles of the projects file name them. */
  readonly actor?: string;
};

type Json = { readonly json?: true };
type Dry = { readonly dryRun?: true };
type Wanted = Json & {
  readonly at: Instant;
  readonly target?: string;
  readonly inPlace?: true;
  readonly retrieve?: true;
  readonly snapshot?: string;
  readonly acceptGap?: number;
  readonly requestedBy: string;
};
type Approved = Wanted & Dry & { readonly approvedBy?: string; readonly confirm?: string };

const DAY_HOURS = 24;

/** `snapdesk snapshots list | create | plan | restore | retrieve | verify | delete | prune`: the engine by hand, by the rules of a ticket. */
export function snapshotsCommand(program: Command, needs: SnapshotsNeeds): void {
  const snapshots = program
    .command("snapshots")
    .description("take, list, plan, restore, retrieve, verify and prune snapshots by hand");
  readingCommands(snapshots, needs);
  changingCommands(snapshots, needs);
  givingCommand(snapshots, needs, "restore");
  givingCommand(snapshots, needs, "retrieve");
}

const ENVIRONMENT = ["<environment>", "project and environment: shop-eu/integration"] as const;

function readingCommands(snapshots: Command, needs: SnapshotsNeeds): void {
  snapshots
    .command("list")
    .description("the snapshots of an environment, newest first")
    .argument(...ENVIRONMENT)
    .option("--json", "as JSON")
    .action((name: string, { json }: Json) =>
      within(needs, name, async (named) => {
        const found = await listSnapshots(named);
        if (json === true) printJson(found.map(snapshotJson));
        else print(found.length === 0 ? "No snapshots" : snapshotTable(found));
      }),
    );
  wanting(snapshots.command("plan"))
    .description("what a restore would do; changes nothing")
    .option("--retrieve", "lay it out for the customer instead of restoring it")
    .action((name: string, options: Wanted) =>
      within(needs, name, async (named) => {
        const mode = options.retrieve === true ? "retrieve" : "restore";
        await showPlan(named, requestOf(needs, named, options, mode), options);
      }),
    );
  snapshots
    .command("verify")
    .description("compare a snapshot with what was signed for it; the newest where none is named")
    .argument(...ENVIRONMENT)
    .argument("[id]", "a snapshot")
    .option("--metadata", "signature and sizes only")
    .option("--json", "as JSON")
    .action((name: string, id: string | undefined, options: Json & { readonly metadata?: true }) =>
      within(needs, name, (named) => verifyByHand(named, id, options)),
    );
}

function changingCommands(snapshots: Command, needs: SnapshotsNeeds): void {
  snapshots
    .command("create")
    .description("take a snapshot, where the plan allows it")
    .argument(...ENVIRONMENT)
    .option("--no-wait", "do not wait for its end")
    .option("--dry-run", "only say whether it is allowed")
    .option("--json", "as JSON")
    .action((name: string, options: Json & Dry & { readonly wait: boolean }) =>
      within(needs, name, (named) => create(needs, named, options)),
    );
  snapshots
    .command("delete")
    .description("delete one snapshot, where the plan allows it")
    .argument(...ENVIRONMENT)
    .argument("<id>", "a snapshot")
    .option("--dry-run", "only say which one it is")
    .option("--json", "as JSON")
    .action((name: string, id: string, options: Json & Dry) =>
      within(needs, name, async (named) => {
        const ref = { engine: named.engine.id, id };
        const snapshot = await named.engine.get(ref);
        if (options.dryRun === true) print(`Would delete:\n${snapshotTable([snapshot])}`);
        else await follow(named.engine, await named.engine.delete(ref, runOf(needs)), options);
      }),
    );
  snapshots
    .command("prune")
    .description("thin out automatic snapshots by the schedule and remove expired ones")
    .argument(...ENVIRONMENT)
    .option("--dry-run", "only say what would go")
    .option("--json", "as JSON")
    .action((name: string, { json, dryRun }: Json & Dry) =>
      within(needs, name, async ({ engine, scope }) => {
        const run = { ...runOf(needs), dryRun: dryRun === true };
        const report = await engine.prune(scope, needs.schedule, run);
        if (json === true) printJson(report);
        else print(pruneText(report));
      }),
    );
}

function givingCommand(snapshots: Command, needs: SnapshotsNeeds, mode: RestoreMode): void {
  const what = {
    restore: "put a snapshot back, into a new folder unless --in-place is said",
    retrieve: "lay a snapshot out for the customer, who imports the database",
  };
  wanting(snapshots.command(mode))
    .description(what[mode])
    .option("--approved-by <person>", "a second person, such as T0LOCAL/U0OMAR")
    .option("--confirm <environment>", "its name once more, for --in-place")
    .option("--dry-run", "only show the plan")
    .action((name: string, options: Approved) =>
      within(needs, name, async (named) => {
        const request = requestOf(needs, named, options, mode);
        if (options.dryRun === true) await showPlan(named, request, options);
        else await give(needs, named, { request, options, name });
      }),
    );
}

/** The options that say what is wanted back. */
const wanting = (command: Command): Command =>
  command
    .argument(...ENVIRONMENT)
    .requiredOption("--at <instant>", "the moment, RFC 3339 with an offset", instantOf)
    .option("--target <name>", "name of the new folder")
    .option("--in-place", "replace the present data, after a safety snapshot")
    .option("--snapshot <id>", "this snapshot; it must end at or before the moment")
    .option("--accept-gap <ms>", "the gap that was shown, in milliseconds", Number)
    .option("--requested-by <person>", "who asked for it", "cli/requester")
    .option("--json", "as JSON");

function instantOf(text: string): Instant {
  const at = readInstant(text);
  if (at === undefined) throw new InvalidArgumentError("expected RFC 3339 with an offset");
  return at;
}

type Work = (named: Named) => Promise<void>;

async function within(needs: SnapshotsNeeds, name: string, work: Work): Promise<void> {
  const { projects, close } = await needs.open();
  try {
    const named = findEnvironment(projects, name);
    if (named.ok) await work(named.value);
    else complain(named.problem);
  } catch (cause) {
    if (!(cause instanceof EngineError)) throw cause;
    complain(cause.message);
  } finally {
    await close();
  }
}

function requestOf(
  needs: SnapshotsNeeds,
  { scope }: Named,
  wanted: Wanted,
  mode: RestoreMode,
): RestoreRequest {
  const { at, target, inPlace, snapshot, acceptGap, requestedBy } = wanted;
  const name = target ?? `${scope.resource.replace("/", "-")}-${at}`;
  return {
    scope,
    moment: at,
    mode,
    target: inPlace === true ? { where: "in-place", name: scope.resource } : { where: "new", name },
    ticketId: "cli",
    requestedBy,
    gapLimitMs: needs.gapLimitMs ?? DAY_HOURS * HOUR_MS,
    ...(snapshot === undefined ? {} : { snapshotId: snapshot }),
    ...(acceptGap === undefined ? {} : { acknowledgedGapMs: acceptGap }),
  };
}

async function showPlan({ engine }: Named, request: RestoreRequest, { json }: Json): Promise<void> {
  const plan = await engine.planRestore(request);
  if (!plan.ok) complain(problemText(plan.problem));
  else if (json === true) printJson(plan.value);
  else print(planText(plan.value));
}

type Giving = {
  readonly request: RestoreRequest;
  readonly options: Approved;
  readonly name: string;
};

async function give(needs: SnapshotsNeeds, named: Named, { request, options, name }: Giving) {
  const { approvedBy, confirm } = options;
  if (!isPerson(approvedBy))
    return complain("Cannot run it: name a second person with --approved-by TEAM/USER", 2);
  if (request.target.where === "in-place" && confirm !== name) {
    return complain(`Cannot replace the present data: repeat its name with --confirm ${name}`, 2);
  }
  const started = await runPlan(named, request, { approvedBy, run: runOf(needs), now: needs.now });
  if (!started.ok) return complain(started.problem);
  return follow(named.engine, started.value, options);
}

const isPerson = (text: string | undefined): text is PersonId =>
  text !== undefined && /^[^/\s]+\/[^/\s]+$/.test(text);

type Creating = Json & Dry & { readonly wait: boolean };

async function create(needs: SnapshotsNeeds, named: Named, options: Creating): Promise<void> {
  const { scope, engine } = named;
  const can = await engine.capabilities(scope);
  if (options.dryRun === true) {
    if (can.create) print(`A snapshot of ${scope.resource} may be taken`);
    else
      complain(
        `No snapshot of ${scope.resource} can be taken by hand (${can.reason ?? "engine-lacks-it"})`,
      );
    return;
  }
  const operation = await engine.create({ scope, origin: "manual" }, runOf(needs));
  if (options.wait) await follow(named.engine, operation, options);
  else if (options.json === true) printJson(operation);
  else print(`Operation: ${operation.id}`);
}

const runOf = ({ actor = "cli" }: SnapshotsNeeds): Run => ({
  idempotencyKey: `cli ${randomUUID()}`,
  actor,
  signal: new AbortController().signal,
  fence: 1,
});
