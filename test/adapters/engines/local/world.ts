import { createHash } from "node:crypto";
import {
  appendFile,
  chmod,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Instant } from "../../../../src/kernel/clock.ts";
import type { Operation } from "../../../../src/restore/operation.ts";
import type { Scope } from "../../../../src/restore/scope.ts";
import type { Snapshot } from "../../../../src/restore/snapshot.ts";
import {
  localEngine,
  type LocalEngine,
} from "../../../../src/adapters/engines/local/local-engine.ts";
import { openStore } from "../../../../src/adapters/engines/local/store.ts";
import type {
  EnvironmentSite,
  ProjectSite,
} from "../../../../src/adapters/projects/project-site.ts";
import type { EngineUnderTest } from "../../../contract/snapshot-engine.contract.ts";

export type LocalWorld = EngineUnderTest & {
  readonly engine: LocalEngine;
  readonly root: string;
  readonly projects: readonly ProjectSite[];
  siteOf(scope: Scope): EnvironmentSite;
  /** The environment gets one more directory from now on. */
  addDirectory(scope: Scope, name: string): Promise<void>;
};

const INSTANCE: Scope = { product: "cloudmc", plan: "starter", resource: "delta/production" };

const scopeIn = (plan: "starter" | "pro" | "pro-legacy", resource: string): Scope => ({
  product: "commerce-cloud",
  plan,
  resource,
});

