import { execFileSync, spawnSync } from "node:child_process";
import { createHash, createPublicKey, randomBytes, verify } from "node:crypto";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { rotateKeys } from "../../../../src/adapters/engines/local/keys.ts";
import {
  localEngine,
  type LocalEngine,
} from "../../../../src/adapters/engines/local/local-engine.ts";
import { openStore } from "../../../../src/adapters/engines/local/store.ts";
import { automaticSnapshots } from "../../../../src/adapters/engines/local/automatic-snapshots.ts";
import { AUTOMATIC_SCHEDULE } from "../../../../src/adapters/engines/local/automatic-schedule.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, type Instant } from "../../../../src/kernel/clock.ts";
import { approve } from "../../../../src/restore/approve.ts";
import { EngineError } from "../../../../src/restore/engine-error.ts";
import type { Operation } from "../../../../src/restore/operation.ts";
import type { Run } from "../../../../src/restore/ports.ts";
import type { RestoreRequest } from "../../../../src/restore/restore-plan.ts";
import type { Scope } from "../../../../src/restore/scope.ts";
import { flipBit, openLocalWorld, type LocalWorld } from "./world.ts";

const T0 = Date.UTC(2026, 10, 18, 12) as Instant;
const at = (ms: number) => (T0 + ms) as Instant;

let world: LocalWorld;
let engine: LocalEngine;
let media = "";
let shop = "";
let keys = 0;

beforeEach(async () => {
  world = await openLocalWorld();
  ({ engine } = world);
  const site = world.siteOf(world.manual);
  media = site.directories[0]?.path ?? "";
  shop = site.databases[0]?.path ?? "";
});
afterEach(() => world.close());

const run = (more: Partial<Run> = {}): Run => ({
  idempotencyKey: `key ${(keys += 1)}`,
  actor: "T/ANNA",
  signal: new AbortController().signal,
  fence: 1,
  ...more,
});
const kindOf = async (deed: Promise<unknown>): Promise<string> => {
  try {
    await deed;
    return "done";
  } catch (error) {
    return error instanceof EngineError ? error.kind : String(error);
  }
};
const request = (): RestoreRequest => ({
  scope: world.manual,
  moment: world.clock.now(),
  mode: "restore",
  target: { where: "new", name: `back-${(keys += 1)}` },
  ticketId: "RST-1",
  requestedBy: "T/ANNA",
  gapLimitMs: 30 * DAY_MS,
});
const give = async (
  more: Partial<RestoreRequest> = {},
  by: LocalEngine = engine,
): Promise<Operation> => {
  const plan = await by.planRestore({ ...request(), ...more });
  if (!plan.ok) throw new Error(JSON.stringify(plan.problem));
  const now = world.clock.now();
  const approved = approve(plan.value, { by: "T/KIM", at: now, seenDigest: plan.value.digest });
  if (!approved.ok) throw new Error(JSON.stringify(approved.problem));
  return by.settled((await by.execute(approved.value, run({ ticketId: "RST-1" }))).id);
};
const manifestOf = (id: string) =>
  JSON.parse(readFileSync(join(world.root, "store/snapshots", id, "manifest.json"), "utf8"));

