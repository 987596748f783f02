import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readProjects } from "../../../src/adapters/projects/read-projects.ts";
import { growSampleShop, sampleShop } from "../../../src/adapters/projects/sample-shop.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "snapdesk-sample-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const orders = (project: string): unknown[] => {
  const path = join(folder, "projects", project, "production/database/shop.sqlite");
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return database.prepare("SELECT * FROM sales_order ORDER BY id").all();
  } finally {
    database.close();
  }
};

test("sampleShop() lays out two projects that the projects file describes", async () => {
  const file = await sampleShop(folder);
  const read = readProjects(readFileSync(file, "utf8"), folder);
  const projects = read.ok ? read.value : [];
  expect(projects.map(({ id, plan }) => [id, plan])).toEqual([
    ["shop-eu", "pro"],
    ["atelier-nord", "starter"],
  ]);
  for (const { sites } of projects) {
    expect(sites.map(({ name }) => name)).toEqual(["integration", "staging", "production"]);
    for (const { directories, databases } of sites) {
      for (const { path } of directories.concat(databases)) expect(statSync(path)).toBeDefined();
    }
  }
});

/** Every file of the sample but the databases, whose pages may differ, as one hash. */
function filesOf(root: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(root, { recursive: true, encoding: "utf8" }).toSorted()) {
    const file = join(root, name);
    if (statSync(file).isFile() && !name.includes("database")) hash.update(readFileSync(file));
  }
  return hash.digest("hex");
}

test("sampleShop() is the same every time", async () => {
  await sampleShop(folder);
  const other = mkdtempSync(join(tmpdir(), "snapdesk-sample-"));
  await sampleShop(other);
  expect(filesOf(other)).toBe(filesOf(folder));
  rmSync(other, { recursive: true });
  expect(orders("shop-eu")).toHaveLength(1200);
  expect(orders("shop-eu")[0]).toMatchObject({ id: 100_001, currency: "EUR" });
  expect(orders("atelier-nord")[0]).toMatchObject({ currency: "SEK" });
});

test("sampleShop() touches nothing where a projects file stands", async () => {
  writeFileSync(join(folder, "projects.yaml"), "projects: []\n");
  await sampleShop(folder);
  expect(readdirSync(folder)).toEqual(["projects.yaml"]);
});

test("growSampleShop() adds orders behind the last one", async () => {
  await sampleShop(folder);
  growSampleShop(folder, "atelier-nord", "production");
  const all = orders("atelier-nord");
  expect(all).toHaveLength(1205);
  expect(all.at(-1)).toMatchObject({ id: 101_205, currency: "SEK" });
});
