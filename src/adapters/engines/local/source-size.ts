import { stat } from "node:fs/promises";
import type { EnvironmentSite } from "../../projects/project-site.ts";
import { isMissing } from "./fs-fault.ts";
import { walk } from "./walk.ts";

/** How much there is to read; files that vanish meanwhile do not count. */
export async function sourceSize(site: EnvironmentSite) {
  let bytes = 0;
  let largest = 0;
  const add = (size: number) => {
    bytes += size;
    largest = Math.max(largest, size);
  };
  for (const { path } of site.databases) add(await sizeOf(path));
  for (const root of site.directories) {
    for await (const found of walk(root)) if (found.kind === "file") add(found.size);
  }
  return { bytes, largest };
}

async function sizeOf(at: string): Promise<number> {
  try {
    return (await stat(at)).size;
  } catch (cause) {
    if (isMissing(cause)) return 0;
    throw cause;
  }
}
