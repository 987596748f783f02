import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runningDesk } from "../support/running-desk.ts";
import type { RunningDesk, SettingOptions } from "../support/running-desk.ts";
import { auditOf, operations, ticketOf } from "./books.ts";
import { ownDatabase, postgresIsThere } from "./own-postgres.ts";
import { contentOf, damage, folderOf, layPast } from "./shop-past.ts";
import type { Content } from "./shop-past.ts";
import {
  acknowledged,
  approvalCard,
  approvalWanted,
  approve,
  cardWith,
  cast,
  checked,
  controlsOf,
  filed,
  handedOver,
  run,
  titleOf,
  TRIAGE,
  wallClock,
  whispers,
} from "./steps.ts";
import { WHOLE_TRAIL } from "./whole-trail.ts";

const INTEGRATION = { project: "shop-eu", environment: "integration" } as const;
const STARTER = { project: "atelier-nord", environment: "production" } as const;
const TWO_HOURS = 120;

type People = ReturnType<typeof cast>;

type Opened = { desk: RunningDesk; people: People; before: readonly Content[] };

async function open(options: SettingOptions = {}): Promise<Opened> {
  let before: readonly Content[] = [];
  const prepare = async (data: string) => {
    before = await layPast(data, [
      { ...INTEGRATION, hours: [3, 1] },
      { ...STARTER, hours: [3, 1] },
    ]);
  };
  const desk = await runningDesk({ ...options, prepare });
  return { desk, people: cast(desk.workspace), before };
}

function contentAt(contents: readonly Content[], at: number): Content {
  const content = contents[at];
  if (content === undefined) throw new Error("Cannot compare: expected a source");
  return content;
}

