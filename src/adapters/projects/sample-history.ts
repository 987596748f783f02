import { setTimeout as sleep } from "node:timers/promises";
import { isFinal } from "../../restore/operation-moves.ts";
import type { SnapshotEngine } from "../../restore/ports.ts";
import { scopeOf } from "../../restore/scope-of.ts";
import type { ProjectSite } from "./project-site.ts";
import { growSampleShop } from "./sample-shop.ts";

type Needs = {
  readonly engine: Pick<SnapshotEngine, "list" | "create" | "operation">;
  readonly projects: readonly ProjectSite[];
  /** The data folder the sample was laid out in. */
  readonly folder: string;
  readonly signal: AbortSignal;
};

const POLL_MS = 20;

/**
 * Gives every environment of the sample that has no snapshot yet a first one, as its plan allows it,
 * and lets its shop sell a little afterwards: so there is something to restore, and a difference.
 *
 * @returns how many were taken
 */
export async function sampleHistory({ engine, projects, folder, signal }: Needs): Promise<number> {
  let taken = 0;
  for (const project of projects) {
    for (const { name } of project.sites) {
      const scope = scopeOf(project, name);
      if ((await engine.list(scope)).items.length > 0) continue;
      const automatic = project.plan === "pro" && name !== "integration";
      const idempotencyKey = `sample ${scope.resource} ${Date.now()}`;
      const run = { idempotencyKey, actor: "demo", signal, fence: 1 };
      const started = await engine.create(
        { scope, origin: automatic ? "automatic" : "manual" },
        run,
      );
      let { state } = started;
      while (!isFinal(state)) {
        await sleep(POLL_MS);
        ({ state } = await engine.operation(started.id));
      }
      if (state === "succeeded") taken += 1;
      growSampleShop(folder, project.id, name);
    }
  }
  return taken;
}