describe("a snapshot of folders", () => {
  test("keeps names, links, modes and empty folders, and drops what leads outside", async () => {
    mkdirSync(join(media, "empty"));
    writeFileSync(join(media, "smörgås\n日本 🎈.txt"), "odd name");
    writeFileSync(join(media, "run.sh"), "#!/bin/sh\n");
    chmodSync(join(media, "run.sh"), 0o750);
    writeFileSync(join(media, "nothing"), "");
    symlinkSync("a/two.bin", join(media, "good-link"));
    symlinkSync("circle", join(media, "circle"));
    symlinkSync("/etc/passwd", join(media, "absolute"));
    symlinkSync("../../../../x", join(media, "climbing"));
    execFileSync("mkfifo", [join(media, "pipe")]);
    writeFileSync(
      Buffer.concat([Buffer.from(`${media}/`), Buffer.from([0xff, 0xfe])]),
      "not UTF-8",
    );
    const { id } = await world.take(world.manual, T0);
    expect(manifestOf(id).tree.skipped).toEqual({
      "link-outside": 2,
      "special-file": 1,
      "name-not-utf8": 1,
    });
    const { place = "", state } = await give();
    expect(state).toBe("succeeded");
    const back = join(place, "media");
    expect(readdirSync(back).toSorted()).toEqual(
      ["a", "circle", "empty", "good-link", "nothing", "run.sh", "smörgås\n日本 🎈.txt"].toSorted(),
    );
    expect(readlinkSync(join(back, "good-link"))).toBe("a/two.bin");
    const { mode } = statSync(join(back, "run.sh"));
    expect(mode & 0o777).toBe(0o750);
  });
  test("leaves out a chain of links that only together lead outside, and can be restored", async () => {
    mkdirSync(join(media, "d/e"), { recursive: true });
    symlinkSync("../..", join(media, "d/e/l1"));
    symlinkSync("e/l1/../../x", join(media, "d/l2"));
    const { id } = await world.take(world.manual, T0);
    expect(manifestOf(id).tree.skipped).toEqual({ "link-outside": 1 });
    expect((await give()).state).toBe("succeeded");
  });
  test("is fuzzy where a file changed while it was read", async () => {
    const big = join(media, "big.log");
    writeFileSync(big, Buffer.alloc(40_000_000, 1));
    const input = { scope: world.manual, origin: "manual" } as const;
    const { id } = await engine.create(input, run());
    let changes = 0;
    const writer = setInterval(() => {
      changes += 1;
      appendFileSync(big, "more");
    }, 1);
    const { snapshotId = "" } = await engine.settled(id);
    clearInterval(writer);
    expect(changes).toBeGreaterThan(0);
    expect((await engine.get({ engine: "local", id: snapshotId })).consistency).toBe("fuzzy");
    expect((await give()).state).toBe("succeeded");
  });
  test("pads a file that shrinks while it is read", async () => {
    const big = join(media, "big.bin");
    writeFileSync(big, Buffer.alloc(60_000_000, 7));
    const input = { scope: world.manual, origin: "manual" } as const;
    const { id } = await engine.create(input, run());
    const cut = setInterval(() => truncateSync(big, 1000), 2);
    const { state, snapshotId = "" } = await engine.settled(id);
    clearInterval(cut);
    expect(state).toBe("succeeded");
    expect((await engine.verify({ engine: "local", id: snapshotId }, "content")).state).toBe(
      "matches",
    );
  });
  test("fails and says why where a folder is missing", async () => {
    rmSync(media, { recursive: true });
    const { id } = await engine.create({ scope: world.manual, origin: "manual" }, run());
    expect((await engine.settled(id)).error?.kind).toBe("not-found");
    expect(readdirSync(join(world.root, "store/partial"))).toEqual([]);
  });
});

describe("a snapshot of databases", () => {
  const rows = (file: string): number => {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      return Number(database.prepare("SELECT count(*) AS n FROM item").get()?.["n"]);
    } finally {
      database.close();
    }
  };
  test("holds what is only in the write-ahead log", async () => {
    const open = new DatabaseSync(shop);
    open.exec("PRAGMA wal_autocheckpoint = 0; INSERT INTO item (name) VALUES ('in the log')");
    await world.take(world.manual, T0);
    const { place = "" } = await give();
    open.close();
    expect(rows(join(place, "databases/shop.sqlite"))).toBe(3);
  });
  test("finds databases inside folders by how they begin, and leaves their logs out", async () => {
    const inside = join(media, "a/data");
    const open = new DatabaseSync(inside);
    open.exec("PRAGMA journal_mode = WAL; CREATE TABLE item (n); INSERT INTO item VALUES (1), (2)");
    writeFileSync(join(media, "notes-wal"), "only named like one");
    const { id } = await world.take(world.manual, T0);
    open.close();
    expect(manifestOf(id).tree.databases).toBe(2);
    const { place = "" } = await give();
    expect(readdirSync(join(place, "media/a")).toSorted()).toEqual(["b", "data", "two.bin"]);
    expect(existsSync(join(place, "media/notes-wal"))).toBe(true);
    expect(rows(join(place, "media/a/data"))).toBe(2);
  });
  test("keeps a file that only begins like a database as a plain file", async () => {
    const fake = Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(5000, 9)]);
    writeFileSync(join(media, "fake"), fake);
    writeFileSync(join(media, "short"), "SQLite format 3\0");
    await world.take(world.manual, T0);
    const { place = "" } = await give();
    expect(readFileSync(join(place, "media/fake")).equals(fake)).toBe(true);
    expect(readFileSync(join(place, "media/short"), "latin1")).toBe("SQLite format 3\0");
  });
  test("is whole while another connection commits all the time", async () => {
    const writer = new DatabaseSync(shop);
    writer.exec("CREATE TABLE pair (a INTEGER, b INTEGER)");
    const timer = setInterval(() => {
      writer.exec("BEGIN; INSERT INTO pair VALUES (1, 0); INSERT INTO pair VALUES (0, 1); COMMIT");
    }, 1);
    await world.take(world.manual, T0);
    clearInterval(timer);
    writer.close();
    const { place = "" } = await give();
    const back = new DatabaseSync(join(place, "databases/shop.sqlite"), { readOnly: true });
    const sums = back
      .prepare("SELECT coalesce(sum(a), 0) AS a, coalesce(sum(b), 0) AS b FROM pair")
      .get();
    back.close();
    expect(sums?.["a"]).toBe(sums?.["b"]);
  });
});

