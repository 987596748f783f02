import { basename } from "node:path";
import { DAY_MS, type Instant } from "../../../kernel/clock.ts";
import { clear, exists } from "./durable.ts";
import type { Entry, Work } from "./journal.ts";
import type { Local } from "./settings.ts";

/** How long what a restore in place has replaced stays beside it. */
const KEEP_MS = 7 * DAY_MS;
const WARN_BEFORE_MS = DAY_MS;

/** What a restore in place has replaced: it can still be looked at, and put back by hand. */
export type SetAside = {
  readonly operationId: string;
  readonly ticketId?: string;
  readonly places: readonly string[];
  readonly keptUntil: Instant;
};

export type SetAsideRound = {
  /** Ends within a day; told once. */
  readonly ending: readonly SetAside[];
  readonly removed: readonly SetAside[];
};

/** What a journal keeps of data that was set aside now. */
export const asideWork = (local: Pick<Local, "now">, places: readonly string[]): Work => ({
  aside: places,
  asideUntil: local.now() + KEEP_MS,
});

export const setAsideOf = ({ journal }: Local): SetAside[] =>
  journal.withAside().flatMap((entry) => asideOf(entry) ?? []);

/** Warns once, a day before, and removes what its seven days have ended for. */
export async function tendSetAside({ journal, now }: Local): Promise<SetAsideRound> {
  const at = now();
  const ending: SetAside[] = [];
  const removed: SetAside[] = [];
  for (const entry of journal.withAside()) {
    const aside = asideOf(entry);
    if (aside === undefined) continue;
    if (aside.keptUntil <= at) {
      for (const place of aside.places) await removeAside(place, aside.operationId);
      journal.save({ ...entry, work: { ...entry.work, removedAt: at } });
      removed.push(aside);
    } else if (aside.keptUntil - WARN_BEFORE_MS <= at && entry.work.warnedAt === undefined) {
      journal.save({ ...entry, work: { ...entry.work, warnedAt: at } });
      ending.push(aside);
    }
  }
  return { ending, removed };
}

function asideOf({ operation, work }: Entry): SetAside | undefined {
  const { aside, asideUntil, ticketId } = work;
  if (aside === undefined || asideUntil === undefined) return undefined;
  const ticket = ticketId === undefined ? {} : { ticketId };
  const keptUntil = asideUntil as Instant;
  return { operationId: operation.id, places: aside, keptUntil, ...ticket };
}

/** Only what bears the operation in its name: nothing else was ever set aside by it. */
async function removeAside(place: string, operation: string): Promise<void> {
  if (!basename(place).includes(`.before-${operation}`)) return;
  if (await exists(place)) await clear(place);
}
