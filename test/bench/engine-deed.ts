import { join } from "node:path";
import { localEngine } from "../../src/adapters/engines/local/local-engine.ts";
import { openStore } from "../../src/adapters/engines/local/store.ts";
import { systemClock } from "../../src/kernel/clock.ts";
import { approve } from "../../src/restore/approve.ts";
import type { Operation } from "../../src/restore/operation.ts";
import type { Scope } from "../../src/restore/scope.ts";

const [, , deed = "", root = ""] = process.argv;
const scope: Scope = { product: "commerce-cloud", plan: "starter", resource: "bench/production" };
const store = await openStore({ folder: join(root, "store") });
const engine = localEngine({
  store,
  projects: [
    {
      id: "bench",
      name: "Bench",
      product: "commerce-cloud",
      plan: "starter",
      environments: ["production"],
      sites: [
        {
          name: "production",
          state: "active",
          engine: "local",
          directories: [{ name: "media", path: join(root, "data/media") }],
          databases: [{ name: "shop.sqlite", path: join(root, "data/shop.sqlite") }],
        },
      ],
    },
  ],
});
const run = {
  idempotencyKey: `${deed} ${Date.now()}`,
  actor: "bench",
  signal: new AbortController().signal,
  fence: 1,
};

const finish = async ({ id }: Operation): Promise<void> => {
  const { state, error } = await engine.settled(id);
  if (state !== "succeeded") throw new Error(`${deed}: ${state} ${error?.message ?? ""}`);
};

if (deed === "create") await finish(await engine.create({ scope, origin: "manual" }, run));
if (deed === "verify") {
  const [snapshot] = (await engine.list(scope)).items;
  if (snapshot === undefined) throw new Error("no snapshot");
  const { state } = await engine.verify({ engine: "local", id: snapshot.id }, "content");
  if (state !== "matches") throw new Error(state);
}
if (deed === "restore") {
  const plan = await engine.planRestore({
    scope,
    moment: systemClock(),
    mode: "restore",
    target: { where: "new", name: "bench" },
    ticketId: "RST-1",
    requestedBy: "T/A",
    gapLimitMs: Number.MAX_SAFE_INTEGER,
  });
  if (!plan.ok) throw new Error(plan.problem.kind);
  const by = "T/B" as const;
  const approved = approve(plan.value, { by, at: systemClock(), seenDigest: plan.value.digest });
  if (!approved.ok) throw new Error(approved.problem.kind);
  await finish(await engine.execute(approved.value, run));
}
await engine.close();