describe("a part of an environment", () => {
  const rows = (): number => {
    const database = new DatabaseSync(shop, { readOnly: true });
    const found = Number(database.prepare("SELECT count(*) AS n FROM item").get()?.["n"]);
    database.close();
    return found;
  };
  const text = () => readFileSync(join(media, "a/b/one.txt"), "utf8");
  const IN_PLACE = { where: "in-place", name: "x" } as const;

  test.each([
    ["media", 3, "one of production\n"],
    ["shop.sqlite", 2, "one of production\nchanged\n"],
  ])("%s comes back in place and leaves the other one untouched", async (part, count, file) => {
    await world.take(world.manual, T0);
    await world.change(world.manual);
    world.clock.set(at(MINUTE_MS));
    const operation = await give({ parts: [part], target: IN_PLACE });
    expect([operation.state, rows(), text()]).toEqual(["succeeded", count, file]);
    const report = await engine.verify({ operationId: operation.id }, "content");
    expect(report).toMatchObject({ state: "matches", files: part === "media" ? 2 : 1 });
    const aside = engine.setAside().flatMap(({ places }) => places);
    const root = part === "media" ? media : shop;
    expect(aside.filter((place) => !place.startsWith(`${root}.before-`))).toEqual([]);
  });
  test("is compared alone: what else has changed does not count", async () => {
    await world.take(world.manual, T0);
    const { id: operationId } = await give({ parts: ["media"], target: IN_PLACE });
    await world.change(world.manual);
    const { differences } = await engine.verify({ operationId }, "content");
    expect(differences).toEqual(["media/a/b/one.txt: missing or other content"]);
  });
  test("without a database asks nobody to import one", async () => {
    await world.take(world.retrieved, T0);
    const asked = { scope: world.retrieved, mode: "retrieve" } as const;
    const { place = "" } = await give({ ...asked, parts: ["media"] });
    expect(readdirSync(place).toSorted()).toEqual(["media", "snap.time"]);
    const plan = await engine.planRestore({ ...request(), ...asked, parts: ["media"] });
    expect(plan.ok ? plan.value.customerSteps : []).not.toContain("import-database");
  });
  test("that was added after the snapshot fails in the plan, and everything in place as well", async () => {
    await world.take(world.manual, T0);
    await world.addDirectory(world.manual, "var");
    for (const more of [{ parts: ["var"] }, { parts: ["var", "media"] }, { target: IN_PLACE }]) {
      const plan = await engine.planRestore({ ...request(), ...more });
      const failed = plan.ok ? plan.value.preconditions.filter(({ ok }) => !ok) : [];
      expect(failed).toEqual([{ code: "parts-held", ok: false, values: { missing: "var" } }]);
    }
    const all = await engine.planRestore(request());
    expect(all.ok && all.value.preconditions.every(({ ok }) => ok)).toBe(true);
  });
});

