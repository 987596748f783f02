import { toRfc3339, type Clock, type Instant } from "../kernel/clock.ts";
import { ENVIRONMENTS, type Environment } from "../kernel/product.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { unreachable } from "../kernel/unreachable.ts";
import { approve, type ApprovalProblem } from "../restore/approve.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { Operation } from "../restore/operation.ts";
import { isFinal } from "../restore/operation-moves.ts";
import type { Page, Projects, PruneReport, Run, SnapshotEngine } from "../restore/ports.ts";
import type { RestorePlan, RestoreRequest } from "../restore/restore-plan.ts";
import type { RestoreProblem } from "../restore/restore-problem.ts";
import type { Scope } from "../restore/scope.ts";
import { scopeOf } from "../restore/scope-of.ts";
import type { Snapshot } from "../restore/snapshot.ts";
import { failingText, leftOutTexts, noteText, reasonText, whyNotText } from "./snapshot-reasons.ts";
import { table } from "./table.ts";

/** An environment as it is named on the command line, with the engine that serves it. */
export type Named = { readonly scope: Scope; readonly engine: SnapshotEngine };

/** Finds `project/environment`; the problem is a sentence. */
export function findEnvironment(projects: Projects, name: string): Result<Named, string> {
  const [id = "", wanted] = name.split("/");
  const project = projects.find(id);
  const environment = ENVIRONMENTS.find((one) => one === wanted);
  if (project === undefined || environment === undefined) {
    return fail(`Cannot find "${name}": expected one of ${known(projects).join(", ")}`);
  }
  const engine = projects.engineFor(id, environment);
  if (engine === undefined) return fail(`Cannot reach "${name}": no engine serves it`);
  return ok({ scope: scopeOf(project, environment), engine });
}

const known = (projects: Projects): string[] =>
  projects
    .list()
    .flatMap(({ id, environments }) => environments.map((one: Environment) => `${id}/${one}`));

/** Every environment that an engine serves. */
export const everyEnvironment = (projects: Projects): Named[] =>
  known(projects).flatMap((name) => {
    const named = findEnvironment(projects, name);
    return named.ok ? [named.value] : [];
  });

