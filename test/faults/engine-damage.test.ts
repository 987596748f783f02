import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { localEngine } from "../../src/adapters/engines/local/local-engine.ts";
import { openStore } from "../../src/adapters/engines/local/store.ts";
import { systemClock } from "../../src/kernel/clock.ts";
import type { Snapshot } from "../../src/restore/snapshot.ts";
import { flipBit, openLocalWorld, type LocalWorld } from "../adapters/engines/local/world.ts";

const FLIPS = 100;
const TIMEOUT_MS = 10_000 + FLIPS * 1_000;

let world: LocalWorld;
beforeEach(async () => {
  world = await openLocalWorld();
});
afterEach(() => world.close());

const folderOf = ({ id }: Snapshot) => join(world.root, "store/snapshots", id);

/** Whether a damaged snapshot is found out, by its content or already in the list. */
async function isFound(snapshot: Snapshot): Promise<boolean> {
  const report = await world.engine.verify({ engine: "local", id: snapshot.id }, "content");
  return report.state === "differs" && report.differences.length > 0;
}

describe("one flipped bit", () => {
  test.each([
    ["archive.tar.zst.age", FLIPS],
    ["manifest.json", FLIPS],
    ["manifest.sig", FLIPS],
  ])("in %s is found every time, of %i", { timeout: TIMEOUT_MS }, async (name, flips) => {
    const snapshot = await world.take(world.manual, systemClock());
    const file = join(folderOf(snapshot), name);
    const good = join(world.root, "good");
    copyFileSync(file, good);
    let found = 0;
    for (let flip = 0; flip < flips; flip += 1) {
      await flipBit(file, (flip + 0.5) / flips, flip % 8);
      found += Number(await isFound(snapshot));
      chmodSync(file, 0o600);
      copyFileSync(good, file);
    }
    expect(found).toBe(flips);
    expect(await isFound(snapshot)).toBe(false);
  });
});

test.each([0, 0.1, 0.5, 0.9, 0.999])(
  "an archive cut at %d of its length is found",
  async (part) => {
    const snapshot = await world.take(world.manual, systemClock());
    const file = join(folderOf(snapshot), "archive.tar.zst.age");
    chmodSync(file, 0o600);
    truncateSync(file, Math.floor(statSync(file).size * part));
    expect(await isFound(snapshot)).toBe(true);
  },
);

test("a snapshot under another's name is found", async () => {
  const snapshot = await world.take(world.manual, systemClock());
  const other = "20200101T000000Z-00000000";
  cpSync(folderOf(snapshot), join(world.root, "store/snapshots", other), { recursive: true });
  const listed = (await world.engine.list(world.manual)).items;
  expect(listed.find(({ id }) => id === other)).toMatchObject({ state: "error" });
});

describe("a disk that is full", () => {
  const asRoot = process.getuid?.() === 0;
  const small = () => join(world.root, "small");
  const mounted = (): boolean => {
    mkdirSync(small());
    if (!asRoot) return false;
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=90m", "tmpfs", small()], {
        stdio: "ignore",
      });
      return true;
    } catch {
      return false;
    }
  };
  const engineThere = async () => {
    const store = await openStore({ folder: join(small(), "store") });
    return localEngine({ store, projects: world.projects, restores: join(small(), "restored") });
  };
  const run = {
    idempotencyKey: "k",
    actor: "T/ANNA",
    signal: new AbortController().signal,
    fence: 1,
  };

  test("refuses a snapshot before it writes anything, and leaves nothing", async () => {
    const real = mounted();
    try {
      const media = world.siteOf(world.manual).directories[0]?.path ?? "";
      const big = join(media, "big.bin");
      if (real) writeFileSync(big, randomBytes(60_000_000));
      else execFileSync("truncate", ["-s", "200T", big]);
      const engine = await engineThere();
      const { id } = await engine.create({ scope: world.manual, origin: "manual" }, run);
      const { state, error } = await engine.settled(id);
      expect([state, error?.kind]).toEqual(["failed", "no-space"]);
      expect(readdirSync(join(small(), "store/partial"))).toEqual([]);
      expect((await engine.list(world.manual)).items).toEqual([]);
      await engine.close();
    } finally {
      if (real) execFileSync("umount", [small()]);
      else rmSync(small(), { recursive: true });
    }
    expect(existsSync(join(world.root, "store"))).toBe(true);
  });

  test("while it is written to removes what was begun", async () => {
    const real = mounted();
    try {
      const media = world.siteOf(world.manual).directories[0]?.path ?? "";
      const engine = await engineThere();
      const big = join(media, "big.bin");
      writeFileSync(big, randomBytes(20_000_000));
      const filler = join(small(), "filler");
      const { id } = await engine.create({ scope: world.manual, origin: "manual" }, run);
      const fill = setInterval(() => {
        if (real && !existsSync(filler) && readdirSync(join(small(), "store/partial")).length > 0) {
          try {
            writeFileSync(filler, Buffer.alloc(89_000_000));
          } catch {
            clearInterval(fill);
          }
        }
      }, 1);
      const { state, error } = await engine.settled(id);
      clearInterval(fill);
      expect(real ? error?.kind : state).toBe(real ? "no-space" : "succeeded");
      expect(readdirSync(join(small(), "store/partial"))).toEqual([]);
      await engine.close();
    } finally {
      if (real) execFileSync("umount", [small()]);
    }
  });
});