describe("recovery points", () => {
  const INSTANCE = { product: "cloudmc", resource: "delta/production" } as const;
  const IN_PLACE = { where: "in-place", name: "x" } as const;
  const point = async (by: LocalEngine = engine): Promise<string> => {
    world.clock.set((world.clock.now() + MINUTE_MS) as Instant);
    const input = { scope: INSTANCE, origin: "manual", kind: "recovery-point" } as const;
    const { id } = await by.create(input, run());
    return (await by.settled(id)).snapshotId ?? "";
  };
  const parentOf = async (id: string, by: LocalEngine = engine) =>
    (await by.get({ engine: "local", id })).parentId;
  const folderOf = (id: string) => join(world.root, "store/snapshots", id);

  test("are limited: no more can be made, nor a revert planned that needs one", async () => {
    const store = await openStore({ folder: join(world.root, "store") });
    const { projects, clock } = world;
    const tight = localEngine({ store, projects, now: clock.now, mostPoints: 2 });
    const first = await point(tight);
    await point(tight);
    expect(await kindOf(point(tight))).toBe("quota");
    const plan = await tight.planRestore({
      ...request(),
      scope: INSTANCE,
      target: IN_PLACE,
      snapshotId: first,
    });
    const failed = plan.ok ? plan.value.preconditions.filter(({ ok }) => !ok) : [];
    expect(failed).toEqual([
      { code: "points-below-limit", ok: false, values: { held: 2, most: 2 } },
    ]);
    await tight.close();
  });
  test("are held still where a database is all there is, and are refused that elsewhere", async () => {
    const store = await openStore({ folder: join(world.root, "store") });
    const projects = world.projects.map((project) => ({
      ...project,
      sites: project.sites.map((site) => ({ ...site, directories: [] })),
    }));
    const alone = localEngine({ store, projects, now: world.clock.now });
    const input = { scope: INSTANCE, origin: "manual", kind: "recovery-point" } as const;
    const still = { ...input, quiesce: true };
    const { snapshotId: id = "" } = await alone.settled((await alone.create(still, run())).id);
    expect((await alone.get({ engine: "local", id })).consistency).toBe("application");
    expect((await alone.capabilities(INSTANCE)).consistency).toContain("application");
    expect(await kindOf(engine.create(still, run()))).toBe("not-supported");
    expect((await engine.capabilities(INSTANCE)).consistency).not.toContain("application");
    await alone.close();
  });
  test("are made one at a time", async () => {
    const input = { scope: INSTANCE, origin: "manual", kind: "recovery-point" } as const;
    const { id } = await engine.create(input, run());
    expect(await kindOf(engine.create(input, run()))).toBe("busy");
    expect((await engine.settled(id)).state).toBe("succeeded");
  });
  test("keep their order where the journal is lost: the newest is the present one", async () => {
    const [, second] = [await point(), await point()];
    await engine.close();
    for (const ending of ["", "-wal", "-shm"]) {
      rmSync(join(world.root, `store/operations.sqlite${ending}`), { force: true });
    }
    const store = await openStore({ folder: join(world.root, "store") });
    const again = localEngine({ store, projects: world.projects, now: world.clock.now });
    expect(await parentOf(await point(again), again)).toBe(second);
    await again.close();
  });
  test("skip what is gone behind the engine's back, however many in a row", async () => {
    const [first, second, third] = [await point(), await point(), await point()];
    const fourth = await point();
    for (const id of [second, third]) rmSync(folderOf(id), { recursive: true });
    expect(await parentOf(fourth)).toBe(first);
    rmSync(folderOf(first), { recursive: true });
    expect(await parentOf(fourth)).toBeUndefined();
  });
  test("do not change what they came from: the signed manifest stays as it was", async () => {
    const [first, second] = [await point(), await point()];
    const before = readFileSync(join(folderOf(second), "manifest.json"), "utf8");
    const ref = { engine: "local", id: first } as const;
    await engine.settled((await engine.delete(ref, run())).id);
    expect(readFileSync(join(folderOf(second), "manifest.json"), "utf8")).toBe(before);
    const report = await engine.verify({ engine: "local", id: second }, "content");
    expect(report.state).toBe("matches");
  });
  test("are whole: none is reverted to in part", async () => {
    await point();
    const wanted = { ...request(), scope: INSTANCE, target: IN_PLACE, parts: ["media"] };
    const refused = { kind: "not-supported", reason: "not-documented" };
    expect(await engine.planRestore(wanted)).toEqual({ ok: false, problem: refused });
  });
  test.each([
    ["a disk of several volumes", "data-disk", undefined, "one-volume"],
    ["a template of one volume", "template", ["media"], "whole-instance"],
  ] as const)("and %s is refused in the plan", async (_what, as, parts, code) => {
    await world.take(INSTANCE, T0);
    const plan = await engine.planRestore({
      ...request(),
      scope: INSTANCE,
      target: { where: "new", name: "built", as },
      ...(parts === undefined ? {} : { parts }),
    });
    const failed = plan.ok ? plan.value.preconditions.filter(({ ok }) => !ok) : [];
    expect(failed).toEqual([{ code, ok: false }]);
  });
  test("and volume snapshots of CloudMC are kept until they are deleted", async () => {
    const { id, expiresAt } = await world.take(INSTANCE, T0);
    expect(expiresAt).toBeUndefined();
    world.clock.set(at(400 * DAY_MS));
    await engine.prune(INSTANCE, AUTOMATIC_SCHEDULE, { ...run(), dryRun: false });
    expect(existsSync(folderOf(id))).toBe(true);
  });
});

