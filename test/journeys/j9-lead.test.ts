import { execFile } from "node:child_process";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runningDesk } from "../support/running-desk.ts";
import type { RunningDesk } from "../support/running-desk.ts";
import { read, ticketOf } from "./books.ts";
import { layPast } from "./shop-past.ts";
import { approvalWanted, cardWith, cast, filed, menuChoice, planned, wallClock } from "./steps.ts";

const INTEGRATION = { project: "shop-eu", environment: "integration" } as const;
const ROOT = join(import.meta.dirname, "../..");

let desk: RunningDesk;
let people: ReturnType<typeof cast>;
beforeAll(async () => {
  desk = await runningDesk({
    prepare: async (data) => void (await layPast(data, [{ ...INTEGRATION, hours: [3, 1] }])),
  });
  people = cast(desk.workspace);
});
afterAll(() => desk.close());

const snapdesk = (...words: readonly string[]) =>
  promisify(execFile)(process.execPath, [join(ROOT, "src/snapdesk.js"), ...words], {
    env: { ...process.env, ...desk.env },
  }).then(
    ({ stdout }) => ({ code: 0, stdout, stderr: "" }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      stdout,
      stderr,
    }),
  );

test("the numbers of the Home are those of the database, and open their lists", async () => {
  const { anna, joris, sam, ines } = people;
  const wall = wallClock(120);
  const ids: string[] = [];
  for (let number = 0; number < 13; number += 1) {
    const person = number % 2 === 0 ? anna : joris;
    ids.push((await filed(person, { ...INTEGRATION, wall })).id);
  }
  const [first = "", second = "", third = ""] = ids;
  await sam.click(await cardWith(sam, first, "desk.claim"), "desk.claim");
  await planned(ines, second);
  await approvalWanted(sam, third);

  const home = await sam.home();
  const counts = await read(desk, ({ tickets }) => tickets.countByState());
  const shown = [
    ...JSON.stringify(home.view.blocks).matchAll(/desk\.list:([a-z-]+)"[^}]*\((\d+)\)/g),
  ];
  expect(Object.fromEntries(shown.map(([, state, count]) => [state, Number(count)]))).toEqual(
    counts,
  );
  expect(counts).toEqual({ new: 10, claimed: 1, planned: 1, "approval-wanted": 1 });

  await home.press("desk.list:new");
  const list = await sam.modal("desk.list");
  const rows = JSON.stringify(list.view.blocks).match(/"block_id":"ticket-RST-\d+"/g);
  expect(rows).toHaveLength(10);
  await list.press("desk.audit");
  const audit = await sam.modal("desk.audit");
  expect(audit.text()).toContain("restore.filed");
  await audit.dismiss();
});

test("who approves sees what waits for them, but not what they may not approve", async () => {
  const { omar, sam } = people;
  const section = (blocks: readonly object[], id: string): string =>
    JSON.stringify(blocks.find((block) => (block as { block_id: string }).block_id === id) ?? "");
  expect(section((await omar.home()).view.blocks, "approvals-list")).toMatch(/RST-\d+/);
  expect(section((await sam.home()).view.blocks, "approvals-list")).not.toMatch(/RST-\d+/);
});

test("a developer's Home has their own requests and nothing of others", async () => {
  const { anna, luc } = people;
  const mine = await anna.home();
  const theirs = await read(desk, ({ tickets }) => tickets.list({ limit: 50 }));
  const joris = theirs.filter(({ requester }) => requester.endsWith("U0JORIS"));
  for (const { id } of joris) expect(mine.text()).not.toContain(id);
  expect(mine.text()).toMatch(/RST-\d+/);
  expect(mine.text()).toContain("Europe/Stockholm");
  expect(JSON.stringify(mine.view.blocks)).not.toContain("desk.list");
  expect((await luc.home()).text()).not.toMatch(/RST-\d+/);
});

test("the audit of a ticket names who did what, and only staff open it", async () => {
  const { sam } = people;
  const all = await read(desk, ({ tickets }) =>
    tickets.list({ states: ["approval-wanted"], limit: 5 }),
  );
  const id = all[0]?.id ?? "";
  const card = await cardWith(sam, id);
  await sam.click(card, "desk.more", menuChoice(card, "audit"));
  const audit = (await sam.modal("desk.audit")).text();
  for (const deed of [
    "restore.filed",
    "desk.claimed",
    "restore.planned",
    "restore.approval-wanted",
  ]) {
    expect(audit).toContain(deed);
  }
  expect(audit).toContain("<@U0SAM>");
  expect(audit).toContain("sha256:");
});

test("a shift is handed over: every open claim, with a note, and both are told", async () => {
  const { sam, ines } = people;
  const home = await sam.home();
  const mine = await read(desk, ({ tickets }) =>
    tickets.list({ assignee: "T0LOCAL/U0SAM", limit: 50 }),
  );
  await home.press("desk.shift");
  const form = await sam.modal("desk.shift");
  await form.fill("to", "U0INES");
  await form.fill("words", "I am off until Monday");
  expect(await form.submit()).toBe("updated");
  for (const { id } of mine) {
    expect((await ticketOf(desk, id))?.assignee).toBe("T0LOCAL/U0INES");
    await ines.hears("dm", (one) => one.text.includes(id) && one.text.includes("off until Monday"));
  }
  expect(mine.length).toBeGreaterThanOrEqual(2);
});

test("the export has every ticket on a line of its own, whatever people wrote", async () => {
  const { anna } = people;
  const reason = '=HYPERLINK("evil")\nand, "another" line';
  await filed(anna, { ...INTEGRATION, wall: wallClock(120), reason });
  const { code, stdout } = await snapdesk("tickets", "export");
  expect(code).toBe(0);
  const all = await read(desk, ({ tickets }) => tickets.list({ limit: 200 }));
  expect(stdout.trim().split(/\r?\n/)).toHaveLength(all.length + 1);
  expect(stdout).not.toMatch(/(?:^|[,;"])[=+@-]/m);
});

test("one changed byte in the audit trail is named", async () => {
  expect((await snapdesk("audit", "verify")).code).toBe(0);
  const database = new DatabaseSync(join(desk.data, "desk.sqlite"));
  const { seq, data } = database
    .prepare("SELECT seq, data FROM audit WHERE action = 'desk.claimed' ORDER BY seq LIMIT 1")
    .get() as { seq: number; data: string };
  const triggers = database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER "${String(name)}"`);
  const change = database.prepare("UPDATE audit SET data = ? WHERE seq = ?");
  change.run(data.replace("U0", "U1"), seq);
  const { code, stdout, stderr } = await snapdesk("audit", "verify");
  change.run(data, seq);
  database.close();
  expect(code).toBe(1);
  expect(`${stdout}${stderr}`).toContain(String(seq));
});
