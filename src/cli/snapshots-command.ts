import type { Command } from "commander";
import { ok, type Result } from "../kernel/result.ts";
import type { Projects } from "../restore/ports.ts";
import type { Snapshot } from "../restore/snapshot.ts";
import { complain, print, printJson, remark } from "./output.ts";
import { NO_BACKUP, pointTree } from "./point-tree.ts";
import { printTable } from "./print-table.ts";
import { leftOutTexts } from "./snapshot-reasons.ts";
import { snapshotTable } from "./snapshot-table.ts";
import { changingCommands } from "./snapshots-changing.ts";
import { givingCommands } from "./snapshots-giving.ts";
import { ENVIRONMENT, reading, within, type Json, type SnapshotsNeeds } from "./snapshots-needs.ts";
import { revertCommand } from "./snapshots-revert.ts";
import { upkeepCommands } from "./snapshots-upkeep.ts";
import {
  everyEnvironment,
  findEnvironment,
  listSnapshots,
  snapshotJson,
  type Named,
} from "./snapshots.ts";
import { verifyByHand } from "./verify-by-hand.ts";

/** `snapdesk snapshots list | create | plan | restore | retrieve | revert | verify | delete | prune | kept | rotate-key`: the engine by hand, by the rules of a ticket. */
export function snapshotsCommand(program: Command, needs: SnapshotsNeeds): void {
  const snapshots = program
    .command("snapshots")
    .description("take, list, plan, restore, retrieve, revert, verify and prune snapshots by hand");
  readingCommands(snapshots, needs);
  changingCommands(snapshots, needs);
  givingCommands(snapshots, needs);
  revertCommand(snapshots, needs);
  upkeepCommands(snapshots, needs.open);
}

function readingCommands(snapshots: Command, needs: SnapshotsNeeds): void {
  snapshots
    .command("list")
    .description("the snapshots of an environment, newest first; of all where none is named")
    .argument("[environment]", ENVIRONMENT[1])
    .option("--tree", "only recovery points, each below the one it came from")
    .option("--json", "as JSON")
    .action((name: string | undefined, { json, tree }: Json & { readonly tree?: true }) =>
      reading(needs, async (projects) => {
        const named = name === undefined ? ok(everyEnvironment(projects)) : only(projects, name);
        if (!named.ok) return complain(named.problem);
        const pages = await Promise.all(named.value.map((one) => listSnapshots(one)));
        const found = pages
          .flatMap(({ items }) => items)
          .toSorted((a, b) => b.pointInTime.to - a.pointInTime.to);
        if (json === true) printJson(found.filter(isShown(tree)).map(snapshotJson));
        else if (tree === true) printTree(found);
        else if (found.length === 0) print("No snapshots");
        else printTable(snapshotTable(found));
        named.value.forEach(({ scope }, at) => {
          for (const said of leftOutTexts(pages[at] ?? {})) remark(`${scope.resource}: ${said}`);
        });
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

function printTree(found: readonly Snapshot[]): void {
  const tree = pointTree(found);
  if (tree.rows.length === 0) print("No recovery points");
  else {
    printTable(tree);
    print(NO_BACKUP);
  }
}

const isShown =
  (tree: true | undefined) =>
  ({ kind }: Snapshot): boolean =>
    tree !== true || kind === "recovery-point";

function only(projects: Projects, name: string): Result<readonly Named[], string> {
  const named = findEnvironment(projects, name);
  return named.ok ? ok([named.value]) : named;
}
