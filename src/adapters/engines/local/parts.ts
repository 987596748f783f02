import { dirname, join } from "node:path";
import type { Part } from "../../../restore/part.ts";
import type { RestoreRequest } from "../../../restore/restore-plan.ts";
import type { EnvironmentSite } from "../../projects/project-site.ts";
import { nowhere } from "./folder-sink.ts";
import type { Manifest } from "./manifest.ts";
import type { Sink } from "./unpack.ts";

/** Databases that lie outside of the folders are put into this one, inside of a snapshot. */
const DATABASES = "databases";

/** What of an environment can be given back alone. */
export const partsOf = ({ directories, databases }: EnvironmentSite): Part[] => [
  ...directories.map(({ name }) => ({ name, holds: "files" as const })),
  ...databases.map(({ name }) => ({ name, holds: "database" as const })),
];

/** Where the parts of an environment lie inside of a snapshot, and where in the environment itself. */
export const rootsOf = ({ directories, databases }: EnvironmentSite) => [
  ...directories.map((root) => ({ root, inside: root.name })),
  ...databases.map((root) => ({ root, inside: join(DATABASES, root.name) })),
];

export const isInPlace = ({ mode, target }: Pick<RestoreRequest, "mode" | "target">): boolean =>
  mode === "restore" && target.where === "in-place";

/** The roots of what is wanted: of everything where no parts are named. */
export const wantedRoots = (site: EnvironmentSite, parts: RestoreRequest["parts"]) =>
  rootsOf(site).filter(({ root }) => parts?.includes(root.name) !== false);

/** The names of what a restore brings back. In place that is never more than the environment has. */
export function partsGiven(
  request: Pick<RestoreRequest, "parts" | "mode" | "target">,
  site: EnvironmentSite,
  manifest: Manifest,
): readonly string[] {
  const own = partsOf(site).map(({ name }) => name);
  return request.parts ?? (isInPlace(request) ? own : (manifest.parts ?? own));
}

/** Whether a path of an archive belongs to the named parts; to everything where none are named. */
export function isWanted(path: string, parts: readonly string[] | undefined): boolean {
  if (parts === undefined) return true;
  const [first = "", second] = path.split("/");
  return parts.includes(first === DATABASES && second !== undefined ? second : first);
}

/** Keeps of an archive only the named parts; the rest is read and hashed, so that all of it is checked. */
export function partSink(sink: Sink, parts: readonly string[], site: EnvironmentSite): Sink {
  const anyDatabase = site.databases.some(({ name }) => parts.includes(name));
  const keeps = (path: string): boolean =>
    isWanted(path, parts) || (path === DATABASES && anyDatabase);
  return {
    directory: async (entry) => {
      if (keeps(entry.path)) await sink.directory(entry);
    },
    file: (entry, bytes) => (keeps(entry.path) ? sink : nowhere).file(entry, bytes),
    link: async (path, target) => {
      if (keeps(path)) await sink.link(path, target);
    },
    end: () => sink.end(),
    settle: () => sink.settle(),
  };
}

/** Where a path of an archive lies in the environment itself. */
export function currentPath(site: EnvironmentSite, path: string): string {
  const [first = "", ...rest] = path.split("/");
  const found = rootsOf(site).find(({ inside }) => inside === path || inside === first);
  return join(found?.root.path ?? dirname(path), ...(found?.inside === path ? [] : rest));
}
