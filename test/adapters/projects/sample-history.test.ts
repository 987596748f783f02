import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { localEngine } from "../../../src/adapters/engines/local/local-engine.ts";
import { openStore } from "../../../src/adapters/engines/local/store.ts";
import { readProjects } from "../../../src/adapters/projects/read-projects.ts";
import { sampleHistory } from "../../../src/adapters/projects/sample-history.ts";
import { sampleShop } from "../../../src/adapters/projects/sample-shop.ts";
import { HOUR_MS, type Instant } from "../../../src/kernel/clock.ts";
import { scopeOf } from "../../../src/restore/scope-of.ts";

const NOW = Date.parse("2026-11-20T12:00:00Z") as Instant;

test("sampleHistory() gives every environment a past, by the rules of its plan", async () => {
  const folder = mkdtempSync(join(tmpdir(), "snapdesk-history-"));
  const file = await sampleShop(folder);
  const read = readProjects(readFileSync(file, "utf8"), folder);
  const sites = read.ok ? read.value : [];
  const store = await openStore({ folder: join(folder, "snapshots") });
  const now = () => NOW;
  await sampleHistory({ folder, store, sites, now });
  const engine = localEngine({ store, projects: sites, now });
  for (const site of sites) {
    for (const environment of site.environments) {
      const { items } = await engine.list(scopeOf(site, environment));
      const automatic = site.plan === "pro" && environment !== "integration";
      const ages = items.map(({ pointInTime }) => (NOW - pointInTime.to) / HOUR_MS);
      expect(ages).toEqual(automatic ? [1, 2, 3, 6, 12, 26, 50] : [3, 24, 48]);
      expect(new Set(items.map(({ origin }) => origin))).toEqual(
        new Set([automatic ? "automatic" : "manual"]),
      );
      expect(items.every(({ state }) => state === "available")).toBe(true);
    }
  }
  await engine.close();
  rmSync(folder, { recursive: true });
});
