import { afterAll, beforeAll, expect, test } from "vitest";
import { channelsFor, DEFAULT_PEOPLE } from "../../src/workspace/default-people.ts";
import { runningDesk } from "../support/running-desk.ts";
import type { RunningDesk } from "../support/running-desk.ts";
import { auditOf, read, ticketOf } from "./books.ts";
import { layPast } from "./shop-past.ts";
import {
  approvalWanted,
  approve,
  cardWith,
  cast,
  checked,
  controlsOf,
  filed,
  TRIAGE,
  wallClock,
  whispers,
} from "./steps.ts";

const INTEGRATION = { project: "shop-eu", environment: "integration" } as const;

let desk: RunningDesk;
let people: ReturnType<typeof cast>;
/** Eve, a customer, was let into the staff's channel: being in it is not a right. */
const channels = channelsFor(DEFAULT_PEOPLE).map((one) =>
  one.id === "C0TRIAGE" ? { ...one, members: new Set([...one.members, "U0EVE"]) } : one,
);

beforeAll(async () => {
  desk = await runningDesk({
    channels,
    prepare: async (data) => void (await layPast(data, [{ ...INTEGRATION, hours: [3, 1] }])),
  });
  people = cast(desk.workspace);
});
afterAll(() => desk.close());

const countTickets = () =>
  read(desk, async ({ tickets }) => (await tickets.list({ limit: 200 })).length);

/** One line, and not a long one: a sentence or two. */
const isClear = (text: string | undefined): boolean =>
  text !== undefined && text.length > 10 && text.length < 400 && !/undefined|\[object/.test(text);

test("words nobody understands open the form with nothing guessed from them", async () => {
  const { eve } = people;
  await eve.command("/restore ¯\\_(ツ)_/¯ 99:99 2026-13-45 `'; DROP TABLE ticket; --", "dm");
  const form = await eve.modal("restore.request");
  expect(form.value("project")).toBeNull();
  expect(form.value("date")).toBeNull();
  expect(form.value("time")).toBeNull();
  expect(form.value("reason")).toContain("DROP TABLE");
  expect(await form.submit()).toHaveProperty("date");
  await form.dismiss();
  expect(await countTickets()).toBe(0);
});

test("/backup without a question says in one sentence what to do", async () => {
  const { luc } = people;
  const answer = await luc.command("/backup", "#ask-backup");
  expect(isClear(answer?.text)).toBe(true);
  expect(answer?.onlyFor).toBe(luc.id);
});

test("a mention without a question is answered once, in one sentence", async () => {
  const { anna } = people;
  const asked = await anna.say("#ask-backup", "@snapdesk");
  const said = await anna.hears("#ask-backup", () => true, { thread: asked.ts });
  await desk.workspace.quiet(300);
  expect(isClear(said.text)).toBe(true);
  expect(anna.sees("#ask-backup", asked.ts)).toHaveLength(2);
});

test("ten thousand characters are no question, and are told so in one sentence", async () => {
  const { joris } = people;
  const long = `kan ik Pro staging back-uppen? ${"bla ".repeat(2_500)}`;
  const asked = await joris.say("dm", long);
  const said = await joris.hears("dm", () => true, { thread: asked.ts });
  expect(isClear(said.text)).toBe(true);
  expect(controlsOf(said)).toEqual([]);
  await desk.workspace.quiet(300);
  expect(joris.sees("dm", asked.ts)).toHaveLength(2);
});

test("other alphabets and markup are answered, and do no harm; signs alone are left alone", async () => {
  const { eve } = people;
  for (const words of ["<script>alert(1)</script>", "备份 可以吗", "<!channel> help <@U0SAM>"]) {
    const asked = await eve.say("dm", words);
    const said = await eve.hears("dm", () => true, { thread: asked.ts, what: words });
    expect(JSON.stringify(said.blocks)).not.toContain("<!channel>");
  }
  const signs = await eve.say("dm", "*_~`");
  await desk.workspace.quiet(300);
  expect(eve.sees("dm", signs.ts)).toHaveLength(1);
});

test("a click on a card that has moved on does nothing twice and says so", async () => {
  const { anna, sam, ines } = people;
  const { id } = await filed(anna, { ...INTEGRATION, wall: wallClock(120) });
  const card = await cardWith(sam, id, "desk.claim");
  desk.workspace.faults.arm({ at: "answer", method: "chat.update", how: { delayMs: 400 } });
  await sam.click(card, "desk.claim");
  ines.reload();
  await ines.click(card, "desk.claim");
  await ines.until(() => whispers(ines, TRIAGE).length === 1, { what: "one ephemeral" });
  expect(isClear(whispers(ines, TRIAGE)[0]?.text)).toBe(true);
  expect((await ticketOf(desk, id))?.assignee).toBe("T0LOCAL/U0SAM");
  expect((await auditOf(desk, id)).filter((one) => one === "desk.claimed")).toHaveLength(1);
});

test("a customer who presses a button of staff is refused, and the try is in the trail", async () => {
  const { anna, eve, sam } = people;
  const { id } = await filed(anna, { ...INTEGRATION, wall: wallClock(120) });
  const card = await cardWith(sam, id, "desk.claim");
  for (const action of ["desk.claim", "desk.note"]) {
    await eve.click(card, action);
    await eve.until(() => whispers(eve, TRIAGE).at(-1), { what: "a refusal" });
    expect(eve.modals()).toEqual([]);
    eve.reload();
  }
  expect((await ticketOf(desk, id))?.state).toBe("new");
  const trail = await auditOf(desk, id);
  expect(trail).toContain("desk.claim-refused");
  expect(trail).toContain("desk.note-refused");
});

test("somebody else's receipt and hand-over answer to their requester alone", async () => {
  const { anna, eve } = people;
  const { id, receipt } = await filed(anna, { ...INTEGRATION, wall: wallClock(120) });
  await eve.click(receipt, "desk.cancel").catch(() => undefined);
  await eve.click(receipt, "restore.change").catch(() => undefined);
  await desk.workspace.quiet(300);
  expect(eve.modals()).toEqual([]);
  expect((await ticketOf(desk, id))?.state).toBe("new");
});

test("a form that is sent twice is one ticket", async () => {
  const { anna } = people;
  const before = await countTickets();
  const check = await checked(anna, { ...INTEGRATION, wall: wallClock(120) });
  desk.workspace.faults.arm({ at: "delivery", type: "view_submission", how: "duplicate" });
  expect(await check.submit()).toBe("closed");
  await desk.workspace.quiet(300);
  expect(await countTickets()).toBe(before + 1);
});

test("a run with the wrong name of the environment does not start", async () => {
  const { anna, sam, omar } = people;
  const { id } = await filed(anna, { ...INTEGRATION, wall: wallClock(120) });
  await approve(omar, await approvalWanted(sam, id));
  await sam.click(await cardWith(sam, id, "restore.run"), "restore.run");
  const form = await sam.modal("restore.run");
  await form.fill("words", "production");
  expect(await form.submit()).toHaveProperty("words");
  await form.dismiss();
  expect((await ticketOf(desk, id))?.state).toBe("approved");
});
