import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AUTOMATIC_SCHEDULE } from "../../src/adapters/engines/local/automatic-schedule.ts";
import { projectsFrom } from "../../src/adapters/projects/projects-from.ts";
import { snapshotTable } from "../../src/cli/snapshot-table.ts";
import { duration, pruneText, size } from "../../src/cli/snapshots.ts";
import { snapshotsCommand } from "../../src/cli/snapshots-command.ts";
import { MINUTE_MS, toRfc3339, type Instant } from "../../src/kernel/clock.ts";
import { openLocalWorld, type LocalWorld } from "../adapters/engines/local/world.ts";
import { aSnapshot } from "../support/a-snapshot.ts";

const T0 = Date.UTC(2026, 10, 18, 12) as Instant;
const at = (ms: number) => (T0 + ms) as Instant;
const WHERE = "alpha/production";

let world: LocalWorld;
let out: string[] = [];
let complaints: string[] = [];

beforeEach(async () => {
  world = await openLocalWorld();
  world.clock.set(T0);
  out = [];
  complaints = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => out.push(String(text)) > 0);
  vi.spyOn(process.stderr, "write").mockImplementation((text) => complaints.push(String(text)) > 0);
});
afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = 0;
  await world.close();
});

async function snapdesk(
  ...words: string[]
): Promise<{ text: string; said: string; exit: unknown }> {
  out = [];
  complaints = [];
  process.exitCode = 0;
  const program = new Command().exitOverride();
  snapshotsCommand(program, {
    open: () =>
      Promise.resolve({
        projects: projectsFrom(world.projects, { local: world.engine }),
        local: world.engine,
        close: () => Promise.resolve(),
      }),
    schedule: AUTOMATIC_SCHEDULE,
    now: world.clock.now,
  });
  await program.parseAsync(["snapshots", ...words], { from: "user" });
  return { text: out.join(""), said: complaints.join(""), exit: process.exitCode };
}

/** A snapshot at T0; the clock stands a minute later. */
const held = async () => {
  const snapshot = await world.take(world.manual, T0);
  world.clock.set(at(MINUTE_MS));
  return snapshot;
};
const MOMENT = toRfc3339(at(MINUTE_MS));

