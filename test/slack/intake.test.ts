import { afterEach, expect, test } from "vitest";
import { HOUR_MS } from "../../src/kernel/clock.ts";
import type { Driver } from "../../src/workspace/driver-types.ts";
import type { Message } from "../../src/workspace/model.ts";
import type { Bench } from "./slack-bench.ts";
import { slackBench } from "./slack-bench.ts";

let bench: Bench | undefined;

afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

const open = async (
  transport: "socket" | "http" = "socket",
  set: Parameters<typeof slackBench>[1] = {},
): Promise<Bench> => {
  bench = await slackBench(transport, set);
  return bench;
};

const hoursAgo = (hours: number): [date: string, time: string] => {
  const text = new Date(Date.now() - hours * HOUR_MS).toISOString();
  return [text.slice(0, 10), text.slice(11, 16)];
};

const filled = async (who: Driver, date: string, time: string, zone = "Europe/London") => {
  const form = await who.modal("restore.request");
  await form.fill("project", "shop-eu");
  await form.fill("environment", "integration");
  await form.fill("date", date);
  await form.fill("time", time);
  await form.fill("zone", zone);
  await form.fill("scope", ["database"]);
  return form;
};

const file = async (who: Driver): Promise<void> => {
  await who.command("/restore", "#ask-backup");
  await (await filled(who, ...hoursAgo(20))).submit();
  await (await who.modal("restore.check")).submit();
};

test("the form opens with the profile's zone, and its echo follows what is chosen", async () => {
  const { workspace } = await open();
  const anna = workspace.as("U0ANNA");
  await anna.shortcut("restore.new");
  const form = await anna.modal("restore.request");
  expect(form.value("zone")).toBe("Europe/Stockholm");
  await form.fill("date", "2026-11-18");
  await form.fill("time", "14:30");
  await anna.until(() => form.text().includes("2026-11-18T13:30:00Z"));
  expect(form.text()).toContain("onsdag 18 november 2026 14:30");
  expect(await form.suggest("zone", "stockholm")).toContain("Stockholm (UTC+1)");
});

test("words of a message fill the form in", async () => {
  const { workspace } = await open();
  const eve = workspace.as("U0EVE");
  const said = await eve.say("#ask-backup", "integration broke on 2026-11-18 at 14:30 UTC");
  await eve.messageShortcut(said, "restore.from-message");
  const form = await eve.modal("restore.request");
  expect(form.value("date")).toBe("2026-11-18");
  expect(form.value("time")).toBe("14:30");
  expect(form.value("environment")).toBe("integration");
  expect(form.value("reason")).toContain("integration broke");
});

test("words older than everything that is held are said to be, as soon as the form opens", async () => {
  const { workspace, engine } = await open();
  const eve = workspace.as("U0EVE");
  const opened = async (hours: number) => {
    const [date, time] = hoursAgo(hours);
    await eve.command(`/restore integration of ${date} at ${time} UTC`, "#ask-backup");
    const form = await eve.modal("restore.request");
    expect([form.value("date"), form.value("time")]).toEqual([date, time]);
    const said = form.text();
    await form.dismiss();
    return said;
  };
  const oldest = Math.min(...engine.snapshots.map(({ pointInTime }) => pointInTime.to));
  const refused = await opened(24 * 30);
  expect(refused).toContain("older than what is kept");
  const toTheSecond = new Date(oldest).toISOString().slice(11, 19);
  expect(refused).toContain(`${toTheSecond.replace(/:00$/, "")} UTC`);
  expect(await opened(40)).not.toContain("older than what is kept");
  engine.leftOut.push({ why: "unknown-signer", count: 1 });
  expect(await opened(24 * 30)).not.toContain("older than what is kept");
});

test("a ticket reaction is answered with a button only its author sees", async () => {
  const { workspace } = await open();
  const eve = workspace.as("U0EVE");
  const said = await eve.say("#ask-backup", "integration is gone since 2026-11-18 14:30");
  await eve.react(said, "ticket");
  const offered = await eve.hears("#ask-backup", "Open the form");
  expect(offered.onlyFor).toBe("U0EVE");
  await eve.click(offered, "restore.open");
  const form = await eve.modal("restore.request");
  expect(form.value("reason")).toContain("integration is gone");
});

test.each([
  ["2026-03-29", "02:30", "Europe/Stockholm", "time"],
  ["2030-01-01", "10:00", "Europe/Stockholm", "date"],
])("an impossible moment %s %s %s is refused beside its field", async (date, time, zone, field) => {
  const { workspace } = await open();
  const anna = workspace.as("U0ANNA");
  await anna.shortcut("restore.new");
  const answer = await (await filled(anna, date, time, zone)).submit();
  expect(Object.keys(answer)).toEqual([field]);
});