describe("the files of a snapshot", () => {
  test("are signed, hashed, and readable by nobody else", async () => {
    const { id } = await world.take(world.manual, T0);
    const folder = join(world.root, "store/snapshots", id);
    const archive = readFileSync(join(folder, "archive.tar.zst.age"));
    expect(createHash("sha256").update(archive).digest("hex")).toBe(manifestOf(id).archive.sha256);
    const pem = readFileSync(join(world.root, "store/keys/verify.pem"), "utf8");
    const signature = Buffer.from(readFileSync(join(folder, "manifest.sig"), "latin1"), "base64");
    const manifest = readFileSync(join(folder, "manifest.json"));
    expect(verify(null, manifest, createPublicKey(pem), signature)).toBe(true);
    expect(manifest.toString()).not.toContain("one.txt");
  });
  const openssl = spawnSync("openssl", ["version"]).status === 0;
  test.runIf(openssl)("are proven by sha256sum and openssl as the readme says", async () => {
    const { id } = await world.take(world.manual, T0);
    const cwd = join(world.root, "store/snapshots", id);
    const sum = execFileSync("sha256sum", ["archive.tar.zst.age"], { cwd, encoding: "utf8" });
    expect(sum.split(" ")[0]).toBe(manifestOf(id).archive.sha256);
    const said = () =>
      spawnSync(
        "bash",
        [
          "-c",
          "openssl pkeyutl -verify -pubin -inkey ../../keys/verify.pem -rawin -in manifest.json -sigfile <(base64 -d manifest.sig)",
        ],
        { cwd },
      ).status;
    expect(said()).toBe(0);
    await flipBit(join(cwd, "manifest.json"), 0.5);
    expect(said()).not.toBe(0);
  });
  const tools = ["age", "zstd", "tar"].every((tool) => spawnSync(tool, ["--version"]).status === 0);
  const ways = tools ? [["age, zstd and tar", "age -d -i"] as const] : [];
  test.each([...ways, ["ourselves", ""] as const])("are opened by %s", async (_what, tool) => {
    writeFileSync(join(media, "many-frames.bin"), randomBytes(5_000_000));
    await world.take(world.manual, T0);
    const { place = "", snapshotId = "" } = await give();
    const out = join(world.root, "by-hand");
    const archive = join(world.root, "store/snapshots", snapshotId, "archive.tar.zst.age");
    const key = join(world.root, "store/keys/recovery-key.move-this-offline.txt");
    const hand = `mkdir ${out} && ${tool} ${key} ${archive} | zstd -dc | tar -x -C ${out}`;
    execFileSync("sh", ["-c", tool === "" ? `cp -r ${place} ${out}` : hand]);
    rmSync(join(out, ".snapdesk"), { recursive: true, force: true });
    execFileSync("diff", ["-r", place, out]);
    expect(readdirSync(out).toSorted()).toEqual(["databases", "media"]);
  });
  test("swapped between two snapshots are found out", async () => {
    const first = await world.take(world.manual, T0);
    await world.change(world.manual);
    const second = await world.take(world.manual, at(MINUTE_MS));
    const file = ({ id }: { id: string }) =>
      join(world.root, "store/snapshots", id, "archive.tar.zst.age");
    renameSync(file(first), `${file(first)}.x`);
    renameSync(file(second), file(first));
    renameSync(`${file(first)}.x`, file(second));
    const report = await engine.verify({ engine: "local", id: first.id }, "content");
    expect(report.state).toBe("differs");
  });
  test("are verified with a word on how far it is, up to the last byte", async () => {
    const { id, bytes = 0 } = await world.take(world.manual, T0);
    const told: number[] = [];
    await engine.verify({ engine: "local", id }, "content", ({ done, total }) => {
      told.push(done);
      expect(total).toBe(bytes);
    });
    expect(told.at(-1)).toBe(bytes);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });
  test("signed by somebody else are listed as an error", async () => {
    const { id } = await world.take(world.manual, T0);
    await flipBit(join(world.root, "store/snapshots", id, "manifest.sig"), 0.3);
    const [listed] = (await engine.list(world.manual)).items;
    expect(listed).toMatchObject({ id, state: "error", rawState: "manifest-unreadable" });
  });
});

