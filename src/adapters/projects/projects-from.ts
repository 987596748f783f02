import type { Projects, SnapshotEngine } from "../../restore/ports.ts";
import type { EngineId } from "../../restore/snapshot.ts";
import type { ProjectSite } from "./project-site.ts";

type Engines = Partial<Readonly<Record<EngineId, SnapshotEngine>>>;

/** The projects of a file, each environment with the engine that is connected for it. */
export function projectsFrom(sites: readonly ProjectSite[], engines: Engines): Projects {
  const find = (id: string) => sites.find((one) => one.id === id);
  return {
    list: () => sites,
    find,
    engineFor(project, environment) {
      const site = find(project)?.sites.find(({ name }) => name === environment);
      return site === undefined ? undefined : engines[site.engine];
    },
  };
}
