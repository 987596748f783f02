import { existsSync } from "node:fs";
import { readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { runningDesk } from "../support/running-desk.ts";
import type { RunningDesk } from "../support/running-desk.ts";
import { auditOf, operations, ticketOf } from "./books.ts";
import { contentOf, folderOf, layPast } from "./shop-past.ts";
import {
  approvalCard,
  approvalWanted,
  approve,
  cardWith,
  cast,
  controlsOf,
  filed,
  menuChoice,
  planned,
  run,
  titleOf,
  TRIAGE,
  wallClock,
  whispers,
} from "./steps.ts";

const SMALL = { project: "atelier-nord", environment: "staging" } as const;
const LARGE = { project: "shop-eu", environment: "integration" } as const;
const STARTER = { project: "atelier-nord", environment: "integration" } as const;
const TWO_HOURS = 120;
const HOUR_MS = 3_600_000;

let desk: RunningDesk;
let people: ReturnType<typeof cast>;
beforeAll(async () => {
  desk = await runningDesk({
    movableClock: true,
    prepare: async (data) =>
      void (await layPast(data, [
        { ...SMALL, hours: [4, 3, 1] },
        { ...STARTER, hours: [100, 3] },
        { ...LARGE, hours: [3], extraBytes: 150_000_000 },
      ])),
  });
  people = cast(desk.workspace);
});
beforeEach(() => {
  people.sam.reload();
  people.omar.reload();
});
afterAll(() => desk.close());

test("a new moment voids the approval, and everybody concerned is told", async () => {
  const { anna, sam, omar } = people;
  const { id, receipt } = await filed(anna, { ...SMALL, wall: wallClock(TWO_HOURS) });
  const card = await approvalWanted(sam, id);
  await approve(omar, card);
  await cardWith(sam, id, "restore.run");
  await anna.click(anna.latest(receipt) ?? receipt, "restore.change");
  const form = await anna.modal("restore.request");
  const other = wallClock(TWO_HOURS + 30);
  await form.fill("date", other.date);
  await form.fill("time", other.time);
  expect(await form.submit()).toBe("pushed");
  expect(await (await anna.modal("restore.check")).submit()).toBe("closed");
  await anna.until(() => anna.latest(receipt)?.text.includes(other.time), { what: "the new time" });
  const now = await cardWith(sam, id, "restore.plan");
  expect(controlsOf(now)).not.toContain("restore.run");
  await sam.until(() => controlsOf(sam.latest(card) ?? card).length === 0, {
    what: "an approval that is void",
  });
  await sam.hears(TRIAGE, (one) => one.thread === now.ts && one.text.includes(`<@${anna.id}>`));
  expect((await ticketOf(desk, id))?.case).not.toHaveProperty("approval");
});

test("the requester cancels before it runs: every copy is without buttons", async () => {
  const { anna, sam } = people;
  const { id, receipt } = await filed(anna, { ...SMALL, wall: wallClock(TWO_HOURS) });
  const approval = await approvalWanted(sam, id);
  await anna.click(anna.latest(receipt) ?? receipt, "desk.cancel");
  for (const copy of [receipt, approval]) {
    await anna.until(() => controlsOf(anna.latest(copy) ?? copy).length === 0, {
      what: "a copy without buttons",
    });
  }
  expect((await ticketOf(desk, id))?.state).toBe("cancelled");
});

test("staff reject with a reason, and the requester reads it", async () => {
  const { anna, sam } = people;
  const { id } = await filed(anna, { ...SMALL, wall: wallClock(TWO_HOURS) });
  const card = await cardWith(sam, id, "desk.claim");
  await sam.click(card, "desk.more", menuChoice(card, "reject"));
  const form = await sam.modal("desk.reject");
  expect(await form.submit()).toHaveProperty("words");
  await form.fill("words", "Miljön finns inte längre");
  expect(await form.submit()).toBe("closed");
  await anna.hears("dm", "Miljön finns inte längre");
  expect((await ticketOf(desk, id))?.state).toBe("rejected");
});

test("a run that is stopped leaves nothing behind", async () => {
  const { anna, sam, omar } = people;
  const { id } = await filed(anna, { ...LARGE, wall: wallClock(TWO_HOURS), wanted: ["database"] });
  await approve(omar, await approvalWanted(sam, id));
  await run(sam, id, LARGE);
  const card = await cardWith(sam, id, "restore.stop");
  await sam.click(card, "restore.stop");
  await sam.until(() => titleOf(sam.latest(card) ?? card).includes(id), { what: "the card" });
  const state = async () => (await ticketOf(desk, id))?.state;
  for (let look = 0; look < 60 && (await state()) === "running"; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await state()).toBe("cancelled");
  expect(existsSync(join(desk.data, "restored", `integration-${id}`))).toBe(false);
  const left = (await readdir(join(desk.data, "restored")).catch(() => [])).filter((name) =>
    name.includes(id),
  );
  expect(left).toEqual([]);
  expect(await auditOf(desk, id)).toContain("restore.stopped");
});

test("a snapshot that is gone at the run: nothing is done, and another one needs another approval", async () => {
  const { anna, sam, omar } = people;
  const { id } = await filed(anna, { ...SMALL, wall: wallClock(TWO_HOURS) });
  const approval = await approvalWanted(sam, id);
  await approve(omar, approval);
  await cardWith(sam, id, "restore.run");
  const plan = (await ticketOf(desk, id))?.case as { restorePlan: { snapshot: { id: string } } };
  const folder = join(desk.data, "snapshots", "snapshots");
  const gone = plan.restorePlan.snapshot.id;
  await rename(join(folder, gone), join(desk.data, gone));

  await run(sam, id, SMALL);
  const failed = await cardWith(sam, id, "restore.retry");
  expect(existsSync(join(desk.data, "restored", `staging-${id}`))).toBe(false);
  await anna.hears("dm", (one) => one.text.includes(id) && one.ts > approval.ts);
  expect(JSON.stringify(failed.blocks)).toMatch(/snapshot|not-found/);

  await sam.click(failed, "restore.plan");
  const again = await sam.modal("restore.plan");
  expect(again.text()).not.toContain(gone);
  await again.dismiss();
  const replanned = await cardWith(sam, id, "restore.request-approval");
  expect(controlsOf(replanned)).not.toContain("restore.run");
  await sam.click(replanned, "restore.request-approval");
  const second = await sam.until(
    () => {
      const found = sam
        .sees(TRIAGE)
        .findLast((one) => one.text.includes(id) && controlsOf(one).includes("restore.approve"));
      return found !== undefined && found.ts !== approval.ts ? found : undefined;
    },
    { what: "another approval card" },
  );
  await approve(omar, second);
  await run(sam, id, SMALL);
  await cardWith(sam, id, "restore.hand-over");
  await rename(join(desk.data, gone), join(folder, gone));
  expect(
    operations(desk).filter(({ state, place }) => state === "succeeded" && place?.includes(id)),
  ).toHaveLength(1);
});

test("pressed twice, approval is asked for once, and the second press is told the card is old", async () => {
  const { anna, sam } = people;
  const { id } = await filed(anna, { ...SMALL, wall: wallClock(TWO_HOURS) });
  await planned(sam, id);
  const card = await cardWith(sam, id, "restore.request-approval");
  desk.workspace.faults.arm({ at: "delivery", type: "block_actions", how: "duplicate" });
  await sam.click(card, "restore.request-approval");
  await approvalCard(sam, id);
  await sam.until(() => whispers(sam, TRIAGE).length === 1, { what: "one ephemeral" });
  const wanted = (await auditOf(desk, id)).filter((one) => one === "restore.approval-wanted");
  expect(wanted).toHaveLength(1);
});

test("a card that was deleted is posted again with the next change, and stays there", async () => {
  const { anna, sam } = people;
  const { id } = await filed(anna, { ...SMALL, wall: wallClock(TWO_HOURS) });
  const card = await cardWith(sam, id, "desk.claim");
  const answer = await fetch(`${desk.workspace.apiUrl}chat.delete`, {
    method: "POST",
    headers: { authorization: `Bearer ${desk.workspace.botToken}` },
    body: new URLSearchParams({ channel: card.channel, ts: card.ts }),
  });
  expect(await answer.json()).toMatchObject({ ok: true });
  const { receipt } = { receipt: await anna.hears("dm", (one) => titleOf(one).includes(id)) };
  await anna.click(receipt, "desk.cancel");
  const anew = await cardWith(sam, id);
  expect(anew.ts).not.toBe(card.ts);
  expect(controlsOf(anew)).toEqual([]);
  await desk.workspace.quiet(300);
  expect(sam.sees(TRIAGE).filter((one) => titleOf(one).startsWith(id))).toHaveLength(1);
});

test("warnings before the wanted snapshot ends come once each, and an approval nobody gives expires", async () => {
  const { luc, sam } = people;
  const wall = wallClock(99 * 60, "Europe/Paris");
  const { id } = await filed(luc, { ...STARTER, wall });
  const kept = (await ticketOf(desk, id))?.case as { wantedUntil: number } | undefined;
  const wantedUntil = kept?.wantedUntil ?? 0;
  const approval = await approvalWanted(sam, id);
  desk.advance(4 * HOUR_MS + 60_000);
  await sam.until(() => controlsOf(sam.latest(approval) ?? approval).length === 0, {
    what: "an approval that has expired",
    timeoutMs: 10_000,
  });
  expect((await ticketOf(desk, id))?.state).toBe("planned");
  await cardWith(sam, id, "restore.request-approval");

  const warned = async () =>
    (await auditOf(desk, id)).filter((one) => one === "restore.expiry-warned").length;
  let at = Date.now() + 4 * HOUR_MS + 60_000;
  for (const [count, hours] of [24, 4, 1].entries()) {
    const wait = wantedUntil - hours * HOUR_MS - at + 1_000;
    desk.advance(wait);
    at += wait;
    const heard = () => sam.reads("dm").filter((one) => one.text.includes(id)).length > count;
    await sam.until(heard, { what: `the warning ${hours} hours before`, timeoutMs: 10_000 });
    expect(await warned()).toBe(count + 1);
  }
});

test("a source is never written to by any of this", async () => {
  const { rows } = await contentOf(folderOf(desk.data, SMALL));
  expect(rows["sales_order"]?.length).toBeGreaterThan(0);
  expect(operations(desk).every(({ place }) => place !== "atelier-nord/staging")).toBe(true);
});
