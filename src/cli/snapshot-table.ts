import type { Snapshot } from "../restore/snapshot.ts";
import type { Table } from "./fit-table.ts";
import { created, isRestorable, kindText, size, toSecond } from "./snapshots.ts";

const COLUMNS: readonly (readonly [title: string, cell: (one: Snapshot) => string])[] = [
  ["Created", created],
  ["Snapshot ID", ({ id }) => id],
  ["Restorable", (one) => String(isRestorable(one))],
  ["Kind", kindText],
  ["Origin", ({ origin }) => origin],
  ["Consistency", ({ consistency }) => consistency],
  ["Kept until", keptUntil],
  ["Size", ({ bytes }) => (bytes === undefined ? "" : size(bytes))],
  ["Environment", ({ scope }) => scope.resource],
];

/** Created, Snapshot ID and Restorable first, as people know them from the cloud's own tool. */
export const snapshotTable = (snapshots: readonly Snapshot[]): Table => ({
  header: COLUMNS.map(([title]) => title),
  rows: snapshots.map((one) => COLUMNS.map(([, cell]) => cell(one))),
  spare: ["Consistency", "Origin", "Size", "Kind", "Kept until", "Environment"],
  short: { Created: toMinute, "Kept until": toMinute },
});

function keptUntil({ expiresAt, origin }: Snapshot): string {
  if (expiresAt !== undefined) return toSecond(expiresAt);
  return origin === "automatic" ? "by schedule" : "until deleted";
}

/** `2026-11-20T14:00:00+00:00` as `2026-11-20T14:00Z`; what is no time stays as it is. */
export const toMinute = (cell: string): string =>
  cell.replace(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):\d{2}\+00:00$/, "$1Z");
