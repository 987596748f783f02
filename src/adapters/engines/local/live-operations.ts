import { SECOND_MS, type Clock } from "../../../kernel/clock.ts";
import type { Operation } from "../../../restore/operation.ts";
import { isFinal } from "../../../restore/operation-moves.ts";
import type { Entry, Journal, Work } from "./journal.ts";
import { isAlive, thisOwner } from "./owner.ts";

type Live = { entry: Entry; readonly stop: AbortController; readonly done: Promise<void> };

export type LiveOperations = ReturnType<typeof liveOperations>;

const HEARTBEAT_MS = SECOND_MS;

type Needs = { readonly journal: Journal; readonly now: Clock };

type Table = ReturnType<typeof liveTable>;

/** The operations this process works on, over the journal of all: states durable, progress once a second. */
export function liveOperations(needs: Needs) {
  const table = liveTable(needs);
  const { live, save, entryOf } = table;
  const { journal, now } = needs;
  const owner = thisOwner();
  return {
    owner,
    entryOf,
    save,
    progressOf: (id: string) => progressOf(table, needs, id),
    /** Ends an operation's work, and frees its target. */
    finish: (id: string, change: End, work?: Work): void => {
      const before = entryOf(id);
      const total = before?.operation.progress?.total ?? 0;
      const head = before?.work.head;
      if (head !== undefined && change.state === "succeeded") journal.moveHead(head);
      const whole = change.state === "succeeded" || change.state === "awaiting-customer";
      const progress = { done: total, total, unit: "bytes" as const };
      const end = isFinal(change.state) ? { finishedAt: now() } : {};
      save(id, { ...change, ...end, ...(whole && total > 0 ? { progress } : {}) }, work);
      journal.releaseTargets(id);
      live.delete(id);
    },
    begin: (id: string, started: Live): void => void live.set(id, started),
    drop: (id: string): void => void live.delete(id),
    /** Whether a living process, this one or another, works on an operation. */
    isOwned: ({ operation, owner: whose }: Entry): boolean =>
      live.has(operation.id) || (whose !== owner && isAlive(whose, operation.updatedAt, now())),
    /** Asks a deed to stop; false where this process does not run it. */
    stop: (id: string): boolean => {
      const held = live.get(id);
      held?.stop.abort();
      return held !== undefined;
    },
    /** Resolves when the deed of an operation has ended here, at once where none runs. */
    settled: async (id: string): Promise<void> => live.get(id)?.done,
    close: async (): Promise<void> => {
      const all = [...live.values()];
      for (const { stop } of all) stop.abort();
      await Promise.all(all.map(({ done }) => done));
    },
  };
}

type End = Partial<Operation> & Pick<Operation, "state">;

function liveTable({ journal, now }: Needs) {
  const live = new Map<string, Live>();
  const entryOf = (id: string): Entry | undefined => live.get(id)?.entry ?? journal.get(id);
  const hold = (entry: Entry): void => {
    const held = live.get(entry.operation.id);
    if (held !== undefined) held.entry = entry;
  };
  const save = (id: string, change: Partial<Operation>, work?: Work): void => {
    const before = entryOf(id);
    if (before === undefined) return;
    const operation = { ...before.operation, ...change, updatedAt: now() };
    const entry = { ...before, operation, work: { ...before.work, ...work } };
    hold(entry);
    journal.save(entry);
  };
  return { live, entryOf, hold, save };
}

/** Progress is kept in memory, and written once a second: so another process sees that this one lives. */
function progressOf({ entryOf, hold }: Table, { journal, now }: Needs, id: string) {
  let savedAt = now();
  return (done: number, total: number): void => {
    const entry = entryOf(id);
    if (entry === undefined) return;
    const at = now();
    const progress = { done: Math.min(done, total), total, unit: "bytes" as const };
    const after = { ...entry, operation: { ...entry.operation, progress, updatedAt: at } };
    hold(after);
    if (Math.abs(at - savedAt) < HEARTBEAT_MS) return;
    savedAt = at;
    journal.save(after);
  };
}
