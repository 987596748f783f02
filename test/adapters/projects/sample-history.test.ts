import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { localEngine } from "../../../src/adapters/engines/local/local-engine.ts";
import { openStore } from "../../../src/adapters/engines/local/store.ts";
import { readProjects } from "../../../src/adapters/projects/read-projects.ts";
import { sampleHistory } from "../../../src/adapters/projects/sample-history.ts";
import { sampleShop } from "../../../src/adapters/projects/sample-shop.ts";
import { scopeOf } from "../../../src/restore/scope-of.ts";

test("sampleHistory() takes one real snapshot of every environment, once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "snapdesk-history-"));
  const file = await sampleShop(folder);
  const read = readProjects(readFileSync(file, "utf8"), folder);
  const projects = read.ok ? read.value : [];
  const store = await openStore({ folder: join(folder, "snapshots") });
  const engine = localEngine({ store, projects });
  const needs = { engine, projects, folder, signal: new AbortController().signal };
  expect(await sampleHistory(needs)).toBe(6);
  expect(await sampleHistory(needs)).toBe(0);
  for (const project of projects) {
    for (const environment of project.environments) {
      const { items } = await engine.list(scopeOf(project, environment));
      const automatic = project.plan === "pro" && environment !== "integration";
      expect(items.map(({ origin }) => origin)).toEqual([automatic ? "automatic" : "manual"]);
    }
  }
  await engine.close();
  rmSync(folder, { recursive: true });
});
