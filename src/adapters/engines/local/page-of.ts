import type { LeftOut } from "../../../restore/left-out.ts";
import type { Page, SnapshotQuery } from "../../../restore/ports.ts";
import type { Scope } from "../../../restore/scope.ts";
import type { Snapshot } from "../../../restore/snapshot.ts";
import { listAll, newestFirst, type Listed } from "./listing.ts";
import { withCurrent } from "./recovery-points.ts";
import type { Local } from "./settings.ts";
import { fullScope, siteOf } from "./sites.ts";

type Asked = { readonly scope: Scope; readonly query: SnapshotQuery; readonly pageSize: number };

/** One page of a scope's snapshots, newest first. The cursor is the last one shown, so newer ones do not move it. */
export async function pageOf(
  local: Local,
  { scope, query, pageSize }: Asked,
): Promise<Page<Snapshot>> {
  const { resource } = fullScope(siteOf(local.projects, scope));
  const { from = -Infinity, to = Infinity, cursor } = query;
  const after = cursor === undefined ? undefined : positionOf(cursor);
  const listed = await listAll(local.store);
  const ours = listed.filter((one) => one.leftOut === undefined);
  const found = withCurrent(local, ours, resource)
    .filter((one) => one.scope.resource === resource || one.scope.resource === "unknown")
    .filter(({ pointInTime }) => pointInTime.to >= from && pointInTime.to <= to)
    .filter((one) => after === undefined || newestFirst(after, one) < 0);
  const items = found.slice(0, pageSize);
  const last = items.at(-1);
  const page = { items, ...leftOutOf(listed, resource) };
  if (last === undefined || found.length <= pageSize) return page;
  return { ...page, next: `${last.pointInTime.to}:${last.id}` };
}

/** Counted where they say they belong; what they say is not proven, and so nothing else of it is shown. */
export function leftOutOf(
  listed: readonly Listed[],
  resource: string,
): { readonly leftOut?: readonly LeftOut[] } {
  const { length: count } = listed.filter(({ leftOut }) => leftOut?.resource === resource);
  return count === 0 ? {} : { leftOut: [{ why: "unknown-signer", count }] };
}

function positionOf(cursor: string): Pick<Snapshot, "id" | "pointInTime"> {
  const [to, id = ""] = cursor.split(":");
  const at = Number(to) as Snapshot["pointInTime"]["to"];
  return { id, pointInTime: { from: at, to: at } };
}
