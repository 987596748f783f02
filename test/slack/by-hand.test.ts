import { afterEach, expect, test } from "vitest";
import { HOUR_MS } from "../../src/kernel/clock.ts";
import type { RetentionSchedule } from "../../src/restore/retention-schedule.ts";
import type { Driver } from "../../src/workspace/driver-types.ts";
import type { Message } from "../../src/workspace/model.ts";
import type { Bench } from "./slack-bench.ts";
import { slackBench } from "./slack-bench.ts";

let bench: Bench | undefined;

afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

const schedule: RetentionSchedule = {
  id: "pro",
  appliesTo: "pro",
  rows: [{ label: "days 1 to 3", fromDay: 1, toDay: 3, spacing: "PT1H" }],
  sources: [],
};

/** `2026-11-18T08:15`, so many hours ago. */
const ago = (hours: number): string =>
  new Date(Date.now() - hours * HOUR_MS).toISOString().slice(0, 16);
/** As `snap.time` has it. */
const stamp = (hours: number, seconds = "00.000000"): string =>
  `${ago(hours).replace("T", " ")}:${seconds}+00:00`;

const WANTED = 20;

type Desk = { sam: Driver; omar: Driver; anna: Driver; card: Message; now: () => Message };

/** A ticket that waits for its plan, on a desk without an engine. */
async function claimed(): Promise<Desk> {
  bench = await slackBench("socket", {
    wayBack: { mode: "retrieve", cell: "retrieve.pro.staging", schedule },
    withoutEngine: true,
  });
  const [anna, sam, omar] = ["U0ANNA", "U0SAM", "U0OMAR"].map((id) => bench?.workspace.as(id));
  if (anna === undefined || sam === undefined || omar === undefined) throw new Error("nobody");
  await anna.command("/restore", "#ask-backup");
  const form = await anna.modal("restore.request");
  const [date = "", time = ""] = ago(WANTED).split("T");
  await form.fill("project", "shop-eu");
  await form.fill("environment", "staging");
  await form.fill("date", date);
  await form.fill("time", time);
  await form.fill("zone", "UTC");
  await form.fill("scope", ["database"]);
  await form.submit();
  await (await anna.modal("restore.check")).submit();
  const card = await sam.hears("#backup-triage", "RST-1001");
  const now = () => sam.latest(card) ?? card;
  await sam.click(card, "desk.claim");
  await sam.until(() => now().text.includes("Claimed"));
  return { sam, omar, anna, card, now };
}

/** The plan as typed from support's own tools, approved and in the hands of people. */
async function running({ sam, omar, now }: Desk, taken: string): Promise<void> {
  await sam.click(now(), "restore.plan");
  const typed = await sam.modal("restore.plan-by-hand");
  await typed.fill("snapshot", "snap-0abc");
  await typed.fill("taken", "yesterday");
  expect(await typed.submit()).toHaveProperty("taken");
  await typed.fill("taken", taken);
  await typed.submit();
  await (await sam.modal("restore.plan")).dismiss();
  await sam.until(() => now().text.includes("Planned"));
  await sam.click(now(), "restore.request-approval");
  const approval = await omar.hears("#backup-triage", "Approval wanted · RST-1001");
  await omar.click(approval, "restore.approve");
  await (await omar.modal("restore.approve")).submit();
  await sam.until(() => now().text.includes("Approved"));
  await sam.click(now(), "restore.run");
  const run = await sam.modal("restore.run");
  await run.fill("words", "staging");
  expect(await run.submit()).toBe("closed");
  await sam.until(() => now().text.includes("Running"));
}

async function place({ sam, now }: Desk, snapTime: string) {
  await sam.click(now(), "restore.placed");
  const placed = await sam.modal("restore.placed");
  await placed.fill("path", "/mnt/recovery/vol-0abc");
  await placed.fill("placed", stamp(0));
  await placed.fill("snaptime", snapTime);
  return { placed, answer: await placed.submit() };
}

