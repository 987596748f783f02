import { stat } from "node:fs/promises";
import type { EnvironmentSite } from "../../projects/project-site.ts";
import { isMissing } from "./fs-fault.ts";
import { walk } from "./walk.ts";

/** How much there is to read; files that vanish meanwhile do not count. */
export async function sourceSize(site: EnvironmentSite) {
  let bytes = 0;
  let largest = 0;
  const add = async (at: Buffer | string) => {
    const size = await sizeOf(at);
    bytes += size;
    largest = Math.max(largest, size);
  };
  for (const { path } of site.databases) await add(path);
  for (const root of site.directories) {
    for await (const found of walk(root)) if (found.kind === "file") await add(found.at);
  }
  return { bytes, largest };
}

async function sizeOf(at: Buffer | string): Promise<number> {
  try {
    return (await stat(at)).size;
  } catch (cause) {
    if (isMissing(cause)) return 0;
    throw cause;
  }
}
