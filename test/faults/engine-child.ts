import { readFileSync } from "node:fs";
import { join } from "node:path";
import { localEngine } from "../../src/adapters/engines/local/local-engine.ts";
import { openStore } from "../../src/adapters/engines/local/store.ts";
import { systemClock } from "../../src/kernel/clock.ts";
import type { ProjectSite } from "../../src/adapters/projects/project-site.ts";
import type { ApprovedPlan } from "../../src/restore/restore-plan.ts";
import { AUTOMATIC_SCHEDULE } from "../../src/adapters/engines/local/automatic-schedule.ts";

type Order = {
  readonly root: string;
  readonly projects: readonly ProjectSite[];
  readonly deed: "create" | "point" | "execute" | "prune";
  readonly key: string;
  readonly plan?: ApprovedPlan;
};

/** Does one deed in a process of its own, so that it can be killed. */
const order: Order = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const store = await openStore({ folder: join(order.root, "store") });
const engine = localEngine({
  store,
  projects: order.projects,
  now: systemClock,
  mostPoints: Number.MAX_SAFE_INTEGER,
});
const run = {
  idempotencyKey: order.key,
  actor: "T/ANNA",
  signal: new AbortController().signal,
  fence: 1,
};
process.stdout.write("ready\n");

if (order.deed === "create") {
  const scope = { product: "commerce-cloud", resource: "alpha/production" } as const;
  const { id } = await engine.create({ scope, origin: "manual" }, run);
  await engine.settled(id);
} else if (order.deed === "point") {
  const scope = { product: "cloudmc", resource: "delta/production" } as const;
  const { id } = await engine.create({ scope, origin: "manual", kind: "recovery-point" }, run);
  await engine.settled(id);
} else if (order.plan !== undefined) {
  const { id } = await engine.execute(order.plan, run);
  await engine.settled(id);
} else {
  const scope = { product: "commerce-cloud", resource: "beta/production" } as const;
  await engine.prune(scope, AUTOMATIC_SCHEDULE, { ...run, dryRun: false });
}
await engine.close();
process.stdout.write("done\n");