test("an hour that happened twice is asked for, and nothing is preset", async () => {
  const { workspace, stores } = await open();
  const anna = workspace.as("U0ANNA");
  await anna.shortcut("restore.new");
  expect(await (await filled(anna, "2026-10-25", "02:30", "Europe/Stockholm")).submit()).toBe(
    "pushed",
  );
  const twice = await anna.modal("moment.twice");
  expect(twice.value("instant")).toBeNull();
  expect(twice.text()).toContain("00:30 UTC");
  await twice.fill("instant", "2026-10-25T01:30:00Z");
  expect(await twice.submit()).toBe("pushed");
  await anna.until(() => anna.modals().length === 3);
  const draft = await stores.drafts.get({ draft: "D-1", version: 1 });
  expect(draft?.moment).toMatchObject({
    instant: Date.parse("2026-10-25T01:30:00Z"),
    zone: "Europe/Stockholm",
  });
});

test("the environment a project does not have is refused at its field", async () => {
  const { workspace } = await open();
  const eve = workspace.as("U0EVE");
  await eve.shortcut("restore.new");
  const form = await filled(eve, ...hoursAgo(20));
  await form.fill("environment", "production");
  expect(await form.submit()).toEqual({
    environment: "This project has: Integration, Staging.",
  });
});

test("the check shows moment, snapshots and rule; back keeps what was typed and makes version 2", async () => {
  const { workspace, stores } = await open("http");
  const eve = workspace.as("U0EVE");
  await eve.shortcut("restore.new");
  const form = await filled(eve, ...hoursAgo(20));
  await form.fill("reason", "typed once");
  await form.submit();
  const check = await eve.modal("restore.check");
  expect(check.text()).toContain("Snapshot before");
  expect(check.text()).toContain("Quote in en: <b>staging & production</b>");
  await workspace.quiet(200);
  await check.back();
  const again = await eve.modal("restore.request");
  expect(again.value("reason")).toBe("typed once");
  await again.submit();
  await (await eve.modal("restore.check")).submit();
  await eve.hears("dm", "RST-1001");
  expect((await stores.tickets.get("RST-1001"))?.case.draft).toEqual({ draft: "D-1", version: 2 });
});

test("a gap above the limit must be ticked, and the ticket keeps that it was accepted", async () => {
  const { workspace, stores } = await open();
  const eve = workspace.as("U0EVE");
  await eve.shortcut("restore.new");
  await (await filled(eve, ...hoursAgo(2))).submit();
  const check = await eve.modal("restore.check");
  expect(Object.keys(await check.submit())).toEqual(["gap"]);
  await check.fill("gap", ["accepted"]);
  expect(await check.submit()).toBe("closed");
  await eve.hears("dm", "RST-1001");
  const ticket = await stores.tickets.get("RST-1001");
  expect(ticket?.case.request.acceptedGapMs).toBeGreaterThan(24 * HOUR_MS);
});

test("a moment before every snapshot cannot be sent, and says why", async () => {
  const { workspace, stores } = await open();
  const eve = workspace.as("U0EVE");
  await eve.shortcut("restore.new");
  await (await filled(eve, ...hoursAgo(24 * 30))).submit();
  const view = await eve.modal("app.notice");
  expect(view.text()).toContain("There is no snapshot before this moment");
  expect(view.view.submit).toBeNull();
  expect(await stores.tickets.list({})).toEqual([]);
});

test("what the engine leaves out is said before anything is sent, and on every card of the plan", async () => {
  const { workspace, engine } = await open();
  const said = "2 snapshots are left out: the keys that signed them are not here";
  engine.leftOut.push({ why: "unknown-signer", count: 2 });
  const [eve, sam, omar] = [workspace.as("U0EVE"), workspace.as("U0SAM"), workspace.as("U0OMAR")];
  await eve.shortcut("restore.new");
  await (await filled(eve, ...hoursAgo(24 * 30))).submit();
  const none = await eve.modal("app.notice");
  expect(none.text()).toContain("There is no snapshot before this moment");
  expect(none.text()).toContain(said);
  await none.back();
  await (await filled(eve, ...hoursAgo(20))).submit();
  const check = await eve.modal("restore.check");
  expect(check.text()).toContain(said);
  await check.submit();
  const card = await sam.hears("#backup-triage", "RST-1001");
  const now = () => sam.latest(card) ?? card;
  await sam.click(card, "desk.claim");
  await sam.until(() => now().text.includes("Claimed"));
  await sam.click(now(), "restore.plan");
  expect((await sam.modal("restore.plan")).text()).toContain(said);
  await sam.until(() => JSON.stringify(now().blocks).includes(said));
  await sam.click(now(), "restore.request-approval");
  const approval = await omar.hears("#backup-triage", "Approval wanted · RST-1001");
  expect(JSON.stringify(approval.blocks)).toContain(said);
});