describe("snapdesk snapshots", () => {
  test("list shows Created, Snapshot ID and Restorable first", async () => {
    const { id } = await held();
    const [header, row] = (await snapdesk("list", WHERE)).text.split("\n");
    expect(header).toMatch(/^Created +Snapshot ID +Restorable /);
    expect(row).toMatch(new RegExp(`^2026-11-18T12:00:00\\+00:00 +${id} +true `));
  });
  test("list without an environment shows every one", async () => {
    const { id } = await held();
    const { text } = await snapdesk("list");
    expect(text).toContain(id);
    expect(text.split("\n")[1]).toMatch(/alpha\/production$/);
  });
  test("list of every environment is newest first across all of them", async () => {
    const first = await world.take(world.manual, T0);
    const second = await world.take(world.retrieved, at(MINUTE_MS));
    const third = await world.take(world.manual, at(2 * MINUTE_MS));
    const rows = JSON.parse((await snapdesk("list", "--json")).text);
    expect(rows.map(({ id }: { id: string }) => id)).toEqual([third.id, second.id, first.id]);
  });
  test("rotate-key seals what comes from now on for a new key, and says where the keys are", async () => {
    const { id } = await held();
    const { text } = await snapdesk("rotate-key");
    expect(text).toMatch(/^New snapshots are sealed for age1\w+ and age1\w+\n.*: 2, in \//);
    expect((await snapdesk("verify", WHERE, id)).text).toContain("matches");
  });
  test("kept shows what a restore in place has replaced, and until when", async () => {
    expect((await snapdesk("kept")).text).toBe("Nothing is kept\n");
    await held();
    const people = ["--approved-by", "T/KIM", "--confirm", WHERE];
    const given = await snapdesk("restore", WHERE, "--at", MOMENT, "--in-place", ...people);
    expect(given.text).toContain("Safety snapshot of what was there: ");
    const [header, row] = (await snapdesk("kept")).text.split("\n");
    expect(header).toMatch(/^Kept until +What +Where/);
    expect(row).toMatch(/^2026-11-25T12:01:00Z +replaced by a restore +\/.*\.before-op_/);
  });
  test("list --json gives what programs read", async () => {
    const { id } = await held();
    const [row] = JSON.parse((await snapdesk("list", WHERE, "--json")).text);
    expect(row).toEqual({
      id,
      created: "2026-11-18T12:00:00+00:00",
      pointInTime: { from: toRfc3339(T0), to: toRfc3339(T0) },
      environment: WHERE,
      kind: "snapshot",
      consistency: "crash",
      restorable: true,
      expiresAt: "2026-11-25T12:00:00Z",
      sizeBytes: expect.any(Number),
    });
  });
  describe("list on a terminal", () => {
    const header = async (columns: number, ...words: string[]) => {
      const had = { isTTY: process.stdout.isTTY, columns: process.stdout.columns };
      Object.assign(process.stdout, { isTTY: true, columns });
      try {
        const { text, said } = await snapdesk("list", ...words);
        return { lines: text.trimEnd().split("\n"), said };
      } finally {
        Object.assign(process.stdout, had);
      }
    };
    const widest = (lines: readonly string[]) => Math.max(...lines.map(({ length }) => length));

    test("is whole where there is room, as it is where it is piped", async () => {
      await held();
      const piped = (await snapdesk("list", WHERE)).text.trimEnd().split("\n");
      expect(await header(widest(piped), WHERE)).toEqual({ lines: piped, said: "" });
    });
    test("shortens times before it leaves anything out", async () => {
      const { id } = await held();
      const piped = (await snapdesk("list", WHERE)).text.trimEnd().split("\n");
      const { lines, said } = await header(widest(piped) - 1, WHERE);
      expect(lines[0]?.split(/ {2,}/)).toEqual(piped[0]?.split(/ {2,}/));
      expect(lines[1]).toMatch(new RegExp(`^2026-11-18T12:00Z +${id} .* 2026-11-25T12:00Z `));
      expect(said).toBe("");
    });
    test.each([
      [100, ["Kept until", "Environment"]],
      [80, ["Environment"]],
      [60, []],
      [20, []],
    ])("of %i columns leaves out what matters least, and says so", async (columns, kept) => {
      const { id } = await held();
      await world.take(world.retrieved, at(MINUTE_MS));
      const { lines, said } = await header(columns);
      const titles = ["Created", "Snapshot ID", "Restorable", ...kept];
      expect(lines[0]?.split(/ {2,}/)).toEqual(titles);
      expect(lines.join("\n")).toContain(id);
      expect(widest(lines)).toBeLessThanOrEqual(Math.max(columns, 56));
      expect(said).toMatch(
        /^No room for: .*Consistency.*\. A wider terminal .*--json everything\.\n$/,
      );
    });
    test("leaves --json alone", async () => {
      await held();
      const { text } = await snapdesk("list", "--json");
      expect((await header(20, "--json")).lines.join("\n")).toBe(text.trimEnd());
    });
    test("keeps the branches of recovery points", async () => {
      const words = ["create", "delta/production", "--recovery-point", "--json"];
      const { snapshotId } = JSON.parse((await snapdesk(...words)).text);
      const { lines } = await header(50, "delta/production", "--tree");
      expect(lines[0]).toMatch(/^Recovery point +Created +Now/);
      expect(lines[1]).toMatch(new RegExp(`^${snapshotId} +2026-11-18T12:00Z +here`));
      expect(lines.at(-1)).toContain("not a backup");
    });
  });
  test("list shows more than one page", async () => {
    for (let minute = 0; minute < 5; minute += 1)
      await world.take(world.manual, at(minute * MINUTE_MS));
    expect(JSON.parse((await snapdesk("list", WHERE, "--json")).text)).toHaveLength(5);
  });
  test("create takes one and says its name", async () => {
    const { text, exit } = await snapdesk("create", WHERE);
    expect(text).toMatch(/^Snapshot name: 20261118T120000Z-[0-9a-f]{8}\n$/);
    expect(exit).toBe(0);
  });
  test("create --no-wait names the operation, and the snapshot is there when it has ended", async () => {
    const { text, exit } = await snapdesk("create", WHERE, "--no-wait");
    expect(text).toMatch(/^Operation: op_[0-9a-f]{24}\n$/);
    expect(exit).toBe(0);
    expect(JSON.parse((await snapdesk("list", WHERE, "--json")).text)).toHaveLength(1);
  });
  test("create is refused by the rule of the plan, with exit code 1", async () => {
    const { text, said, exit } = await snapdesk("create", "beta/production");
    expect([text, exit]).toEqual(["", 1]);
    expect(said).toContain("the plan does not allow it");
  });
  test.each([
    [WHERE, 0],
    ["beta/production", 1],
  ])("create --dry-run of %s takes nothing and exits with %i", async (where, code) => {
    expect((await snapdesk("create", where, "--dry-run")).exit).toBe(code);
    expect(await world.effects()).toEqual([]);
  });
  test("plan shows snapshot, gap, target and digest, and changes nothing", async () => {
    const { id } = await held();
    const before = await world.effects();
    const { text } = await snapdesk("plan", WHERE, "--at", MOMENT);
    expect(text).toContain(id);
    expect(text).toContain("60 s before the moment");
    expect(text).toMatch(/Digest +sha256:[0-9a-f]{64}/);
    expect(await world.effects()).toEqual(before);
  });
  test.each<[what: string, words: string[], said: string]>([
    ["an unknown environment", ["list", "nobody/x"], 'Cannot find "nobody/x": expected one of'],
    [
      "a moment before everything",
      ["plan", WHERE, "--at", "2026-11-01T00:00:00Z"],
      "no snapshot at or before the moment; there are from 2026-11-18T12:00:00Z",
    ],
    [
      "a moment in the future",
      ["plan", WHERE, "--at", "2027-11-01T00:00:00Z"],
      "the moment is in the future",
    ],
    ["a restore by nobody", ["restore", WHERE, "--at", MOMENT], "name a second person"],
    [
      "a restore by who asked",
      ["restore", WHERE, "--at", MOMENT, "--requested-by", "T/A", "--approved-by", "T/A"],
      "the requester is no second person",
    ],
    [
      "in place without its name",
      ["restore", WHERE, "--at", MOMENT, "--in-place", "--approved-by", "T/B"],
      "--confirm alpha/production",
    ],
    [
      "retrieve of a restorable one",
      ["retrieve", WHERE, "--at", MOMENT, "--approved-by", "T/B"],
      "the plan does not allow it for this environment",
    ],
    [
      "restore of a retrieved one",
      ["restore", "beta/production", "--at", MOMENT, "--approved-by", "T/B"],
      "the plan does not allow it for this environment",
    ],
    [
      "a part that is none",
      ["plan", WHERE, "--at", MOMENT, "--only", "pub"],
      '"pub" is no part of it; expected media, shop.sqlite',
    ],
    ["a snapshot that is none", ["delete", WHERE, "x"], 'Cannot find the snapshot "x"'],
  ])("refuses %s in one line", async (_what, words, said) => {
    await held();
    const before = await world.effects();
    const refused = await snapdesk(...words);
    expect(refused.said).toContain(said);
    expect(refused.said.trimEnd()).not.toContain("\n");
    expect([refused.text, Number(refused.exit) > 0]).toEqual(["", true]);
    expect(await world.effects()).toEqual(before);
  });
  test("a large gap names the option that accepts it, and the option works", async () => {
    await world.take(world.manual, T0);
    world.clock.set(at(48 * 60 * MINUTE_MS));
    const moment = toRfc3339(at(48 * 60 * MINUTE_MS));
    const { said } = await snapdesk("plan", WHERE, "--at", moment);
    const gap = /--accept-gap (\d+)/.exec(said)?.[1] ?? "";
    const { text } = await snapdesk("plan", WHERE, "--at", moment, "--accept-gap", gap);
    expect(text).toContain("2 d 0 h before the moment");
  });
  test("restore puts a snapshot into a new folder and says where", async () => {
    const captured = await world.content(world.manual);
    await held();
    const words = [
      "restore",
      WHERE,
      "--at",
      MOMENT,
      "--target",
      "back",
      "--approved-by",
      "T/B",
      "--json",
    ];
    const operation = JSON.parse((await snapdesk(...words)).text);
    expect(operation).toMatchObject({ kind: "restore", state: "succeeded" });
    expect(await world.contentGiven(operation)).toBe(captured);
  });
  test("restore --only brings back what is named, and says so", async () => {
    await held();
    const words = ["restore", WHERE, "--at", MOMENT, "--target", "back", "--only", "media"];
    expect((await snapdesk(...words, "--dry-run")).text).toMatch(/^Brings back +media$/m);
    const { text } = await snapdesk(...words, "--approved-by", "T/B", "--json");
    expect(await world.partsGiven(JSON.parse(text))).toEqual(["media"]);
    const both = await snapdesk(
      ...words.slice(0, 4),
      "--only",
      "media",
      "--only",
      "shop.sqlite",
      "--dry-run",
    );
    expect(both.text).toMatch(/^Brings back +media, shop.sqlite$/m);
  });
  test("restore --dry-run shows the plan only", async () => {
    await held();
    const before = await world.effects();
    const { text } = await snapdesk("restore", WHERE, "--at", MOMENT, "--dry-run");
    expect(text).toContain("Digest");
    expect(await world.effects()).toEqual(before);
  });
  test("retrieve lays out and waits for the customer", async () => {
    await world.take(world.retrieved, T0);
    world.clock.set(at(MINUTE_MS));
    const words = ["retrieve", "beta/production", "--at", MOMENT, "--approved-by", "T/B"];
    expect((await snapdesk(...words)).text).toMatch(
      /^Retrieved \S+, compared file by file: .*recovery\/vol-/,
    );
  });
  test("verify says what matches, and fails where something differs", async () => {
    const snapshot = await held();
    expect((await snapdesk("verify", WHERE)).text).toContain("matches: 3 files");
    await world.damage(snapshot);
    const damaged = await snapdesk("verify", WHERE, snapshot.id);
    expect([damaged.text.includes("differs"), damaged.exit]).toEqual([true, 1]);
  });
  test("delete takes one away, after a dry run that did not", async () => {
    const { id } = await held();
    expect((await snapdesk("delete", WHERE, id, "--dry-run")).text).toContain("Would delete");
    expect(await world.effects()).toEqual([id]);
    expect((await snapdesk("delete", WHERE, id)).text).toBe(`Deleted ${id}\n`);
    expect(await world.effects()).toEqual([]);
  });
  describe("of a CloudMC environment", () => {
    const INSTANCE = "delta/production";
    let minutes = 0;
    const point = async (...more: string[]): Promise<string> => {
      world.clock.set(at((minutes += 1) * MINUTE_MS));
      const words = ["create", INSTANCE, "--recovery-point", "--json", ...more];
      return JSON.parse((await snapdesk(...words)).text).snapshotId;
    };
    const PEOPLE = ["--approved-by", "T/KIM", "--confirm", INSTANCE];

    test("create --recovery-point takes one and says that it is no backup", async () => {
      const { text } = await snapdesk("create", INSTANCE, "--recovery-point");
      expect(text).toMatch(/^Recovery point: \S+\n.*not a backup\.\n$/);
    });
    test.each([
      [["--recovery-point"], INSTANCE, 0, "A recovery point of delta/production may be taken"],
      [["--recovery-point", "--memory"], INSTANCE, 1, "with its memory can be taken by hand"],
      [["--recovery-point"], WHERE, 1, "No recovery point of alpha/production"],
    ])("create %j of %s --dry-run exits with %i", async (options, where, code, told) => {
      const { text, said, exit } = await snapdesk("create", where, ...options, "--dry-run");
      expect([text + said, exit]).toEqual([expect.stringContaining(told), code]);
      expect(await world.effects()).toEqual([]);
    });
    test("create --memory is refused with the reason", async () => {
      const { said } = await snapdesk("create", INSTANCE, "--recovery-point", "--memory");
      expect(said).toContain("folders and databases have no memory to keep");
    });
    test("list --tree draws what came from what, and where the present data is", async () => {
      const [first, second] = [await point(), await point("--description", "before the change")];
      await snapdesk("revert", INSTANCE, first, ...PEOPLE);
      const third = await point();
      const lines = (await snapdesk("list", INSTANCE, "--tree")).text.split("\n");
      expect(lines[0]).toMatch(/^Recovery point +Created +Restorable +Consistency +Size +Now +Env/);
      expect(lines[1]?.startsWith(first)).toBe(true);
      expect(lines[2]).toMatch(new RegExp(`^├─ ${second} .*before the change$`));
      expect(lines[3]).toMatch(/^│ {2}└─ \S+ .*before op_\w+$/);
      expect(lines[4]).toMatch(new RegExp(`^└─ ${third} .* here +${INSTANCE}$`));
      expect(lines[5]).toContain("not a backup");
      const rows = JSON.parse((await snapdesk("list", INSTANCE, "--tree", "--json")).text);
      expect(rows[0]).toMatchObject({ id: third, parentId: first, current: true });
    });
    test("revert shows its plan first, and is confirmed by name and by a second person", async () => {
      const id = await point();
      const before = await world.effects();
      const dry = (await snapdesk("revert", INSTANCE, id, "--dry-run")).text;
      expect(dry).toMatch(/^Overwrites +yes, a safety recovery point is taken first$/m);
      expect(dry).toMatch(/^Note +a recovery point is a safety net, not a backup$/m);
      expect((await snapdesk("revert", INSTANCE, id)).said).toContain("name a second person");
      const unnamed = await snapdesk("revert", INSTANCE, id, "--approved-by", "T/KIM");
      expect(unnamed.said).toContain(`--confirm ${INSTANCE}`);
      expect(await world.effects()).toEqual(before);
      const { text } = await snapdesk("revert", INSTANCE, id, ...PEOPLE);
      expect(text).toContain("Safety recovery point of what was there: ");
    });
    test("revert to a volume snapshot is refused", async () => {
      const { id } = await world.take({ product: "cloudmc", resource: INSTANCE }, T0);
      const { said } = await snapdesk("revert", INSTANCE, id, ...PEOPLE);
      expect(said).toBe(`Cannot revert to "${id}": it is no recovery point\n`);
    });
    test("delete --dry-run of one in the middle says where its children will stand", async () => {
      const [first, second, third] = [await point(), await point(), await point()];
      const { text } = await snapdesk("delete", INSTANCE, second, "--dry-run");
      expect(text).toContain(`stays and will stand below ${first}: ${third}`);
      await snapdesk("delete", INSTANCE, second);
      expect((await snapdesk("list", INSTANCE, "--tree")).text).toContain(`└─ ${third}`);
    });
    test("restore --as data-disk builds a disk of one volume", async () => {
      await world.take({ product: "cloudmc", resource: INSTANCE }, T0);
      world.clock.set(at(MINUTE_MS));
      const words = ["restore", INSTANCE, "--at", MOMENT, "--as", "data-disk", "--target", "disk"];
      expect((await snapdesk(...words, "--only", "media", "--dry-run")).text).toMatch(
        /^Target +new data-disk disk$/m,
      );
      expect((await snapdesk(...words, "--approved-by", "T/B")).said).toContain(
        "name it with --only",
      );
      const given = await snapdesk(...words, "--only", "media", "--approved-by", "T/B", "--json");
      expect(await world.partsGiven(JSON.parse(given.text))).toEqual(["media"]);
    });
  });
  test("prune --dry-run says what would go", async () => {
    const { id } = await held();
    world.clock.set(at(8 * 24 * 60 * MINUTE_MS));
    expect((await snapdesk("prune", WHERE, "--dry-run")).text).toContain(
      `${id}  would drop  expired`,
    );
    expect((await snapdesk("prune", WHERE)).text).toContain("dropped");
    expect(await world.effects()).toEqual([]);
  });
});

describe("what nobody can vouch for", () => {
  const said = "1 snapshot is left out: the key that signed it is not here";
  beforeEach(async () => world.strange?.(world.manual));

  test.each([
    ["an environment", [WHERE]],
    ["everything", []],
  ])("list of %s says so beside the results, which stand alone", async (_what, of) => {
    const told = `${WHERE}: ${said}\n`;
    expect(await snapdesk("list", ...of)).toEqual({
      text: "No snapshots\n",
      said: told,
      exit: 0,
    });
    expect(await snapdesk("list", ...of, "--json")).toEqual({
      text: "[]\n",
      said: told,
      exit: 0,
    });
    expect((await snapdesk("list", "beta/integration")).said).toBe("");
  });
  test("plan says so, most of all where nothing is left to plan with", async () => {
    expect((await snapdesk("plan", WHERE, "--at", MOMENT)).said).toContain(said);
    await held();
    expect((await snapdesk("plan", WHERE, "--at", MOMENT)).text).toMatch(
      new RegExp(`^Note +${said}$`, "m"),
    );
  });
});

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.0 KB"],
  [126_686, "127 KB"],
  [1_400_000_000, "1.4 GB"],
])("size() of %i is %s", (bytes, text) => {
  expect(size(bytes)).toBe(text);
});
test.each([
  [500, "1 s"],
  [119_000, "119 s"],
  [120_000, "2 min"],
  [7_200_000, "2 h"],
  [183_600_000, "2 d 3 h"],
])("duration() of %i ms is %s", (ms, text) => {
  expect(duration(ms)).toBe(text);
});
test("snapshotTable() says of a damaged snapshot that it cannot be restored", () => {
  const [row] = snapshotTable([aSnapshot("x", T0, { state: "error" })]).rows;
  expect(row?.slice(1, 3)).toEqual(["x", "false"]);
});
test("pruneText() of nothing says so", () => {
  expect(pruneText({ dryRun: true, keep: [], drop: [], refused: [] })).toBe("No snapshots");
});