/** Places of what came back are named otherwise than at the source. */
const asRestored = ({ files, rows }: Content): Content => ({
  rows,
  files: Object.fromEntries(
    Object.entries(files).map(([name, digest]) => [name.replace(/^pub\//, ""), digest]),
  ),
});

const settings: readonly [what: string, options: SettingOptions, postgres: boolean][] = [
  ["Socket Mode and SQLite", { transport: "socket" }, false],
  ["signed HTTP and SQLite", { transport: "http" }, false],
  ["Socket Mode and PostgreSQL", { transport: "socket" }, true],
];
const postgres = await postgresIsThere();

describe.each(settings.filter(([, , wanted]) => !wanted || postgres))(
  "over %s",
  (_what, options, onPostgres) => {
    test("a damaged shop comes back as it was at the snapshot, byte for byte", async () => {
      const database = onPostgres ? await ownDatabase() : undefined;
      const own = database === undefined ? {} : { databaseUrl: database.url };
      const { desk, people, before } = await open({ ...options, ...own });
      try {
        const trail = await wholeRestore(desk, people, contentAt(before, 0));
        expect(trail).toEqual(WHOLE_TRAIL);
      } finally {
        await desk.close();
        await database?.drop();
      }
    });
  },
);

async function wholeRestore(desk: RunningDesk, people: People, before: Content) {
  const { anna, sam, ines, omar } = people;
  await damage(desk.data, INTEGRATION);
  const damaged = await contentOf(folderOf(desk.data, INTEGRATION));
  const { id, receipt } = await filed(anna, { ...INTEGRATION, wall: wallClock(TWO_HOURS) });

  const card = await cardWith(sam, id, "desk.claim");
  await Promise.all([sam.click(card, "desk.claim"), ines.click(card, "desk.claim")]);
  const claimed = await cardWith(sam, id, "restore.plan");
  const [claimer, other] =
    (await ticketOf(desk, id))?.assignee === "T0LOCAL/U0SAM" ? [sam, ines] : [ines, sam];
  // The click is acknowledged first, then its outcome is said.
  await other.until(() => whispers(other, TRIAGE).length > 0, { what: "a line for the other" });
  expect(whispers(other, TRIAGE).map(({ text }) => text)).toEqual([
    expect.stringContaining(`<@${claimer.id}>`),
  ]);
  expect(whispers(claimer, TRIAGE)).toEqual([]);

  await claimer.click(claimed, "restore.plan");
  const dryRun = await claimer.modal("restore.plan");
  expect(dryRun.text()).toContain(`integration-${id}`);
  await dryRun.dismiss();
  expect(existsSync(join(desk.data, "restored"))).toBe(false);

  await claimer.click(
    await cardWith(claimer, id, "restore.request-approval"),
    "restore.request-approval",
  );
  await approve(omar, await approvalCard(sam, id));
  await run(claimer, id, INTEGRATION);
  await cardWith(sam, id, "restore.hand-over");

  const { pack, preview } = await handedOver(claimer, anna, id);
  expect(pack.text).toContain("Europe/Stockholm");
  expect(preview).toContain("Dina data är klara");
  expect(pack.text).toContain("Dina data är klara");

  const place = join(desk.data, "restored", `integration-${id}`);
  expect(pack.text).toContain(place);
  const restored = await contentOf(place);
  expect(restored).toEqual(asRestored(before));
  expect(Object.keys(restored.files).length).toBeGreaterThan(40);
  expect(await contentOf(folderOf(desk.data, INTEGRATION))).toEqual(damaged);

  await acknowledged(anna, pack, "restored");
  await anna.until(() => controlsOf(anna.latest(pack) ?? pack).length === 0, {
    what: "a hand-over without buttons",
  });
  expect((await ticketOf(desk, id))?.state).toBe("closed");
  expect(controlsOf(anna.latest(receipt) ?? receipt)).toEqual([]);
  expect(operations(desk)).toMatchObject([{ kind: "restore", state: "succeeded" }]);
  return auditOf(desk, id);
}

describe("around a restore", () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(async () => {
    await opened.desk.close();
  });

  test("the claimer cannot approve, and the try is in the trail", async () => {
    const { desk, people } = opened;
    const { anna, sam } = people;
    const { id } = await filed(anna, { ...INTEGRATION, wall: wallClock(TWO_HOURS) });
    const card = await approvalWanted(sam, id);
    desk.workspace.faults.arm({ at: "delivery", type: "block_actions", how: "duplicate" });
    await sam.click(card, "restore.approve");
    await sam.until(() => whispers(sam, TRIAGE).length >= 2, { what: "two refusals" });
    expect(sam.modals()).toEqual([]);
    expect((await ticketOf(desk, id))?.state).toBe("approval-wanted");
    expect(
      (await auditOf(desk, id)).filter((one) => one === "restore.approve-refused"),
    ).toHaveLength(2);
  });

  test("the requester cannot approve, also as an approver", async () => {
    const { desk, people } = opened;
    const { ines, sam } = people;
    const { id } = await filed(ines, { ...INTEGRATION, wall: wallClock(TWO_HOURS) });
    const card = await approvalWanted(sam, id);
    await ines.click(card, "restore.approve");
    await ines.until(() => whispers(ines, TRIAGE).at(-1), { what: "a refusal" });
    expect(ines.modals()).toEqual([]);
    expect((await ticketOf(desk, id))?.state).toBe("approval-wanted");
    expect(await auditOf(desk, id)).toContain("restore.approve-refused");
  });

  test("a restore plan that was edited after its approval cannot run", async () => {
    const { desk, people } = opened;
    const { anna, sam, omar } = people;
    const { id, receipt } = await filed(anna, { ...STARTER, wall: wallClock(TWO_HOURS) });
    const card = await approvalWanted(sam, id);
    await approve(omar, card);
    await sam.click(await cardWith(sam, id, "restore.run"), "restore.run");
    const form = await sam.modal("restore.run");
    await form.fill("words", STARTER.environment);

    await anna.click(anna.latest(receipt) ?? receipt, "restore.change");
    const change = await anna.modal("restore.request");
    const later = wallClock(TWO_HOURS - 10);
    await change.fill("date", later.date);
    await change.fill("time", later.time);
    expect(await change.submit()).toBe("pushed");
    expect(await (await anna.modal("restore.check")).submit()).toBe("closed");

    expect(await form.submit()).toMatchObject({ words: expect.any(String) as string });
    await form.dismiss();
    await sam.until(() => controlsOf(sam.latest(card) ?? card).length === 0, {
      what: "an approval card without buttons",
    });
    const now = await cardWith(sam, id, "restore.plan");
    expect(controlsOf(now)).not.toContain("restore.run");
    expect(titleOf(now)).toContain(id);
    expect(operations(desk).filter(({ place }) => place?.includes(id))).toEqual([]);
    expect(await auditOf(desk, id)).not.toContain("restore.started");
  });

  test("two Run clicks are one operation", async () => {
    const { desk, people } = opened;
    const { anna, sam, omar } = people;
    const { id } = await filed(anna, { ...STARTER, wall: wallClock(TWO_HOURS) });
    await approve(omar, await approvalWanted(sam, id));
    desk.workspace.faults.arm({ at: "delivery", type: "view_submission", how: "duplicate" });
    await run(sam, id, STARTER);
    await cardWith(sam, id, "restore.hand-over");
    expect(operations(desk).filter(({ place }) => place?.includes(id))).toHaveLength(1);
    const trail = await auditOf(desk, id);
    expect(trail.filter((one) => one === "restore.started")).toHaveLength(1);
    const restored = await contentOf(join(desk.data, "restored", `production-${id}`));
    expect(restored).toEqual(asRestored(contentAt(opened.before, 1)));
  });

  test("who files for Starter is told first that they can do it themselves", async () => {
    const { luc } = opened.people;
    const check = await checked(luc, { ...STARTER, wall: wallClock(TWO_HOURS) });
    expect(check.text()).toMatch(/vous-même|Vous pouvez/);
    await check.dismiss();
  });
});