test("send delivered twice is one ticket, one card, one receipt", async () => {
  const { workspace, stores } = await open();
  const eve = workspace.as("U0EVE");
  workspace.faults.arm({ at: "delivery", type: "view_submission", how: "duplicate", times: 0 });
  await file(eve);
  await eve.hears("dm", "RST-1001");
  await workspace.quiet(300);
  expect(await stores.tickets.list({})).toHaveLength(1);
  const cards = workspace.as("U0SAM").sees("#backup-triage");
  expect(cards.filter((one) => one.text.includes("RST-"))).toHaveLength(1);
});

test("a click that reaches us too late gets a fresh button", async () => {
  const { workspace } = await open("http");
  const eve = workspace.as("U0EVE");
  const asked = await eve.say("dm", "can I back up Pro staging?");
  const answer = await eve.hears("dm", "No.", { thread: asked.ts });
  workspace.faults.arm({
    at: "answer",
    method: "views.open",
    how: { error: "expired_trigger_id" },
  });
  await eve.click(answer, "restore.open");
  const fresh = await eve.hears("dm", "took too long");
  await eve.click(fresh, "restore.open");
  expect((await eve.modal("restore.request")).value("reason")).toContain("Pro staging");
});

test("a retrieve says who does what, and that the copy stays seven days", async () => {
  const { workspace } = await open("socket", {
    wayBack: {
      mode: "retrieve",
      cell: "retrieve.pro.staging",
      schedule: {
        id: "pro",
        appliesTo: "pro",
        rows: [{ label: "days 1 to 3", fromDay: 1, toDay: 3, spacing: "PT1H" }],
        sources: [],
      },
    },
  });
  const eve = workspace.as("U0EVE");
  await eve.shortcut("restore.new");
  await (await filled(eve, ...hoursAgo(20))).submit();
  const check = await eve.modal("restore.check");
  expect(check.text()).toContain("Nobody restores it for you");
  expect(check.text()).toContain("stays 7 days");
});

const staffButton = async (who: Driver, card: Message, action: string): Promise<void> => {
  await who.click(card, action);
};

test("of two who claim at once one has it, and the other is told by whom", async () => {
  const { workspace, stores } = await open();
  await file(workspace.as("U0EVE"));
  const [sam, ines] = [workspace.as("U0SAM"), workspace.as("U0INES")];
  const card = await sam.hears("#backup-triage", "RST-1001");
  await Promise.all([staffButton(sam, card, "desk.claim"), staffButton(ines, card, "desk.claim")]);
  const winner = (await stores.tickets.get("RST-1001"))?.assignee;
  const loser = winner === "T0LOCAL/U0SAM" ? ines : sam;
  await loser.hears("#backup-triage", /has it already|occupe déjà/);
  expect(["T0LOCAL/U0SAM", "T0LOCAL/U0INES"]).toContain(winner);
});

test("a click on an old card is refused, and the present card comes", async () => {
  const { workspace, stores } = await open();
  await file(workspace.as("U0EVE"));
  const sam = workspace.as("U0SAM");
  const card = await sam.hears("#backup-triage", "RST-1001");
  await stores.tickets.change("RST-1001", "desk", () => ({
    ok: true,
    value: { state: "rejected", audit: { action: "test.rejected", data: {} } },
  }));
  await sam.click(card, "desk.claim");
  await sam.hears("#backup-triage", "This card is old");
  await sam.until(() => sam.latest(card)?.text.includes("Rejected"));
  expect((await stores.tickets.get("RST-1001"))?.assignee).toBeUndefined();
});

