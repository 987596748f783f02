import { InvalidArgumentError, Option, type Command } from "commander";
import { HOUR_MS, readInstant, type Instant } from "../kernel/clock.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { Build, RestoreMode, RestoreRequest } from "../restore/restore-plan.ts";
import { follow } from "./follow-operation.ts";
import { complain, print, printJson } from "./output.ts";
import {
  ENVIRONMENT,
  runOf,
  within,
  type Dry,
  type Json,
  type SnapshotsNeeds,
} from "./snapshots-needs.ts";
import { planText, problemText, runPlan, type Named } from "./snapshots.ts";

type Wanted = Json & {
  readonly at: Instant;
  readonly target?: string;
  readonly as?: Build;
  readonly inPlace?: true;
  readonly retrieve?: true;
  readonly snapshot?: string;
  readonly only?: readonly string[];
  readonly acceptGap?: number;
  readonly requestedBy: string;
};
/** Who asked, who approved, and the name that was typed once more. */
export type Approving = {
  readonly requestedBy: string;
  readonly approvedBy?: string;
  readonly confirm?: string;
};
type Approved = Wanted & Dry & Approving;

const DAY_HOURS = 24;

/** `snapshots plan | restore | retrieve`: what is wanted back, shown first or given by the rules of a ticket. */
export function givingCommands(snapshots: Command, needs: SnapshotsNeeds): void {
  wanting(snapshots.command("plan"))
    .description("what a restore would do; changes nothing")
    .option("--retrieve", "lay it out for the customer instead of restoring it")
    .action((name: string, options: Wanted) =>
      within(needs, name, async (named) => {
        const mode = options.retrieve === true ? "retrieve" : "restore";
        await showPlan(named, requestOf(needs, named, options, mode), options);
      }),
    );
  givingCommand(snapshots, needs, "restore");
  givingCommand(snapshots, needs, "retrieve");
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
    .requiredOption("--at <instant>", "the moment, such as 2026-11-20T14:00:00+01:00", instantOf)
    .option("--target <name>", "name of the new folder")
    .option("--only <name>", "this directory or database; may be said again", collect)
    .addOption(
      new Option("--as <what>", "what to build of a CloudMC volume snapshot").choices([
        "template",
        "data-disk",
      ]),
    )
    .option("--in-place", "replace the present data, after a safety snapshot")
    .option("--snapshot <id>", "this snapshot; it must end at or before the moment")
    .option("--accept-gap <ms>", "the gap that was shown, in milliseconds", Number)
    .option("--requested-by <person>", "who asked for it", "cli/requester")
    .option("--json", "as JSON");

const collect = (name: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  name,
];

function instantOf(text: string): Instant {
  const at = readInstant(text);
  if (at === undefined)
    throw new InvalidArgumentError(
      "Expected a date, a time and an offset: 2026-11-20T14:00:00+01:00",
    );
  return at;
}

function requestOf(
  needs: SnapshotsNeeds,
  { scope }: Named,
  wanted: Wanted,
  mode: RestoreMode,
): RestoreRequest {
  const { at, target, inPlace, snapshot, acceptGap, requestedBy, only, as } = wanted;
  const name = target ?? `${scope.resource.replace("/", "-")}-${at}`;
  return {
    scope,
    moment: at,
    mode,
    target: {
      ...(inPlace === true ? { where: "in-place", name: scope.resource } : { where: "new", name }),
      ...(as === undefined ? {} : { as }),
    },
    ...(only === undefined ? {} : { parts: only }),
    ticketId: "cli",
    requestedBy,
    gapLimitMs: needs.gapLimitMs ?? DAY_HOURS * HOUR_MS,
    ...(snapshot === undefined ? {} : { snapshotId: snapshot }),
    ...(acceptGap === undefined ? {} : { acknowledgedGapMs: acceptGap }),
  };
}

export async function showPlan(
  { engine }: Named,
  request: RestoreRequest,
  { json }: Json,
): Promise<void> {
  const plan = await engine.planRestore(request);
  if (!plan.ok) complain(problemText(plan.problem));
  else if (json === true) printJson(plan.value);
  else print(planText(plan.value));
}

type Giving = {
  readonly request: RestoreRequest;
  readonly options: Approving & Json;
  readonly name: string;
};

export async function give(
  needs: SnapshotsNeeds,
  named: Named,
  { request, options, name }: Giving,
) {
  const { approvedBy, confirm } = options;
  if (!isPerson(approvedBy))
    return complain("Cannot run it: name a second person with --approved-by TEAM/USER", 2);
  const inPlace = request.target.where === "in-place";
  if (inPlace && confirm !== name) {
    return complain(`Cannot replace the present data: repeat its name with --confirm ${name}`, 2);
  }
  const started = await runPlan(named, request, { approvedBy, run: runOf(needs), now: needs.now });
  if (!started.ok) return complain(started.problem);
  const point = (await named.engine.capabilities(request.scope)).hierarchy && inPlace;
  return follow(named.engine, started.value, { ...options, point });
}

const isPerson = (text: string | undefined): text is PersonId =>
  text !== undefined && /^[^/\s]+\/[^/\s]+$/.test(text);
