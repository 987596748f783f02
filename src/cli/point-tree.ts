import type { Snapshot } from "../restore/snapshot.ts";
import { size } from "./snapshots.ts";
import { table } from "./table.ts";

type Row = { readonly point: Snapshot; readonly branch: string };

/**
 * Recovery points below what they came from, oldest first. One whose parent is not in the list
 * stands at the top.
 */
export function pointTree(snapshots: readonly Snapshot[]): string {
  const points = snapshots
    .filter(({ kind }) => kind === "recovery-point")
    .toSorted((a, b) => a.pointInTime.to - b.pointInTime.to || (a.id < b.id ? -1 : 1));
  if (points.length === 0) return "No recovery points";
  const known = new Set(points.map(({ id }) => id));
  const below = (parent: string | undefined): Snapshot[] =>
    points.filter(({ parentId = "" }) =>
      parent === undefined ? !known.has(parentId) : parentId === parent,
    );
  const rows = below(undefined).flatMap((top) => rowsOf(top, "", below));
  const cells = rows.map(({ point, branch }) => [
    `${branch}${point.id}`,
    new Date(point.pointInTime.to).toISOString().replace(/\.\d+Z$/, "+00:00"),
    String(point.state === "available"),
    point.consistency,
    point.bytes === undefined ? "" : size(point.bytes),
    point.current === true ? "here" : "",
    point.scope.resource,
    point.description ?? "",
  ]);
  const header = ["Recovery point", "Created", "Restorable", "Consistency", "Size", "Now"];
  return `${table([...header, "Environment", "Description"], cells)}\n${NO_BACKUP}`;
}

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