test("a customer who gets hold of a card can do nothing with it, and the try is kept", async () => {
  const { workspace, stores } = await open();
  await file(workspace.as("U0EVE"));
  const kim = workspace.as("U0KIM");
  const sam = workspace.as("U0SAM");
  const card = await sam.hears("#backup-triage", "RST-1001");
  await stores.outbox.add([
    {
      idem: "stray",
      recipient: { to: "place", place: { channel: "C0ASK" } },
      kind: "card",
      data: { ticket: "RST-1001" },
    },
  ]);
  expect(card).toBeDefined();
  const stray = await kim.hears("#ask-backup", "RST-1001");
  await kim.click(stray, "desk.claim");
  await kim.hears("#ask-backup", "Only support staff");
  await kim.click(stray, "desk.note");
  const refused = () => kim.reads("#ask-backup").filter(({ onlyFor }) => onlyFor === "U0KIM");
  await kim.until(() => refused().length === 2, { what: "both tries refused" });
  const history = await stores.tickets.history("RST-1001");
  expect(history.map((one) => one.action)).toEqual([
    "restore.filed",
    "desk.claim-refused",
    "desk.note-refused",
  ]);
});

test("another moment voids the plan, and cancelling ends it for everybody", async () => {
  const { workspace, stores } = await open();
  const eve = workspace.as("U0EVE");
  const sam = workspace.as("U0SAM");
  await file(eve);
  const receipt = await eve.hears("dm", "RST-1001");
  const card = await sam.hears("#backup-triage", "RST-1001");
  await sam.click(card, "desk.claim");
  await sam.until(() => sam.latest(card)?.text.includes("Claimed"));
  await sam.click(sam.latest(card) ?? card, "restore.plan");
  await (await sam.modal("restore.plan")).dismiss();
  await eve.click(eve.latest(receipt) ?? receipt, "restore.change");
  const form = await eve.modal("restore.request");
  const [date, time] = hoursAgo(25);
  await form.fill("date", date);
  await form.fill("time", time);
  await form.submit();
  await (await eve.modal("restore.check")).submit();
  await sam.until(() => sam.latest(card)?.text.includes("Claimed"));
  expect((await stores.tickets.get("RST-1001"))?.case.restorePlan).toBeUndefined();
  await eve.click(eve.latest(receipt) ?? receipt, "desk.cancel");
  await sam.until(() => sam.latest(card)?.text.includes("Cancelled"));
  await eve.until(() => eve.latest(receipt)?.text.includes("Cancelled"));
  expect(JSON.stringify(sam.latest(card)?.blocks)).not.toContain("desk.claim");
});

test("home shows a customer their own requests and staff the desk", async () => {
  const { workspace } = await open("http");
  const eve = workspace.as("U0EVE");
  const sam = workspace.as("U0SAM");
  await file(eve);
  const card = await sam.hears("#backup-triage", "RST-1001");
  const hers = await eve.home();
  expect(hers.text()).toContain("RST-1001");
  expect(hers.text()).not.toContain("Queue");
  await sam.click(card, "desk.claim");
  await sam.until(() => sam.latest(card)?.text.includes("Claimed"));
  const his = await sam.home();
  expect(his.text()).toContain("Queue");
  expect(his.text()).toContain("RST-1001");
  await his.press("desk.list:claimed");
  const list = await sam.modal("desk.list");
  expect(list.text()).toContain("RST-1001");
  await list.press("desk.audit");
  expect((await sam.modal("desk.audit")).text()).toContain("desk.claimed");
});

test("an old control and an unknown form are answered with one sentence", async () => {
  const { workspace, stores } = await open();
  const eve = workspace.as("U0EVE");
  await stores.outbox.add([
    {
      idem: "question back",
      recipient: { to: "place", place: { channel: "D0EVE" } },
      kind: "no-such-kind",
      data: {},
    },
  ]);
  await workspace.quiet(300);
  expect(bench?.logged.join("\n")).toContain("no-such-kind");
  const asked = await eve.say("dm", "can I back up Pro staging?");
  await eve.hears("dm", "No.", { thread: asked.ts });
});

test("what staff ask arrives in private, and the answer in its thread reaches the card", async () => {
  const { workspace, stores } = await open();
  const eve = workspace.as("U0EVE");
  const sam = workspace.as("U0SAM");
  await file(eve);
  const card = await sam.hears("#backup-triage", "RST-1001");
  await sam.click(card, "desk.ask");
  const form = await sam.modal("desk.ask");
  await form.fill("words", "Which tables?");
  await form.submit();
  const asked = await eve.hears("dm", "Which tables?");
  await sam.until(() => JSON.stringify(sam.latest(card)?.blocks).includes("Waiting for"));
  await eve.say("dm", "Only the catalog, can I get it today?", asked.ts);
  await sam.hears("#backup-triage", "Only the catalog", { thread: card.ts });
  expect((await stores.tickets.get("RST-1001"))?.waitingSince).toBeUndefined();
  expect(eve.sees("dm", asked.ts)).toHaveLength(2);
});
