import { canonicalJson, type Json } from "../../../kernel/canonical-json.ts";
import type { Clock } from "../../../kernel/clock.ts";
import { digestOf } from "../../../kernel/digest.ts";
import { EngineError } from "../../../restore/engine-error.ts";
import type { Operation, OperationState } from "../../../restore/operation.ts";
import { isFinal } from "../../../restore/operation-moves.ts";
import type { Run } from "../../../restore/ports.ts";
import { cancelled } from "./cancelled.ts";
import { toEngineError } from "./fs-fault.ts";
import type { Entry, Journal, Work } from "./journal.ts";
import { liveOperations, type LiveOperations } from "./live-operations.ts";

/** What a deed may do while it runs. */
export type Task = {
  readonly id: string;
  readonly signal: AbortSignal;
  work(): Work;
  progress(done: number, total: number): void;
  move(state: OperationState): void;
  /** Kept on the disk before the next step is taken. */
  note(work: Work): void;
};

export type Outcome = Partial<Pick<Operation, "place" | "snapshotId" | "providerIds">> & {
  readonly state: "succeeded" | "awaiting-customer";
  readonly work?: Work;
};

type Deed = (task: Task) => Promise<Outcome>;

type Begin = Pick<Operation, "kind"> &
  Partial<Pick<Operation, "snapshotId" | "planDigest">> & {
    readonly run: Run;
    readonly request: Json;
    readonly work: Work;
    /** Only one operation at a time may touch it. */
    readonly target?: string;
  };

type Running = { readonly live: LiveOperations; readonly journal: Journal };

export type Runner = ReturnType<typeof createRunner>;

/** The id of the operation under a key: the same key is the same operation, also in another process. */
export const operationId = (key: string): string => `op_${digestOf(key).slice(7, 31)}`;

/** Runs deeds as journaled operations, each key once. */
export function createRunner({ journal, now }: { journal: Journal; now: Clock }) {
  const live = liveOperations({ journal, now });
  const running = { live, journal };

  /** The operation under a key, if there is one. */
  const known = ({ run, request }: Pick<Begin, "run" | "request">): Entry | undefined => {
    const entry = journal.byKey(run.idempotencyKey);
    if (entry === undefined) return undefined;
    if (entry.operation.requestHash !== digestOf(canonicalJson(request))) throw mismatch();
    if (run.fence < entry.fence) throw overtaken();
    return entry;
  };

  return {
    known,
    /** Journals the intent and starts the deed; a key that is known already gives its operation. */
    start(begin: Begin, deed: Deed): Operation {
      const found = known(begin);
      if (found !== undefined) return found.operation;
      const entry = entryFor(begin, live.owner, now);
      if (begin.target !== undefined) claim(running, begin.target, entry.operation.id);
      if (!journal.add(entry)) return (known(begin) ?? entry).operation;
      return launch(running, { entry, run: begin.run, deed });
    },
    /** Goes on with an operation whose process died before its effect; it stays the same operation. */
    takeUp(entry: Entry, run: Run, deed: Deed): Operation {
      const { finishedAt: _finishedAt, error: _error, ...before } = entry.operation;
      const operation = { ...before, state: "queued" as const, updatedAt: now() };
      const again: Entry = { ...entry, operation, owner: live.owner, fence: run.fence };
      journal.save(again);
      return launch(running, { entry: again, run, deed });
    },
    finish: live.finish,
    save: live.save,
    isOwned: live.isOwned,
    entry: live.entryOf,
    stop: live.stop,
    settled: live.settled,
    close: live.close,
  };
}

