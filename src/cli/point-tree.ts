import type { Snapshot } from "../restore/snapshot.ts";
import type { Table } from "./fit-table.ts";
import { toMinute } from "./snapshot-table.ts";
import { created, isRestorable, size } from "./snapshots.ts";

type Row = { readonly point: Snapshot; readonly branch: string };

/**
 * Recovery points below what they came from, oldest first. One whose parent is not in the list
 * stands at the top.
 */
export function pointTree(snapshots: readonly Snapshot[]): Table {
  const points = snapshots
    .filter(({ kind }) => kind === "recovery-point")
    .toSorted((a, b) => a.pointInTime.to - b.pointInTime.to || (a.id < b.id ? -1 : 1));
  const known = new Set(points.map(({ id }) => id));
  const below = (parent: string | undefined): Snapshot[] =>
    points.filter(({ parentId = "" }) =>
      parent === undefined ? !known.has(parentId) : parentId === parent,
    );
  const rows = below(undefined).flatMap((top) => rowsOf(top, "", below));
  return {
    header: COLUMNS.map(([title]) => title),
    rows: rows.map((row) => COLUMNS.map(([, cell]) => cell(row))),
    spare: ["Consistency", "Size", "Restorable", "Environment", "Description"],
    short: { Created: toMinute },
  };
}

const COLUMNS: readonly (readonly [title: string, cell: (row: Row) => string])[] = [
  ["Recovery point", ({ point, branch }) => `${branch}${point.id}`],
  ["Created", ({ point }) => created(point)],
  ["Restorable", ({ point }) => String(isRestorable(point))],
  ["Consistency", ({ point }) => point.consistency],
  ["Size", ({ point: { bytes } }) => (bytes === undefined ? "" : size(bytes))],
  ["Now", ({ point }) => (point.current === true ? "here" : "")],
  ["Environment", ({ point }) => point.scope.resource],
  ["Description", ({ point }) => point.description ?? ""],
];

/** @see content/articles/en/cloudmc-snapshots-and-recovery-points.md */
export const NO_BACKUP = "A recovery point is a safety net for a revert, not a backup.";

function rowsOf(
  point: Snapshot,
  indent: string,
  below: (parent: string) => readonly Snapshot[],
  fork = "",
): Row[] {
  const children = below(point.id);
  const deeper = fork === "" ? indent : `${indent}${fork === "└─ " ? "   " : "│  "}`;
  return [
    { point, branch: indent + fork },
    ...children.flatMap((child, at) =>
      rowsOf(child, deeper, below, at === children.length - 1 ? "└─ " : "├─ "),
    ),
  ];
}
