import { readdir, readlink } from "node:fs/promises";
import type { EnvironmentSite, Root } from "../../projects/project-site.ts";

/**
 * The databases of an environment, or of its named parts, that some process has open, where the system tells. Replacing one
 * under its owner would lose what the owner writes next.
 */
export async function openDatabases(
  site: EnvironmentSite,
  parts?: readonly string[],
): Promise<string[]> {
  const held = await openFiles();
  const isMeant = ({ name }: Root) => parts?.includes(name) !== false;
  const inFolders = site.directories.filter(isMeant).map(({ path }) => `${path}/`);
  const named = new Set(site.databases.filter(isMeant).map(({ path }) => path));
  return [...held].filter(
    (file) =>
      named.has(file) ||
      (/-(?:wal|shm|journal)$/.test(file) && inFolders.some((folder) => file.startsWith(folder))),
  );
}

async function openFiles(): Promise<Set<string>> {
  const processes = (await namesIn("/proc")).filter((name) => /^\d+$/.test(name));
  const lists = await Promise.all(
    processes.map(async (pid) => {
      const descriptors = await namesIn(`/proc/${pid}/fd`);
      return Promise.all(descriptors.map((fd) => target(`/proc/${pid}/fd/${fd}`)));
    }),
  );
  return new Set(lists.flat().filter((file) => file.startsWith("/")));
}

/** Nothing where a folder is missing or not ours to read: other systems, other people's processes. */
const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

const target = (link: string): Promise<string> => readlink(link).catch(() => "");
