import type { Command } from "commander";
import type { CreateInput } from "../restore/ports.ts";
import type { Snapshot } from "../restore/snapshot.ts";
import { follow, letEnd } from "./follow-operation.ts";
import { complain, print, printJson } from "./output.ts";
import { NO_BACKUP } from "./point-tree.ts";
import { printTable } from "./print-table.ts";
import { reasonText } from "./snapshot-reasons.ts";
import { snapshotTable } from "./snapshot-table.ts";
import {
  ENVIRONMENT,
  runOf,
  within,
  type Dry,
  type Json,
  type SnapshotsNeeds,
} from "./snapshots-needs.ts";
import { listSnapshots, pruneText, snapshotJson, type Named } from "./snapshots.ts";

type Creating = Json &
  Dry & {
    readonly wait: boolean;
    readonly recoveryPoint?: true;
    readonly memory?: true;
    readonly quiesce?: true;
    readonly description?: string;
  };

/** `snapshots create | delete | prune`: what changes the store. */
export function changingCommands(snapshots: Command, needs: SnapshotsNeeds): void {
  createCommand(snapshots, needs);
  snapshots
    .command("delete")
    .description("delete one snapshot or recovery point, where the plan allows it")
    .argument(...ENVIRONMENT)
    .argument("<id>", "a snapshot or recovery point")
    .option("--dry-run", "only say which one it is")
    .option("--json", "as JSON")
    .action((name: string, id: string, options: Json & Dry) =>
      within(needs, name, (named) => deleteOne(needs, named, { ...options, id })),
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

function createCommand(snapshots: Command, needs: SnapshotsNeeds): void {
  snapshots
    .command("create")
    .description("take a snapshot, or a recovery point of a CloudMC environment")
    .argument(...ENVIRONMENT)
    .option("--recovery-point", "a point to revert to in place; no backup")
    .option("--memory", "with the memory, where the engine can")
    .option("--quiesce", "hold the environment still, where the engine can")
    .option("--description <text>", "what it is for")
    .option("--no-wait", "name the operation at once, and go on in silence")
    .option("--dry-run", "only say whether it is allowed")
    .option("--json", "as JSON")
    .action((name: string, options: Creating) =>
      within(needs, name, (named) => create(needs, named, options)),
    );
}

async function create(needs: SnapshotsNeeds, named: Named, options: Creating): Promise<void> {
  if (options.dryRun === true) return mayCreate(named, options);
  const operation = await named.engine.create(inputOf(named, options), runOf(needs));
  if (!options.wait) {
    if (options.json === true) printJson(operation);
    else print(`Operation: ${operation.id}`);
    return letEnd(named.engine, operation);
  }
  const point = options.recoveryPoint === true;
  await follow(named.engine, operation, { ...options, point });
  if (point && options.json !== true) print(NO_BACKUP);
  return undefined;
}

const inputOf = ({ scope }: Named, options: Creating): CreateInput => ({
  scope,
  origin: "manual",
  ...(options.recoveryPoint === true ? { kind: "recovery-point" } : {}),
  ...(options.memory === true ? { memory: true } : {}),
  ...(options.quiesce === true ? { quiesce: true } : {}),
  ...(options.description === undefined ? {} : { description: options.description }),
});

async function mayCreate({ scope, engine }: Named, options: Creating): Promise<void> {
  const can = await engine.capabilities(scope);
  const point = options.recoveryPoint === true;
  const what = point ? "recovery point" : "snapshot";
  const memory = options.memory !== true || can.consistency.includes("memory");
  const still = options.quiesce !== true || can.consistency.includes("application");
  const allowed = memory && still && (point ? can.hierarchy : can.create);
  const why = reasonText(can.reason ?? "engine-lacks-it");
  if (allowed) print(`A ${what} of ${scope.resource} may be taken`);
  else
    complain(
      `No ${what} of ${scope.resource}${memory ? "" : " with its memory"}${still ? "" : " held still"} can be taken by hand: ${why}`,
    );
}

type Deleting = Json & Dry & { readonly id: string };

async function deleteOne(needs: SnapshotsNeeds, named: Named, options: Deleting): Promise<void> {
  const ref = { engine: named.engine.id, id: options.id };
  const snapshot = await named.engine.get(ref);
  if (options.dryRun !== true) {
    await follow(named.engine, await named.engine.delete(ref, runOf(needs)), options);
    return;
  }
  const children = (await listSnapshots(named)).items.filter(
    ({ parentId }) => parentId === options.id,
  );
  if (options.json === true) {
    const ids = children.map(({ id }) => id);
    printJson({ dryRun: true, wouldDelete: snapshotJson(snapshot), children: ids });
    return;
  }
  print("Would delete:");
  printTable(snapshotTable([snapshot]));
  if (children.length > 0) print(childrenText(snapshot, children));
}

/** Nothing that came from a recovery point goes with it. */
function childrenText({ parentId }: Snapshot, children: readonly Snapshot[]): string {
  const below = parentId === undefined ? "stand at the top" : `stand below ${parentId}`;
  return `What came from it stays and will ${below}: ${children.map(({ id }) => id).join(", ")}`;
}