function entryFor(begin: Begin, owner: string, now: Clock): Entry {
  const { run, kind, request, work, snapshotId, planDigest } = begin;
  const at = now();
  const operation: Operation = {
    id: operationId(run.idempotencyKey),
    engine: "local",
    kind,
    state: "queued",
    idempotencyKey: run.idempotencyKey,
    requestHash: digestOf(canonicalJson(request)),
    providerIds: [],
    startedAt: at,
    updatedAt: at,
    ...(snapshotId === undefined ? {} : { snapshotId }),
    ...(planDigest === undefined ? {} : { planDigest }),
  };
  const ticket = run.ticketId === undefined ? {} : { ticketId: run.ticketId };
  return { operation, fence: run.fence, owner, work: { actor: run.actor, ...ticket, ...work } };
}

type Launching = { readonly entry: Entry; readonly run: Run; readonly deed: Deed };

function launch({ live }: Running, { entry, run, deed }: Launching): Operation {
  const { id, kind } = entry.operation;
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, run.signal]);
  const workOf = () => live.entryOf(id)?.work ?? entry.work;
  const task: Task = {
    id,
    signal,
    work: workOf,
    progress: live.progressOf(id),
    move: (state) => live.save(id, { state }),
    note: (work) => live.save(id, {}, work),
  };
  const heard = rememberStop(live, id, run);
  const work = async (): Promise<void> => {
    await Promise.resolve();
    try {
      signal.throwIfAborted();
      task.move("running");
      const { work: more, ...outcome } = await deed(task);
      live.finish(id, outcome, more);
    } catch (cause) {
      conclude(live, id, workOf().swapping === true ? undefined : endOf(cause, signal, kind));
    } finally {
      heard();
    }
  };
  live.begin(id, { entry, stop, done: work() });
  return entry.operation;
}

/**
 * Journals at once that what no ticket waits for was stopped: whoever stops it a second time kills
 * the process before it has cleared up.
 *
 * @returns ends the listening
 */
function rememberStop(live: LiveOperations, id: string, { ticketId, signal }: Run): () => void {
  if (ticketId !== undefined) return () => undefined;
  const onStop = (): void => {
    try {
      live.save(id, {}, { stopped: true });
    } catch {
      // Nothing can be written now: it may be begun again, as after any other crash.
    }
  };
  signal.addEventListener("abort", onStop, { once: true });
  return () => signal.removeEventListener("abort", onStop);
}

/**
 * A swap that has begun can only go forward: it stays open, and somebody has to go on with it. So
 * does what cannot be journaled, since the disk is full: its effect is looked for later.
 */
function conclude(live: LiveOperations, id: string, end: ReturnType<typeof endOf> | undefined) {
  try {
    if (end === undefined) live.save(id, { state: "unknown" });
    else live.finish(id, end);
  } catch {
    // Nothing can be written now. The journal still says that it runs, and no process owns it.
  }
  live.drop(id);
}

function endOf(cause: unknown, signal: AbortSignal, kind: Operation["kind"]) {
  if (signal.aborted) return cancelled();
  const { kind: fault, message, providerCode } = toEngineError(cause, `${kind} the snapshot`);
  const code = providerCode === undefined ? {} : { providerCode };
  return { state: "failed" as const, error: { kind: fault, message, ...code } };
}

/** Takes a target over from an operation that has ended, or died before it changed anything. */
function claim({ live, journal }: Running, target: string, id: string): void {
  const holder = journal.claimTarget(target, id);
  if (holder === id) return;
  const other = live.entryOf(holder);
  const open = other !== undefined && !isFinal(other.operation.state);
  if (open && (live.isOwned(other) || other.work.swapping === true)) throw taken();
  if (open) live.save(holder, {}, { stopped: true });
  journal.releaseTargets(holder);
  if (journal.claimTarget(target, id) !== id) throw taken();
}

const mismatch = (): EngineError =>
  new EngineError("idempotency-mismatch", "no", {
    message: "Cannot start the operation: its key was used for another request",
  });

const overtaken = (): EngineError =>
  new EngineError("busy", "no", {
    message: "Cannot start the operation: a later holder of the job has taken it over",
  });

const taken = (): EngineError =>
  new EngineError("busy", "later", {
    message: "Cannot start the operation: another one works on the same target",
  });
