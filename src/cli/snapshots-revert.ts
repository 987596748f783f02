import type { Command } from "commander";
import type { RestoreRequest } from "../restore/restore-plan.ts";
import { complain } from "./output.ts";
import {
  ENVIRONMENT,
  within,
  type Dry,
  type Json,
  type SnapshotsNeeds,
} from "./snapshots-needs.ts";
import { give, showPlan, type Approving } from "./snapshots-giving.ts";
import type { Named } from "./snapshots.ts";

type Reverting = Json & Dry & Approving;

/** `snapshots revert`: a CloudMC environment back to a recovery point, in place. */
export function revertCommand(snapshots: Command, needs: SnapshotsNeeds): void {
  snapshots
    .command("revert")
    .description("put an environment back to a recovery point, in place, after a safety point")
    .argument(...ENVIRONMENT)
    .argument("<id>", "a recovery point")
    .option("--requested-by <person>", "who asked for it", "cli/requester")
    .option("--approved-by <person>", "a second person, such as T0LOCAL/U0OMAR")
    .option("--confirm <environment>", "its name once more: the present data is replaced")
    .option("--dry-run", "only show the plan")
    .option("--json", "as JSON")
    .action((name: string, id: string, options: Reverting) =>
      within(needs, name, async (named) => {
        const request = await requestOf(named, id, options);
        if (request === undefined) complain(`Cannot revert to "${id}": it is no recovery point`);
        else if (options.dryRun === true) await showPlan(named, request, options);
        else await give(needs, named, { request, options, name });
      }),
    );
}

/** The moment is the point's own: nothing lies between them. */
async function requestOf(
  { scope, engine }: Named,
  id: string,
  { requestedBy }: Reverting,
): Promise<RestoreRequest | undefined> {
  const point = await engine.get({ engine: engine.id, id });
  if (point.kind !== "recovery-point") return undefined;
  return {
    scope,
    moment: point.pointInTime.to,
    mode: "restore",
    target: { where: "in-place", name: scope.resource },
    ticketId: "cli",
    requestedBy,
    gapLimitMs: 0,
    snapshotId: id,
  };
}