/** Every snapshot of an environment, newest first, on one page. */
export async function listSnapshots({ scope, engine }: Named): Promise<Page<Snapshot>> {
  const items: Snapshot[] = [];
  let page: Page<Snapshot>;
  let cursor: string | undefined;
  do {
    page = await engine.list(scope, cursor === undefined ? {} : { cursor });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return { ...page, items };
}

/** When what a snapshot holds was true. */
export const created = ({ pointInTime }: Snapshot): string => toSecond(pointInTime.to);

/** As the cloud's own tool writes times: `2026-11-20T14:00:00+00:00`. */
export const toSecond = (at: Instant): string =>
  new Date(at).toISOString().replace(/\.\d+Z$/, "+00:00");

export const isRestorable = ({ state }: Snapshot): boolean => state === "available";

/** A snapshot as `snapshots list --json` gives it. */
export const snapshotJson = (one: Snapshot) => ({
  id: one.id,
  created: created(one),
  pointInTime: { from: toRfc3339(one.pointInTime.from), to: toRfc3339(one.pointInTime.to) },
  environment: one.scope.resource,
  kind: one.kind,
  restorable: isRestorable(one),
  consistency: one.consistency,
  ...(one.parentId === undefined ? {} : { parentId: one.parentId }),
  ...(one.current === undefined ? {} : { current: true }),
  ...(one.description === undefined ? {} : { description: one.description }),
  ...(one.expiresAt === undefined ? {} : { expiresAt: toRfc3339(one.expiresAt) }),
  ...(one.bytes === undefined ? {} : { sizeBytes: one.bytes }),
});

const UNITS = ["B", "KB", "MB", "GB", "TB"] as const;

/** `1.4 GB` */
export function size(bytes: number): string {
  let value = bytes;
  let unit = 0;
  for (; value >= 1000 && unit < UNITS.length - 1; unit += 1) value /= 1000;
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
}

/** `2 d 3 h`, `5 min`, `12 s` */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** What a restore plan says, line by line. */
export function planText(plan: RestorePlan): string {
  const { snapshot, request, nextLater, estimate, preconditions, warnings } = plan;
  const rows: [string, string][] = [
    ["Moment", toRfc3339(request.moment)],
    ["Snapshot", `${snapshot.id}, content until ${toRfc3339(snapshot.pointInTime.to)}`],
    ["Gap", `${duration(plan.gapMs)} before the moment`],
    [
      "Next later",
      nextLater === undefined ? "none" : `${nextLater.id}, ${toRfc3339(nextLater.to)}`,
    ],
    ["Target", targetText(request)],
    ...(plan.parts === undefined
      ? []
      : [["Brings back", plan.parts.join(", ")] satisfies [string, string]]),
    [
      "Overwrites",
      plan.destructive ? `yes, a safety ${kindText(snapshot)} is taken first` : "nothing",
    ],
    [
      "Estimate",
      estimate?.seconds === undefined
        ? "none"
        : `${duration(estimate.seconds * 1000)} (${estimate.basis})`,
    ],
    ["Valid until", toRfc3339(plan.expiresAt)],
    ["Digest", plan.digest],
    ...preconditions.map((one): [string, string] => [
      one.ok ? "Holds" : "FAILS",
      one.ok ? one.code : failingText(one.code),
    ]),
    ...[...leftOutTexts(plan), ...warnings.map(({ code }) => noteText(code))].map(
      (said): [string, string] => ["Note", said],
    ),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join("\n");
}

export const kindText = ({ kind }: Snapshot): string =>
  kind === "recovery-point" ? "recovery point" : "snapshot";

const targetText = ({ target: { where, as, name } }: RestoreRequest): string =>
  [where, ...(as === undefined ? [] : [as]), name].join(" ");

/** Why there is no plan, in one line. */
export function problemText(problem: RestoreProblem): string {
  switch (problem.kind) {
    case "not-supported":
      return `Cannot plan it: ${reasonText(problem.reason)}`;
    case "in-the-future":
      return "Cannot plan it: the moment is in the future";
    case "out-of-retention":
      return `Cannot plan it: snapshots reach back to ${toRfc3339(problem.earliest)}`;
    case "no-snapshot-before":
      return [
        `Cannot plan it: no snapshot at or before the moment${span(problem)}`,
        ...leftOutTexts(problem),
      ].join("; ");
    case "gap-too-large":
      return `Cannot plan it: the gap is ${duration(problem.gapMs)}, the limit ${duration(problem.limitMs)}; accept it with --accept-gap ${problem.gapMs}`;
    case "unknown-part":
      return `Cannot plan it: "${problem.part}" is no part of it; expected ${problem.known.join(", ")}`;
    case "snapshot-not-eligible":
      return `Cannot plan it: the snapshot "${problem.id}" may not serve it (${whyNotText(problem.why)})`;
    default:
      return unreachable(problem);
  }
}

const span = ({ earliest, latest }: { readonly earliest?: Instant; readonly latest?: Instant }) =>
  earliest === undefined || latest === undefined
    ? "; there is none at all"
    : `; there are from ${toRfc3339(earliest)} to ${toRfc3339(latest)}`;

/** Why a plan was not approved, in one line. */
function approvalText(problem: ApprovalProblem): string {
  switch (problem.kind) {
    case "not-a-second-person":
      return `Cannot approve it: the ${problem.as} is no second person`;
    case "digest-differs":
      return "Cannot approve it: it is not the plan that was shown";
    case "plan-expired":
      return `Cannot approve it: it expired at ${toRfc3339(problem.at)}`;
    case "precondition-failed":
      return `Cannot approve it: ${problem.codes.map(failingText).join("; ")}`;
    default:
      return unreachable(problem);
  }
}

/** Keeps and drops of a prune, oldest first. */
export function pruneText({ dryRun, keep, drop, refused }: PruneReport): string {
  const rows = [
    ...keep.map((one) => ({ ...one, what: "keep" })),
    ...refused.map((one) => ({ ...one, what: "keep" })),
    ...drop.map((one) => ({ ...one, what: dryRun ? "would drop" : "dropped" })),
  ]
    .toSorted((a, b) => a.to - b.to)
    .map(({ id, to, what, reason }) => [toSecond(to), id, what, reason]);
  return rows.length === 0
    ? "No snapshots"
    : table(["Created", "Snapshot ID", "What", "Why"], rows);
}

/** Plans, approves by a second person, and starts: the same checks as a ticket. */
export async function runPlan(
  { engine }: Named,
  request: RestoreRequest,
  { approvedBy, run, now }: { approvedBy: PersonId; run: Run; now: Clock },
): Promise<Result<Operation, string>> {
  const planned = await engine.planRestore(request);
  if (!planned.ok) return fail(problemText(planned.problem));
  const plan = planned.value;
  const approved = approve(plan, { by: approvedBy, at: now(), seenDigest: plan.digest });
  if (!approved.ok) return fail(approvalText(approved.problem));
  return ok(await engine.execute(approved.value, run));
}

type Watching = {
  readonly pollMs: number;
  readonly onProgress: (progress: NonNullable<Operation["progress"]>) => void;
  readonly sleep: (ms: number) => Promise<unknown>;
};

/** Waits until an operation has ended, or waits for the customer. */
export async function waitFor(
  engine: Pick<SnapshotEngine, "operation">,
  started: Operation,
  { pollMs, onProgress, sleep }: Watching,
): Promise<Operation> {
  let operation = started;
  while (!isFinal(operation.state) && operation.state !== "awaiting-customer") {
    await sleep(pollMs);
    operation = await engine.operation(started.id);
    if (operation.progress !== undefined) onProgress(operation.progress);
  }
  return operation;
}
