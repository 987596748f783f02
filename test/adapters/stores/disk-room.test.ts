import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { diskRoom } from "../../../src/adapters/stores/disk-room.ts";

const MB = 1024 * 1024;
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A room on a disk that has as much space as a test says; 4 MB of ballast. */
function roomWith(freeMb: number, ballastMb = 4) {
  const folder = mkdtempSync(join(tmpdir(), "room-"));
  folders.push(folder);
  const path = join(folder, "desk.sqlite");
  const disk = { freeMb };
  const said: string[] = [];
  const room = diskRoom({
    path,
    ballastBytes: ballastMb * MB,
    log: (_level, what) => said.push(what),
    freeBytes: () => disk.freeMb * MB,
  });
  const held = () => statSync(`${path}.ballast`, { throwIfNoEntry: false })?.size === 4 * MB;
  return { room, disk, said, held, path };
}

test("the ballast is given up on a full disk, and laid down again once there is room for twice as much", () => {
  const { room, disk, said, held } = roomWith(100);
  room.layDown();
  expect([room.look(), held()]).toEqual([true, true]);

  disk.freeMb = 7;
  expect([room.look(), held()]).toEqual([false, false]);
  disk.freeMb = 23;
  room.layDown();
  expect([room.look(), held()]).toEqual([false, false]);
  disk.freeMb = 24;
  room.layDown();
  expect([room.look(), held()]).toEqual([true, true]);
  expect(said).toEqual([
    "the ballast is laid down beside the database",
    "nothing new is taken in: the disk is full",
    "the ballast beside the database is given up, so that what is in hand can be finished",
    "the ballast is laid down beside the database",
    "there is room again: new things are taken in",
  ]);
});

test("the ballast really takes room on the disk", () => {
  const { room, path } = roomWith(100);
  room.layDown();
  expect(statSync(`${path}.ballast`).blocks * 512).toBeGreaterThanOrEqual(4 * MB);
});

test("a database that finds its disk full is believed, whatever the disk says", () => {
  const { room, held } = roomWith(100);
  room.layDown();
  room.foundFull();
  expect([room.look(), held()]).toEqual([false, false]);
  room.layDown();
  expect(room.look()).toBe(true);
});

test("a ballast of another size is laid down anew", () => {
  const { room, held, path } = roomWith(100);
  writeFileSync(`${path}.ballast`, "half");
  room.layDown();
  expect(held()).toBe(true);
});

test("without a ballast nothing is refused", () => {
  const { room } = roomWith(0, 0);
  room.layDown();
  room.foundFull();
  expect(room.look()).toBe(true);
});
