import { canonicalJson, type Json } from "../../../kernel/canonical-json.ts";
import { SECOND_MS, type Clock } from "../../../kernel/clock.ts";
import { digestOf } from "../../../kernel/digest.ts";
import { EngineError } from "../../../restore/engine-error.ts";
import type { Operation, OperationState } from "../../../restore/operation.ts";
import { isFinal } from "../../../restore/operation-moves.ts";
import type { Run } from "../../../restore/ports.ts";
import { toEngineError } from "./fs-fault.ts";
import type { Entry, Journal, Work } from "./journal.ts";
import { isAlive, thisOwner } from "./owner.ts";

/** What a deed may do while it runs. */
export type Task = {
  readonly id: string;
  readonly signal: AbortSignal;
  readonly work: Work;
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

type Live = { entry: Entry; readonly stop: AbortController; readonly done: Promise<void> };

export type Runner = ReturnType<typeof createRunner>;

const HEARTBEAT_MS = SECOND_MS;

/** The id of the operation under a key: the same key is the same operation, also in another process. */
export const operationId = (key: string): string => `op_${digestOf(key).slice(7, 31)}`;

/** Runs deeds as journaled operations, each key once. */
export function createRunner({ journal, now }: { journal: Journal; now: Clock }) {
  const live = new Map<string, Live>();
  const owner = thisOwner();

  const save = (id: string, change: Partial<Operation>, work?: Work): Entry | undefined => {
    const before = live.get(id)?.entry ?? journal.get(id);
    if (before === undefined) return undefined;
    const entry = {
      ...before,
      operation: { ...before.operation, ...change, updatedAt: now() },
      work: { ...before.work, ...work },
    };
    const held = live.get(id);
    if (held !== undefined) held.entry = entry;
    journal.save(entry);
    return entry;
  };

  /** The operation under a key, if there is one that needs no more work. */
  const known = ({ run, request }: Pick<Begin, "run" | "request">): Entry | undefined => {
    const entry = journal.byKey(run.idempotencyKey);
    if (entry === undefined) return undefined;
    if (entry.operation.requestHash !== digestOf(canonicalJson(request))) throw mismatch();
    if (run.fence < entry.fence) throw overtaken();
    return entry;
  };

  const finish = (id: string, change: Partial<Operation>, work?: Work): void => {
    const { total } = live.get(id)?.entry.operation.progress ?? { total: 0 };
    const whole = change.state === "succeeded" || change.state === "awaiting-customer";
    save(
      id,
      {
        ...change,
        ...(isFinal(change.state ?? "running") ? { finishedAt: now() } : {}),
        ...(whole && total > 0 ? { progress: { done: total, total, unit: "bytes" } } : {}),
      },
      work,
    );
    journal.releaseTargets(id);
    live.delete(id);
  };

  const launch = (entry: Entry, run: Run, deed: Deed): Operation => {
    const { id, kind } = entry.operation;
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, run.signal]);
    const task: Task = {
      id,
      signal,
      work: entry.work,
      progress: progressOf(id),
      move: (state) => void save(id, { state }),
      note: (work) => void save(id, {}, work),
    };
    const done = (async () => {
      await Promise.resolve();
      try {
        signal.throwIfAborted();
        save(id, { state: "running" });
        const { work, ...outcome } = await deed(task);
        finish(id, outcome, work);
      } catch (cause) {
        const fault = toEngineError(cause, `${kind} the snapshot`);
        const state = signal.aborted ? "cancelled" : "failed";
        finish(id, {
          state,
          error: { kind: signal.aborted ? "cancelled" : fault.kind, message: fault.message },
        });
      }
    })();
    live.set(id, { entry, stop, done });
    return entry.operation;
  };

  const progressOf = (id: string) => {
    let savedAt = now();
    return (done: number, total: number): void => {
      const held = live.get(id);
      if (held === undefined) return;
      const at = now();
      const progress = { done: Math.min(done, total), total, unit: "bytes" as const };
      held.entry = {
        ...held.entry,
        operation: { ...held.entry.operation, progress, updatedAt: at },
      };
      if (Math.abs(at - savedAt) < HEARTBEAT_MS) return;
      savedAt = at;
      journal.save(held.entry);
    };
  };

  const start = (begin: Begin, deed: Deed): Operation => {
    const { run, kind, request, work, target, snapshotId, planDigest } = begin;
    const found = known(begin);
    if (found !== undefined) return found.operation;
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
    const whose = {
      actor: run.actor,
      ...(run.ticketId === undefined ? {} : { ticketId: run.ticketId }),
    };
    const entry = { operation, fence: run.fence, owner, work: { ...whose, ...work } };
    if (target !== undefined) claim(target, operation.id);
    if (!journal.add(entry)) return (known(begin) ?? entry).operation;
    return launch(entry, run, deed);
  };

  /** Goes on with an operation whose process died before its effect; it stays the same operation. */
  const takeUp = (entry: Entry, run: Run, deed: Deed): Operation => {
    const { finishedAt: _finishedAt, error: _error, ...operation } = entry.operation;
    const again: Entry = {
      ...entry,
      operation: { ...operation, state: "queued", updatedAt: now() },
      owner,
      fence: run.fence,
    };
    journal.save(again);
    return launch(again, run, deed);
  };

  const claim = (target: string, id: string): void => {
    const holder = journal.claimTarget(target, id);
    if (holder === id) return;
    const other = journal.get(holder);
    const gone = other === undefined || isFinal(other.operation.state) || !isOwned(other);
    if (!gone) throw taken();
    journal.releaseTargets(holder);
    if (journal.claimTarget(target, id) !== id) throw taken();
  };

  /** Whether a living process, this one or another, works on an operation. */
  const isOwned = ({ operation, owner: whose }: Entry): boolean =>
    live.has(operation.id) || (whose !== owner && isAlive(whose, operation.updatedAt, now()));

  return {
    start,
    known,
    takeUp,
    finish,
    isOwned,
    entry: (id: string): Entry | undefined => live.get(id)?.entry ?? journal.get(id),
    /** Asks a running deed to stop; false where this process does not run it. */
    stop(id: string): boolean {
      const held = live.get(id);
      held?.stop.abort();
      return held !== undefined;
    },
    /** Resolves when the deed of an operation has ended here, at once where none runs. */
    settled: async (id: string): Promise<void> => live.get(id)?.done,
    async close(): Promise<void> {
      const all = [...live.values()];
      for (const { stop } of all) stop.abort();
      await Promise.all(all.map(({ done }) => done));
    },
  };
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