describe("a snapshot of somebody else", () => {
  const strangeId = async (): Promise<string> => {
    await world.strange?.(world.manual);
    return readdirSync(join(world.root, "store/snapshots"))[0] ?? "";
  };
  test("is no candidate", async () => {
    const id = await strangeId();
    const wanted = { ...request(), snapshotId: id };
    const why = { kind: "snapshot-not-eligible", id, why: "not-found" };
    expect(await engine.planRestore(wanted)).toEqual({ ok: false, problem: why });
  });
  test("is left alone and named while our own are pruned", async () => {
    const id = await strangeId();
    const ours = await world.take(world.manual, T0);
    const elsewhere = await world.take(world.retrieved, T0);
    world.clock.set(at(8 * DAY_MS));
    const report = await engine.prune(world.manual, AUTOMATIC_SCHEDULE, {
      ...run(),
      dryRun: false,
    });
    expect(report.drop.map((one) => one.id)).toEqual([ours.id]);
    expect(report.refused).toMatchObject([{ id, reason: "unknown-signer" }]);
    const held = readdirSync(join(world.root, "store/snapshots")).toSorted();
    expect(held).toEqual([id, elsewhere.id].toSorted());
    const other = await engine.prune(world.retrieved, AUTOMATIC_SCHEDULE, {
      ...run(),
      dryRun: true,
    });
    expect(other.refused).toEqual([]);
  });
  test("beside one that was changed stops pruning: that one may be ours", async () => {
    const { id } = await world.take(world.manual, T0);
    await flipBit(join(world.root, "store/snapshots", id, "manifest.sig"), 0.3);
    const prune = engine.prune(world.manual, AUTOMATIC_SCHEDULE, { ...run(), dryRun: false });
    expect(await kindOf(prune)).toBe("internal");
  });
  test("says so where it is named", async () => {
    const id = await strangeId();
    const told = await engine.get({ engine: "local", id });
    expect(told).toMatchObject({ state: "error", rawState: "signer-unknown" });
  });
  test("that names one of our keys was changed, and is shown as an error", async () => {
    const ours = await world.take(world.manual, T0);
    const { signer } = manifestOf(ours.id);
    rmSync(join(world.root, "store/snapshots", ours.id), { recursive: true });
    const id = await strangeId();
    const file = join(world.root, "store/snapshots", id, "manifest.json");
    const text = readFileSync(file, "utf8").replace(/"signer": "\w+"/, `"signer": "${signer}"`);
    chmodSync(file, 0o600);
    writeFileSync(file, text);
    const { items, leftOut } = await engine.list(world.manual);
    expect([items.map(({ rawState }) => rawState), leftOut]).toEqual([
      ["manifest-unreadable"],
      undefined,
    ]);
  });
});

describe("keys", () => {
  test("are rotated without touching what exists: old and new open", async () => {
    const old = await world.take(world.manual, T0);
    await rotateKeys(join(world.root, "store/keys"));
    const store = await openStore({ folder: join(world.root, "store") });
    const again = localEngine({ store, projects: world.projects, now: world.clock.now });
    try {
      expect(store.keys.identities).toHaveLength(2);
      world.clock.set(at(MINUTE_MS));
      const { id } = await again.create({ scope: world.manual, origin: "manual" }, run());
      const { snapshotId = "" } = await again.settled(id);
      for (const one of [old.id, snapshotId]) {
        const report = await again.verify({ engine: "local", id: one }, "content");
        expect(report.state).toBe("matches");
      }
      expect((await give({ moment: T0 }, again)).state).toBe("succeeded");
      const { id: none } = await engine.get({ engine: "local", id: old.id });
      expect(none).toBe(old.id);
    } finally {
      await again.close();
    }
  });
  test("that another process has rotated are taken up while running", async () => {
    const store = await openStore({ folder: join(world.root, "store") });
    const other = localEngine({ store, projects: world.projects, now: world.clock.now });
    await other.rotateKeys();
    world.clock.set(T0);
    const { id } = await other.create({ scope: world.manual, origin: "manual" }, run());
    const { snapshotId = "" } = await other.settled(id);
    expect((await engine.list(world.manual)).items).toMatchObject([
      { id: snapshotId, state: "available" },
    ]);
    const next = await world.take(world.manual, at(MINUTE_MS));
    expect((await other.verify({ engine: "local", id: next.id }, "content")).state).toBe("matches");
    await other.close();
    expect(readdirSync(join(world.root, "store/keys")).toSorted()).toEqual([
      "identities.txt",
      "recovery-key.move-this-offline.txt",
      "recovery-recipient.txt",
      "signing-key.pem",
      "verify.pem",
    ]);
  });
  test("that are missing make a plan that cannot be approved", async () => {
    await world.take(world.manual, T0);
    writeFileSync(join(world.root, "store/keys/identities.txt"), "");
    rmSync(join(world.root, "store/keys/identities.txt"));
    const store = await openStore({ folder: join(world.root, "store") });
    const again = localEngine({ store, projects: world.projects, now: world.clock.now });
    try {
      await expect(give({}, again)).rejects.toThrow("key-held");
      expect((await again.health()).state).toBe("down");
    } finally {
      await again.close();
    }
  });
});

