import type { Clock } from "../kernel/clock.ts";
import type { JournalEntry } from "./control.ts";
import type { Hub } from "./hub.ts";

/** What went over the wire, oldest first. Only the last entries are kept. */
export type Journal = {
  entries(): readonly JournalEntry[];
  /** Web API calls, of one method where a name is given. */
  calls(method?: string): readonly JournalEntry[];
  /** Deliveries to the app, each attempt by itself. */
  deliveries(name?: string): readonly JournalEntry[];
  clear(): void;
};

/** The journal, and how to write in it. */
export type JournalKeeper = Journal & {
  write(entry: Omit<JournalEntry, "n" | "at">): void;
};

const KEPT = 20_000;

/** An empty journal. */
export function keepJournal(now: Clock, hub: Hub): JournalKeeper {
  let entries: JournalEntry[] = [];
  let n = 0;
  const of = (kind: JournalEntry["kind"], name?: string) =>
    entries.filter((one) => one.kind === kind && (name === undefined || one.name === name));
  return {
    entries: () => entries,
    calls: (method) => of("call", method),
    deliveries: (name) => of("delivery", name),
    clear() {
      entries = [];
    },
    write(entry) {
      n += 1;
      const full = { ...entry, n, at: now() };
      entries.push(full);
      if (entries.length > KEPT) entries = entries.slice(-KEPT / 2);
      hub.tell({ kind: "journal", entry: full });
    },
  };
}
