import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AUTOMATIC_SCHEDULE } from "../adapters/engines/local/automatic-schedule.ts";
import { localEngine } from "../adapters/engines/local/local-engine.ts";
import type { LocalEngine } from "../adapters/engines/local/local-engine.ts";
import { openStore } from "../adapters/engines/local/store.ts";
import type { ProjectSite } from "../adapters/projects/project-site.ts";
import { projectsFrom } from "../adapters/projects/projects-from.ts";
import { readProjects } from "../adapters/projects/read-projects.ts";
import { sampleHistory } from "../adapters/projects/sample-history.ts";
import { sampleShop } from "../adapters/projects/sample-shop.ts";
import type { Config } from "../config.ts";
import { ConfigError } from "../config.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Projects } from "../restore/ports.ts";

export type Engines = {
  readonly local: LocalEngine;
  readonly projects: Projects;
  readonly sites: readonly ProjectSite[];
};

/**
 * The projects the desk looks after and the engine that holds their snapshots. Where no projects
 * file is configured, a sample is laid out in the data folder.
 *
 * @throws ConfigError that names every fault of the projects file
 */
export async function openEngines(config: Config, now: Clock): Promise<Engines> {
  const sample = join(config.data, "projects.yaml");
  const first = config.projects === sample && !existsSync(sample);
  if (first) await sampleShop(config.data);
  const sites = await sitesOf(config.projects);
  const store = await openStore({
    folder: join(config.data, "snapshots"),
    keysFolder: join(config.data, "keys"),
  });
  if (first) await sampleHistory({ folder: config.data, store, sites, now });
  const local = localEngine({
    store,
    projects: sites,
    restores: join(config.data, "restored"),
    recovery: join(config.data, "recovery"),
    schedule: AUTOMATIC_SCHEDULE,
    now,
  });
  return { local, sites, projects: projectsFrom(sites, { local }) };
}

async function sitesOf(file: string): Promise<readonly ProjectSite[]> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError([`SNAPDESK_PROJECTS: ${reason}`]);
  });
  const read = readProjects(text, dirname(file));
  if (read.ok) return read.value;
  throw new ConfigError(read.problem.map(({ at, reason }) => `${file}: ${at}: ${reason}`));
}