describe("rules of the plan", () => {
  const withSite = async (change: object): Promise<LocalEngine> => {
    const projects = world.projects.map((project) => ({
      ...project,
      sites: project.sites.map((site) => ({ ...site, ...change })),
    }));
    const store = await openStore({ folder: join(world.root, "store") });
    return localEngine({ store, projects, now: world.clock.now });
  };
  const create = (by: LocalEngine, actor: string, scope: Scope = world.manual) =>
    by.create({ scope, origin: "manual" }, run({ actor }));

  test("a manual snapshot needs the Admin role where roles are named", async () => {
    const by = await withSite({ admins: ["T/ANNA"] });
    expect(await kindOf(create(by, "T/EVE"))).toBe("forbidden");
    expect(await kindOf(create(by, "T/ANNA"))).toBe("done");
    await by.close();
  });
  test("an inactive environment is not snapshotted", async () => {
    const by = await withSite({ state: "inactive" });
    expect(await kindOf(create(by, "T/ANNA"))).toBe("source-state");
    await by.close();
  });
  test("automatic snapshots are only for Pro staging and production", async () => {
    const input = { scope: world.manual, origin: "automatic" } as const;
    expect(await kindOf(engine.create(input, run()))).toBe("not-supported");
  });
});

describe("a hand-over", () => {
  const retrieve = async () => {
    await world.take(world.retrieved, at(0.25));
    world.clock.set(at(10 * MINUTE_MS));
    return give({ scope: world.retrieved, mode: "retrieve" });
  };
  test("tells the time of its snapshot as the cloud does", async () => {
    const { place = "" } = await retrieve();
    const text = readFileSync(join(place, "snap.time"), "utf8");
    expect(text).toMatch(/^2026-11-18 12:00:00\.\d{6}\+00:00\n$/);
    expect(place).toMatch(/recovery\/vol-[0-9a-f]{17}$/);
  });
  test("is warned about once a day before its end, and removed after seven days", async () => {
    const { id, place = "" } = await retrieve();
    expect(engine.handOvers()).toMatchObject([{ operationId: id, ticketId: "RST-1" }]);
    world.clock.set(at(5.9 * DAY_MS));
    expect(await engine.tendHandOvers()).toEqual({ ending: [], removed: [] });
    world.clock.set(at(6.2 * DAY_MS));
    expect((await engine.tendHandOvers()).ending).toMatchObject([{ operationId: id }]);
    expect((await engine.tendHandOvers()).ending).toEqual([]);
    world.clock.set(at(7 * DAY_MS + HOUR_MS));
    expect((await engine.tendHandOvers()).removed).toMatchObject([{ operationId: id }]);
    expect(existsSync(place)).toBe(false);
    expect((await engine.operation(id)).state).toBe("failed");
    expect(engine.handOvers()).toEqual([]);
  });
  test("that was collected has succeeded, and its data is gone", async () => {
    const { id, place = "" } = await retrieve();
    await engine.collected(id);
    expect(existsSync(place)).toBe(false);
    expect((await engine.operation(id)).state).toBe("succeeded");
  });
  test("whose files were changed is found to differ", async () => {
    const { id, place = "" } = await retrieve();
    writeFileSync(join(place, "media/a/two.bin"), "changed");
    expect(await engine.verify({ operationId: id }, "content")).toMatchObject({
      state: "differs",
      differences: ["media/a/two.bin: missing or other content"],
    });
  });
});

describe("in place", () => {
  const target = { where: "in-place", name: "x" } as const;
  test("sets the present data aside and says which snapshot keeps it", async () => {
    await world.take(world.manual, T0);
    await world.change(world.manual);
    const changed = readFileSync(join(media, "a/b/one.txt"), "utf8");
    world.clock.set(at(MINUTE_MS));
    const operation = await give({ target });
    const aside = `${media}.before-${operation.id}`;
    expect(readFileSync(join(aside, "a/b/one.txt"), "utf8")).toBe(changed);
    expect(operation.providerIds).toHaveLength(1);
    const report = await engine.verify({ operationId: operation.id }, "content");
    expect(report.state).toBe("matches");
  });
  test("keeps what was replaced for seven days, warns a day before, and removes it then", async () => {
    await world.take(world.manual, T0);
    world.clock.set(at(MINUTE_MS));
    const operation = await give({ target });
    const [kept] = engine.setAside();
    expect(kept?.operationId).toBe(operation.id);
    expect(kept?.keptUntil).toBe(at(MINUTE_MS + 7 * DAY_MS));
    const places = kept?.places ?? [];
    expect(places).toContain(`${media}.before-${operation.id}`);
    expect(places).toContain(`${shop}.before-${operation.id}`);
    expect(places.every((place) => existsSync(place))).toBe(true);

    world.clock.set(at(6 * DAY_MS));
    expect(await engine.tendSetAside()).toEqual({ ending: [], removed: [] });
    world.clock.set(at(6 * DAY_MS + HOUR_MS));
    expect((await engine.tendSetAside()).ending).toEqual([kept]);
    expect((await engine.tendSetAside()).ending).toEqual([]);
    world.clock.set(at(MINUTE_MS + 7 * DAY_MS));
    expect((await engine.tendSetAside()).removed).toEqual([kept]);
    expect(places.some((place) => existsSync(place))).toBe(false);
    expect(existsSync(media)).toBe(true);
    expect(engine.setAside()).toEqual([]);
  });
  test("is not approved while somebody has a database open", async () => {
    await world.take(world.manual, T0);
    const open = new DatabaseSync(shop);
    open.exec("INSERT INTO item (name) VALUES ('x')");
    await expect(give({ target })).rejects.toThrow("databases-closed");
    open.close();
  });
});

