import type { Command } from "commander";
import { ok, type Result } from "../kernel/result.ts";
import type { Projects } from "../restore/ports.ts";
import { follow } from "./follow-operation.ts";
import { complain, print, printJson } from "./output.ts";
import { reasonText } from "./snapshot-reasons.ts";
import { givingCommands } from "./snapshots-giving.ts";
import {
  ENVIRONMENT,
  reading,
  runOf,
  within,
  type Dry,
  type Json,
  type SnapshotsNeeds,
} from "./snapshots-needs.ts";
import { upkeepCommands } from "./snapshots-upkeep.ts";
import {
  everyEnvironment,
  findEnvironment,
  listSnapshots,
  pruneText,
  snapshotJson,
  snapshotTable,
  type Named,
} from "./snapshots.ts";
import { verifyByHand } from "./verify-by-hand.ts";

/** `snapdesk snapshots list | create | plan | restore | retrieve | verify | delete | prune | kept | rotate-key`: the engine by hand, by the rules of a ticket. */
export function snapshotsCommand(program: Command, needs: SnapshotsNeeds): void {
  const snapshots = program
    .command("snapshots")
    .description("take, list, plan, restore, retrieve, verify and prune snapshots by hand");
  readingCommands(snapshots, needs);
  changingCommands(snapshots, needs);
  givingCommands(snapshots, needs);
  upkeepCommands(snapshots, needs.open);
}

function readingCommands(snapshots: Command, needs: SnapshotsNeeds): void {
  snapshots
    .command("list")
    .description("the snapshots of an environment, newest first; of all where none is named")
    .argument("[environment]", ENVIRONMENT[1])
    .option("--json", "as JSON")
    .action((name: string | undefined, { json }: Json) =>
      reading(needs, async (projects) => {
        const named = name === undefined ? ok(everyEnvironment(projects)) : only(projects, name);
        if (!named.ok) return complain(named.problem);
        const lists = await Promise.all(named.value.map((one) => listSnapshots(one)));
        const found = lists.flat();
        if (json === true) printJson(found.map(snapshotJson));
        else print(found.length === 0 ? "No snapshots" : snapshotTable(found));
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

type Creating = Json & Dry & { readonly wait: boolean };

async function create(needs: SnapshotsNeeds, named: Named, options: Creating): Promise<void> {
  const { scope, engine } = named;
  const can = await engine.capabilities(scope);
  if (options.dryRun === true) {
    if (can.create) print(`A snapshot of ${scope.resource} may be taken`);
    else
      complain(
        `No snapshot of ${scope.resource} can be taken by hand: ${reasonText(can.reason ?? "engine-lacks-it")}`,
      );
    return;
  }
  const operation = await engine.create({ scope, origin: "manual" }, runOf(needs));
  if (options.wait) await follow(named.engine, operation, options);
  else if (options.json === true) printJson(operation);
  else print(`Operation: ${operation.id}`);
}

function only(projects: Projects, name: string): Result<readonly Named[], string> {
  const named = findEnvironment(projects, name);
  return named.ok ? ok([named.value]) : named;
}