/** A local engine over real folders and databases in a temporary folder. */
export async function openLocalWorld(): Promise<LocalWorld> {
  const root = await mkdtemp(join(tmpdir(), "snapdesk-engine-"));
  const projects = [
    await project(root, "alpha", "starter"),
    await project(root, "beta", "pro"),
    await project(root, "gamma", "pro-legacy"),
    { ...(await project(root, "delta", "starter")), product: "cloudmc" as const },
  ];
  let time = Date.UTC(2026, 10, 18, 12) as Instant;
  const clock = { now: () => time, set: (at: Instant) => void (time = at) };
  const store = await openStore({ folder: join(root, "store") });
  const engines: LocalEngine[] = [];
  const start = (): LocalEngine => {
    const engine = localEngine({ store, projects, now: clock.now, pageSize: 2 });
    engines.push(engine);
    return engine;
  };
  const engine = start();
  let taken = 0;

  const siteOf = ({ resource }: Scope): EnvironmentSite => {
    const [id, name] = resource.split("/");
    const found = projects.find((one) => one.id === id)?.sites.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no site ${resource}`);
    return found;
  };
  const archive = (snapshot: Snapshot) => join(store.snapshots, snapshot.id, "archive.tar.zst.age");

  return {
    engine,
    root,
    projects,
    siteOf,
    async addDirectory(scope, name) {
      const grown = siteOf(scope);
      const path = join(root, "data", name);
      await mkdir(path);
      Object.assign(grown, { directories: [...grown.directories, { name, path }] });
    },
    clock,
    manual: scopeIn("starter", "alpha/production"),
    neighbour: scopeIn("starter", "alpha/staging"),
    retrieved: scopeIn("pro", "beta/production"),
    instance: INSTANCE,
    undocumented: scopeIn("pro-legacy", "gamma/production"),
    secrets: [...store.keys.identities, ...store.keys.identities.map((one) => one.slice(16))],
    change: async (scope) => change(siteOf(scope)),
    content: (scope) => contentOf(siteOf(scope)),
    contentGiven: (operation) => contentGiven(operation),
    partsGiven: async ({ place = "" }) => {
      const names = async (folder: string) => readdir(folder).catch(() => []);
      const databases = await names(join(place, "databases"));
      const others = await names(place);
      return [...others.filter((name) => name !== "databases"), ...databases].toSorted();
    },
    async take(scope, at) {
      clock.set(at);
      taken += 1;
      const origin = scope.plan === "pro" ? "automatic" : "manual";
      const run = {
        idempotencyKey: `take ${taken}`,
        actor: "test",
        signal: new AbortController().signal,
        fence: 1,
      };
      const operation = await engine.settled((await engine.create({ scope, origin }, run)).id);
      if (operation.snapshotId === undefined || operation.state !== "succeeded")
        throw new Error(JSON.stringify(operation));
      return engine.get({ engine: "local", id: operation.snapshotId });
    },
    async strange(scope) {
      taken += 1;
      const places = { folder: join(root, "store"), keysFolder: join(root, "other-keys") };
      const other = localEngine({ store: await openStore(places), projects, now: clock.now });
      const { id } = await other.create(
        { scope, origin: "manual" },
        {
          idempotencyKey: `strange ${taken}`,
          actor: "test",
          signal: new AbortController().signal,
          fence: 1,
        },
      );
      await other.settled(id);
      await other.close();
    },
    damage: (snapshot) => flipBit(archive(snapshot), 0.5),
    vanish: (snapshot) => rm(join(store.snapshots, snapshot.id), { recursive: true }),
    settled: ({ id }) => engine.settled(id),
    effects: async () => {
      const places = [store.snapshots, join(root, "restored"), join(root, "recovery")];
      const lists = await Promise.all(places.map((place) => readdir(place).catch(() => [])));
      return lists.flat().toSorted();
    },
    restart: async () => {
      await engine.close();
      return start();
    },
    async close() {
      for (const one of engines) await one.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

async function project(root: string, id: string, plan: ProjectSite["plan"]): Promise<ProjectSite> {
  const names = ["integration", "staging", "production"] as const;
  const sites = await Promise.all(names.map((name) => site(join(root, "data", id, name), name)));
  return { id, name: id, product: "commerce-cloud", plan, environments: [...names], sites };
}

async function site(folder: string, name: EnvironmentSite["name"]): Promise<EnvironmentSite> {
  const media = join(folder, "media");
  await mkdir(join(media, "a/b"), { recursive: true });
  await writeFile(join(media, "a/b/one.txt"), `one of ${name}\n`);
  await writeFile(join(media, "a/two.bin"), Buffer.alloc(70_000, 7));
  const path = join(folder, "shop.sqlite");
  const database = new DatabaseSync(path);
  database.exec("PRAGMA journal_mode = WAL; CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT)");
  database.exec(`INSERT INTO item (name) VALUES ('first'), ('second of ${name}')`);
  database.close();
  return {
    name,
    state: "active",
    engine: "local",
    directories: [{ name: "media", path: media }],
    databases: [{ name: "shop.sqlite", path }],
  };
}

async function change({ directories, databases }: EnvironmentSite): Promise<void> {
  const [media] = directories;
  const [shop] = databases;
  await appendFile(join(media?.path ?? "", "a/b/one.txt"), "changed\n");
  const database = new DatabaseSync(shop?.path ?? "");
  database.exec("INSERT INTO item (name) VALUES ('later')");
  database.close();
}

/** Names, bytes and rows of an environment as one hash. */
const contentOf = async ({ directories, databases }: EnvironmentSite): Promise<string> =>
  contentAt(directories[0]?.path ?? "", databases[0]?.path ?? "");

const contentGiven = async ({ place = "" }: Operation): Promise<string> =>
  contentAt(join(place, "media"), join(place, "databases", "shop.sqlite"));

export async function contentAt(folder: string, database: string): Promise<string> {
  const hash = createHash("sha256");
  for (const name of (await readdir(folder, { recursive: true })).toSorted()) {
    const path = join(folder, name);
    hash.update(name);
    if ((await stat(path)).isFile()) hash.update(await readFile(path));
  }
  const db = new DatabaseSync(database, { readOnly: true });
  hash.update(JSON.stringify(db.prepare("SELECT * FROM item ORDER BY id").all()));
  db.close();
  return hash.digest("hex");
}

/** @param where a part of the file's length, from 0 up to 1 */
export async function flipBit(file: string, where: number, bit = 0): Promise<void> {
  await chmod(file, 0o600);
  const handle = await open(file, "r+");
  try {
    const { size } = await handle.stat();
    const at = Math.min(size - 1, Math.floor(size * where));
    const byte = Buffer.alloc(1);
    await handle.read(byte, 0, 1, at);
    byte.writeUInt8(byte.readUInt8(0) ^ (1 << bit), 0);
    await handle.write(byte, 0, 1, at);
  } finally {
    await handle.close();
  }
}
