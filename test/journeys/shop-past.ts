import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { localEngine } from "../../src/adapters/engines/local/local-engine.ts";
import { openStore } from "../../src/adapters/engines/local/store.ts";
import { readProjects } from "../../src/adapters/projects/read-projects.ts";
import { growSampleShop, sampleShop } from "../../src/adapters/projects/sample-shop.ts";
import { HOUR_MS } from "../../src/kernel/clock.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import type { Environment } from "../../src/kernel/product.ts";

export type Where = { readonly project: string; readonly environment: Environment };

/** What a place holds: every file by its digest, and every row of the database. */
export type Content = {
  readonly files: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, readonly unknown[]>>;
};

export const folderOf = (data: string, { project, environment }: Where): string =>
  join(data, "projects", project, environment);

/** Ages of the snapshots in hours, oldest first. The oldest is what the tests go back to. */
export type Past = Where & {
  readonly hours: readonly number[];
  /** Random bytes on top of the sample, so that a restore takes its time. */
  readonly extraBytes?: number;
};

/**
 * Lays out the sample shops with real snapshots of the environments that are named, and tells what
 * was in each of them at the oldest. The desk then finds a projects file and adds no history of its own.
 */
export async function layPast(data: string, pasts: readonly Past[]): Promise<readonly Content[]> {
  const file = await sampleShop(data);
  const read = readProjects(await readFile(file, "utf8"), data);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  let age = 0;
  const engine = localEngine({
    store: await openStore({
      folder: join(data, "snapshots"),
      keysFolder: join(data, "keys"),
    }),
    projects: read.value,
    now: () => (Date.now() - age) as Instant,
  });
  const contents: Content[] = [];
  for (const past of pasts) {
    if (past.extraBytes !== undefined) await addNoise(data, past, past.extraBytes);
    contents.push(await contentOf(folderOf(data, past)));
    for (const hours of past.hours) {
      age = hours * HOUR_MS;
      const { id } = await engine.create(creation(past, read.value), {
        idempotencyKey: `past ${past.project} ${past.environment} ${hours}`,
        actor: "demo",
        signal: new AbortController().signal,
        fence: 1,
      });
      const { state, error } = await engine.settled(id);
      if (state !== "succeeded") throw new Error(`no snapshot: ${state} ${error?.message ?? ""}`);
      growSampleShop(data, past.project, past.environment);
    }
  }
  await engine.close();
  return contents;
}

type Projects = Extract<ReturnType<typeof readProjects>, { ok: true }>["value"];

function creation({ project, environment }: Where, projects: Projects) {
  const site = projects.find(({ id }) => id === project);
  if (site === undefined) throw new Error(`Cannot find ${project}`);
  const { product, plan } = site;
  const automatic = plan === "pro" && environment !== "integration";
  return {
    scope: { product, plan, environment, resource: `${project}/${environment}` },
    origin: automatic ? ("automatic" as const) : ("manual" as const),
  };
}

const NOISE_FILES = 30;

async function addNoise(data: string, where: Where, bytes: number): Promise<void> {
  const folder = join(folderOf(data, where), "var");
  for (let number = 0; number < NOISE_FILES; number += 1) {
    await writeFile(join(folder, `noise-${number}.bin`), randomBytes(bytes / NOISE_FILES));
  }
}

/** Reads a source, or what came back of it: names and bytes of its files, rows of its database. */
export async function contentOf(folder: string): Promise<Content> {
  const files: Record<string, string> = {};
  const rows: Record<string, readonly unknown[]> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /^(?:snap\.time|.*-(?:wal|shm))$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1);
    if (name.endsWith(".sqlite")) Object.assign(rows, rowsOf(path));
    else
      files[name] = createHash("sha256")
        .update(await readFile(path))
        .digest("hex");
  }
  return { files, rows };
}

const TABLES = ["product", "customer", "sales_order"] as const;

function rowsOf(path: string): Content["rows"] {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const [integrity] = database.prepare("PRAGMA integrity_check").all();
    if (integrity?.["integrity_check"] !== "ok") throw new Error(`${path} is damaged`);
    return Object.fromEntries(
      TABLES.map((table) => [table, database.prepare(`SELECT * FROM ${table} ORDER BY 1`).all()]),
    );
  } finally {
    database.close();
  }
}

/** What the customer's mistake does to a shop: pictures gone, prices wrong, orders deleted. */
export async function damage(data: string, where: Where): Promise<void> {
  const folder = folderOf(data, where);
  await rm(join(folder, "pub/media/catalog/product/1"), { recursive: true });
  await writeFile(join(folder, "var/log/system.log"), "overwritten\n");
  const database = new DatabaseSync(join(folder, "database/shop.sqlite"));
  database.exec("DELETE FROM sales_order; UPDATE product SET price_cents = 1");
  database.close();
}