describe("sweep()", () => {
  const partial = (id: string) => join(world.root, "store/partial", id);
  test("removes what nobody owns once it is quiet, and all trash", async () => {
    for (const id of ["old", "young"]) mkdirSync(partial(id));
    mkdirSync(join(world.root, "store/trash/gone"));
    world.clock.set((Date.now() + HOUR_MS / 2) as Instant);
    const long = new Date(Date.now() - 2 * HOUR_MS);
    utimesSync(partial("old"), long, long);
    expect(await engine.sweep()).toEqual({ partial: ["old"], trash: ["gone"] });
    expect(readdirSync(join(world.root, "store/partial"))).toEqual(["young"]);
  });
});

describe("a round of the scheduler", () => {
  const round = () =>
    automaticSnapshots({
      engine,
      projects: world.projects,
      schedule: AUTOMATIC_SCHEDULE,
      now: world.clock.now,
    })();
  test("takes one snapshot an hour of Pro staging and production, and none of others", async () => {
    world.clock.set(T0);
    const { taken, faults } = await round();
    expect(faults).toEqual([]);
    expect(taken.map(({ state }) => state)).toEqual(["succeeded", "succeeded"]);
    world.clock.set(at(30 * MINUTE_MS));
    expect((await round()).taken).toEqual([]);
    world.clock.set(at(HOUR_MS));
    expect((await round()).taken).toHaveLength(2);
    expect((await engine.list(world.manual)).items).toEqual([]);
  });
  test("goes on after a restart and after the clock went back, but deletes nothing then", async () => {
    world.clock.set(at(2 * DAY_MS));
    await round();
    world.clock.set(T0);
    const { taken, pruned, faults } = await round();
    expect(taken).toHaveLength(2);
    expect(pruned).toEqual([]);
    expect(faults.map(({ message }) => message)).toEqual(
      Array.from({ length: 2 }, () => "Cannot prune: the clock has gone backwards"),
    );
  });
  test("removes manual snapshots after their seven days", async () => {
    const { id } = await world.take(world.manual, T0);
    world.clock.set(at(7 * DAY_MS + HOUR_MS));
    expect((await round()).pruned).toEqual([id]);
  });
});

describe("volumes and instances of another product", () => {
  const cloud = async () => {
    const projects = world.projects.map((one) => ({ ...one, product: "cloudmc" as const }));
    const store = await openStore({ folder: join(world.root, "store") });
    return localEngine({ store, projects, now: world.clock.now });
  };
  const scope: Scope = { product: "cloudmc", resource: "alpha/production" };

  test("a volume snapshot is taken and restored anew, never rolled back", async () => {
    const by = await cloud();
    expect(await by.capabilities(scope)).toMatchObject({
      create: true,
      restoreToNew: true,
      restoreInPlace: true,
      hierarchy: true,
      retrieve: "no",
      reason: "engine-lacks-it",
    });
    const { id } = await by.create({ scope, origin: "manual" }, run());
    expect((await by.settled(id)).state).toBe("succeeded");
    expect((await give({ scope }, by)).state).toBe("succeeded");
    const target = { where: "in-place", name: "x" } as const;
    await expect(give({ scope, target }, by)).rejects.toThrow("no-snapshot-before");
    await by.close();
  });
  test.each([{ kind: "recovery-point", memory: true }, { memory: true }] as const)(
    "%j needs a hypervisor",
    async (wanted) => {
      const by = await cloud();
      const deed = by.create({ scope, origin: "manual", ...wanted }, run());
      expect(await kindOf(deed)).toBe("not-supported");
      await by.close();
    },
  );
  test("a template, or another environment as the target, is not supported", async () => {
    await world.take(world.manual, T0);
    const target = { where: "other", name: "template" } as const;
    await expect(give({ target })).rejects.toThrow("engine-lacks-it");
  });
});
