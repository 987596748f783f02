import { rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { DAY_MS, type Instant } from "../../../kernel/clock.ts";
import { clear, exists } from "./durable.ts";
import type { Entry } from "./journal.ts";
import type { Local } from "./settings.ts";

const WARN_BEFORE_MS = DAY_MS;

/** Retrieved data that waits for its customer. */
export type HandOver = {
  readonly operationId: string;
  readonly ticketId?: string;
  readonly place: string;
  readonly keptUntil: Instant;
};

export type HandOverRound = {
  /** Ends within a day; told once. */
  readonly ending: readonly HandOver[];
  readonly removed: readonly HandOver[];
};

/** Warns once, a day before, and removes what its seven days have ended for. */
export async function tendHandOvers(local: Local): Promise<HandOverRound> {
  const now = local.now();
  const ending: HandOver[] = [];
  const removed: HandOver[] = [];
  for (const entry of local.journal.unfinished()) {
    const handOver = handOverOf(entry);
    if (handOver === undefined) continue;
    if (handOver.keptUntil <= now) {
      await remove(handOver.place);
      const message = "The retrieved data was removed after seven days";
      const error = { kind: "snapshot-expired" as const, message };
      local.runner.finish(handOver.operationId, { state: "failed", error }, { removedAt: now });
      removed.push(handOver);
    } else if (handOver.keptUntil - WARN_BEFORE_MS <= now && entry.work.warnedAt === undefined) {
      local.journal.save({ ...entry, work: { ...entry.work, warnedAt: now } });
      ending.push(handOver);
    }
  }
  return { ending, removed };
}

/** The customer has what was needed: the data may go before its time. */
export async function collectHandOver(local: Local, operationId: string): Promise<void> {
  const entry = local.journal.get(operationId);
  const handOver = entry === undefined ? undefined : handOverOf(entry);
  if (handOver === undefined) return;
  await remove(handOver.place);
  local.runner.finish(operationId, { state: "succeeded" }, { removedAt: local.now() });
}

export const handOversOf = (local: Local): HandOver[] =>
  local.journal.unfinished().flatMap((entry) => handOverOf(entry) ?? []);

function handOverOf({ operation, work }: Entry): HandOver | undefined {
  const { id, state, place } = operation;
  const { keptUntil, ticketId } = work;
  if (state !== "awaiting-customer" || place === undefined || keptUntil === undefined)
    return undefined;
  const ticket = ticketId === undefined ? {} : { ticketId };
  return { operationId: id, place, keptUntil: keptUntil as Instant, ...ticket };
}

/** Out of sight by one rename first: nobody finds half of it. */
async function remove(place: string): Promise<void> {
  if (!(await exists(place))) return;
  const gone = join(dirname(place), `.${basename(place)}.removing`);
  await rename(place, gone);
  await clear(gone);
}