test("support lays a copy out by hand: planned, approved, placed, checked and handed over", async () => {
  const desk = await claimed();
  await running(desk, stamp(WANTED + 1));
  const late = await place(desk, stamp(WANTED, "01.000000"));
  expect(late.answer).toHaveProperty("snaptime");
  await late.placed.fill("snaptime", stamp(WANTED + 1, "03.250000"));
  expect(await late.placed.submit()).toBe("closed");
  await desk.sam.until(() => desk.now().text.includes("Verified"));
  expect(desk.now().text).toContain("/mnt/recovery/vol-0abc");
  await desk.sam.click(desk.now(), "restore.hand-over");
  await (await desk.sam.modal("restore.hand-over")).submit();
  const pack = await desk.anna.hears("dm", "/mnt/recovery/vol-0abc");
  expect(JSON.stringify(pack.blocks)).toContain("restore.acknowledge");
  const ticket = await bench?.stores.tickets.get("RST-1001");
  expect(ticket?.case).toMatchObject({
    verification: { state: "not-checkable" },
    restorePlan: { byHand: true, snapshot: { id: "snap-0abc" } },
  });
}, 20_000);

test("another snapshot than the approved one goes back to the restore plan", async () => {
  const desk = await claimed();
  await running(desk, stamp(WANTED + 1));
  expect((await place(desk, stamp(WANTED + 2))).answer).toBe("closed");
  await desk.sam.until(() => desk.now().text.includes("Planned"));
  await desk.sam.hears("#backup-triage", "another snapshot", { thread: desk.card.ts });
  expect((await bench?.stores.tickets.get("RST-1001"))?.case.approval).toBeUndefined();
}, 20_000);

test("a snapshot from after the moment cannot be planned", async () => {
  const desk = await claimed();
  await desk.sam.click(desk.now(), "restore.plan");
  const typed = await desk.sam.modal("restore.plan-by-hand");
  await typed.fill("snapshot", "snap-0abc");
  await typed.fill("taken", stamp(WANTED - 1));
  await typed.submit();
  const said = await desk.sam.modal("app.notice");
  expect(said.text()).toContain("snap-0abc cannot be used");
  expect((await bench?.stores.tickets.get("RST-1001"))?.state).toBe("claimed");
});

test("laying out by hand can be stopped with a reason: the requester reads it, and another snapshot may follow", async () => {
  const desk = await claimed();
  const { sam, anna, now } = desk;
  const ines = bench?.workspace.as("U0INES");
  if (ines === undefined) throw new Error("nobody");
  await running(desk, stamp(WANTED + 1));
  await sam.click(now(), "restore.placed");
  const late = await sam.modal("restore.placed");

  await ines.click(now(), "restore.stop-by-hand");
  const form = await ines.modal("restore.stop-by-hand");
  expect(await form.submit()).toHaveProperty("words");
  await form.fill("words", "The volume cannot be mounted");
  bench?.workspace.faults.arm({ at: "delivery", type: "view_submission", how: "duplicate" });
  await form.submit();
  await sam.until(() => now().text.includes("Failed"));
  await anna.hears("dm", "The volume cannot be mounted");
  const stopped = await bench?.stores.tickets.get("RST-1001");
  expect(stopped).toMatchObject({
    state: "failed",
    case: { failure: { kind: "stopped-by-hand" } },
  });
  const trail = (await bench?.stores.tickets.history("RST-1001")) ?? [];
  expect(trail.filter(({ action }) => action === "restore.stopped-by-hand")).toHaveLength(1);

  await late.fill("path", "/mnt/recovery/vol-0abc");
  await late.fill("placed", stamp(0));
  await late.fill("snaptime", stamp(WANTED + 1));
  expect(await late.submit()).toHaveProperty("snaptime");
  await late.dismiss();

  await sam.click(now(), "restore.plan");
  const typed = await sam.modal("restore.plan-by-hand");
  await typed.fill("snapshot", "snap-0def");
  await typed.fill("taken", stamp(WANTED + 2));
  await typed.submit();
  await (await sam.modal("restore.plan")).dismiss();
  await sam.until(() => now().text.includes("Planned"));
  expect((await bench?.stores.tickets.get("RST-1001"))?.case.approval).toBeUndefined();
}, 20_000);
