import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_PEOPLE } from "../../src/workspace/default-people.ts";
import type { Message } from "../../src/workspace/model.ts";
import { runningDesk } from "../support/running-desk.ts";
import type { RunningDesk, Transport } from "../support/running-desk.ts";
import { ticketOf } from "./books.ts";
import { followed, linksIn, quotesIn } from "./cited.ts";
import { layPast } from "./shop-past.ts";
import {
  cardWith,
  cast,
  checked,
  controlsOf,
  filed,
  fillForm,
  titleOf,
  TRIAGE,
  wallClock,
  whispers,
} from "./steps.ts";

const INTEGRATION = { project: "shop-eu", environment: "integration" } as const;
const STAGING = { project: "shop-eu", environment: "staging" } as const;
const STARTER = { project: "atelier-nord", environment: "production" } as const;
const NOWHERE = {
  id: "U0NOA",
  team: "T0LOCAL",
  name: "noa",
  realName: "Noa Blom",
  locale: "en-GB",
  kind: "member" as const,
};

/** A project of a plan nobody has written about, with the data of another. */
async function addLegacy(data: string): Promise<void> {
  const file = join(data, "projects.yaml");
  const text = await readFile(file, "utf8");
  const starter = text.slice(text.indexOf("  - id: atelier-nord"));
  const legacy = starter
    .replace("id: atelier-nord", "id: old-shop")
    .replace("name: Atelier Nord", "name: Old Shop")
    .replace("plan: starter", "plan: pro-legacy");
  await writeFile(file, `${text.trimEnd()}\n${legacy}`);
}

async function open(transport: Transport): Promise<RunningDesk> {
  return runningDesk({
    transport,
    people: [...DEFAULT_PEOPLE, NOWHERE],
    prepare: async (data) => {
      await layPast(data, [
        { ...INTEGRATION, hours: [3, 1] },
        { ...STAGING, hours: [3, 1] },
        { ...STARTER, hours: [3] },
      ]);
      await addLegacy(data);
    },
  });
}

describe.each<[Transport]>([["socket"], ["http"]])("over %s", (transport) => {
  let desk: RunningDesk;
  let people: ReturnType<typeof cast>;
  beforeAll(async () => {
    desk = await open(transport);
    people = cast(desk.workspace);
  });
  afterAll(() => desk.close());

  test("a ticket put on a message brings a button, and the form has the message's words", async () => {
    const { anna, eve } = people;
    const { date } = wallClock(26 * 60);
    const words = `återställ integration i shop-eu till ${date} kl 14:30`;
    const said = await anna.say("#ask-backup", words);
    await anna.react(said, "ticket");
    const button = await anna.hears("#ask-backup", (one) =>
      controlsOf(one).includes("restore.open"),
    );
    expect(button.onlyFor).toBe(anna.id);
    expect(whispers(eve, "#ask-backup")).toEqual([]);
    await anna.click(button, "restore.open");
    const form = await anna.modal("restore.request");
    expect(form.value("project")).toBe("shop-eu");
    expect(form.value("environment")).toBe("integration");
    expect(form.value("date")).toBe(date);
    expect(form.value("time")).toBe("14:30");
    expect(form.value("zone")).toBe("Europe/Stockholm");
    expect(form.value("reason")).toBe(words);
    await form.dismiss();
  });

  test("the other four ways open the same form", async () => {
    const { luc } = people;
    const said = await luc.say("#ask-backup", "atelier-nord : la production est cassée");
    await luc.messageShortcut(said, "restore.from-message");
    const fromMessage = await luc.modal("restore.request");
    expect(fromMessage.value("project")).toBe("atelier-nord");
    expect(fromMessage.value("environment")).toBe("production");
    await fromMessage.dismiss();

    await luc.shortcut("restore.new");
    await (await luc.modal("restore.request")).dismiss();

    const asked = await luc.say("dm", "puis-je restaurer la production Starter ?");
    const answer = await luc.hears("dm", (one) => controlsOf(one).includes("restore.open"), {
      thread: asked.ts,
    });
    await luc.click(answer, "restore.open");
    const fromAnswer = await luc.modal("restore.request");
    expect(fromAnswer.value("environment")).toBe("production");
    await fromAnswer.dismiss();

    await (await luc.home()).press("restore.open");
    await (await luc.modal("restore.request")).dismiss();
  });

  test("a zone that the words leave open is not guessed from the profile", async () => {
    const { eve } = people;
    await eve.command("/restore shop-eu staging to 2026-06-10 21:00 CST", "dm");
    const form = await eve.modal("restore.request");
    expect(form.value("time")).toBe("21:00");
    expect(form.value("zone")).toBeNull();
    await form.dismiss();
  });

  test("zones are found by city, country and offset in four languages, with the offset of that day", async () => {
    const { anna } = people;
    await anna.command("/restore", "dm");
    const form = await anna.modal("restore.request");
    await form.fill("date", "2026-07-01");
    for (const typed of ["Köpenhamn", "Copenhague", "Kopenhagen", "Copenhagen"]) {
      const [first = ""] = await form.suggest("zone", typed);
      expect(first).toMatch(/\+0?2/);
    }
    await form.fill("date", "2026-01-15");
    const [winter = ""] = await form.suggest("zone", "Copenhagen");
    expect(winter).toMatch(/\+0?1(?!\d)/);
    expect((await form.suggest("zone", "+05:30")).length).toBeGreaterThan(0);
    await form.dismiss();
  });

  test("date, time and zone are echoed at once, and nothing that was typed is lost", async () => {
    const { joris } = people;
    await joris.command("/restore", "dm");
    const form = await joris.modal("restore.request");
    await form.fill("reason", "per ongeluk gewist");
    await form.fill("scope", ["database"]);
    await form.fill("date", "2026-07-01");
    await form.fill("time", "14:30");
    const shown = () => form.text().includes("2026-07-01T12:30:00Z");
    await joris.until(shown, { what: "the moment in full" });
    expect(form.text()).toContain("woensdag 1 juli 2026");
    await form.fill("zone", "Europe/London");
    await joris.until(() => form.text().includes("2026-07-01T13:30:00Z"), { what: "another zone" });
    expect(form.value("reason")).toBe("per ongeluk gewist");
    expect(form.value("scope")).toEqual(["database"]);
    await form.dismiss();
  });

  test("Back keeps what was typed, and checking again is the next version of the draft", async () => {
    const { anna } = people;
    const check = await checked(anna, { ...INTEGRATION, wall: wallClock(120) });
    expect(check.text()).toMatch(/\d{4}-\d\d-\d\dT\d\d:\d\d:00Z/);
    const first = JSON.parse(check.view.metadata) as { d: string; v: number };
    await check.back();
    const form = await anna.modal("restore.request");
    expect(form.value("reason")).toContain("Kampanjen");
    await form.fill("reason", "Ny text");
    expect(await form.submit()).toBe("pushed");
    const again = await anna.modal("restore.check");
    expect(JSON.parse(again.view.metadata)).toMatchObject({ d: first.d, v: first.v + 1 });
    await again.dismiss();
  });

  test("Back and Check in the same breath are versions of one draft, and one ticket comes of it", async () => {
    const { anna } = people;
    await anna.command("/restore", "dm");
    const form = await anna.modal("restore.request");
    await fillForm(form, { ...INTEGRATION, wall: wallClock(120) });
    const opened = JSON.parse(form.view.metadata) as { d: string };
    for (let time = 0; time < 3; time += 1) {
      expect(await form.submit()).toBe("pushed");
      await (await anna.modal()).back();
    }
    expect(await form.submit()).toBe("pushed");
    const check = await anna.modal("restore.check");
    expect(JSON.parse(check.view.metadata)).toMatchObject({ d: opened.d, v: 4 });
    await desk.workspace.quiet(1_200);
    expect(anna.modals().map(({ callback }) => callback)).toEqual([
      "restore.request",
      "restore.check",
    ]);
    const last = anna.reads("dm").at(-1);
    expect(await check.submit()).toBe("closed");
    const receipt = await anna.hears("dm", /RST-\d+/, last === undefined ? {} : { after: last });
    const id = /RST-\d+/.exec(receipt.text)?.[0] ?? "";
    const kept = await ticketOf(desk, id);
    expect(kept?.case).toMatchObject({ draft: { draft: opened.d, version: 4 } });
  });

  test("Send delivered again and again is one ticket, one card and one receipt", async () => {
    const { anna, sam } = people;
    const check = await checked(anna, { ...INTEGRATION, wall: wallClock(120) });
    const { faults } = desk.workspace;
    const last = anna.reads("dm").at(-1);
    faults.arm({ at: "delivery", type: "view_submission", how: "lose-ack" });
    await expect(check.submit()).rejects.toThrow(/respond|trouble|connect/i);
    faults.arm({ at: "delivery", type: "view_submission", how: "duplicate" });
    await check.submit();
    const receipt = await anna.hears("dm", /RST-\d+/, last === undefined ? {} : { after: last });
    const id = /RST-\d+/.exec(receipt.text)?.[0] ?? "";
    await cardWith(sam, id, "desk.claim");
    await desk.workspace.quiet(300);
    const receipts = anna
      .reads("dm")
      .filter((one) => Number(one.ts) > Number(last?.ts ?? 0) && one.bot !== undefined);
    expect(receipts).toHaveLength(1);
    const ids = sam.sees(TRIAGE).map((one) => titleOf(one).split(" ")[0]);
    expect(ids.filter((one) => one === id)).toHaveLength(1);
    const next = await filed(anna, { ...INTEGRATION, wall: wallClock(121) });
    expect(Number(next.id.slice(4))).toBe(Number(id.slice(4)) + 1);
  });

  test("what Starter restores itself and what Pro staging only gets retrieved is said before sending", async () => {
    const { luc, anna } = people;
    const self = await checked(luc, { ...STARTER, wall: wallClock(120) });
    expect(self.text()).toContain("vous-même");
    expect(quotesIn(self.view)).toHaveLength(1);
    await self.dismiss();

    const retrieved = await checked(anna, { ...STAGING, wall: wallClock(120) });
    expect(retrieved.text()).toContain("importerar databasen själv");
    expect(retrieved.text()).toContain("7 dagar");
    const [quote = ""] = quotesIn(retrieved.view);
    const [link] = linksIn(retrieved.view.blocks);
    expect(await followed(link as URL)).toContain(quote);
    await retrieved.dismiss();
  });

  test("an environment with no documented way back is refused beside its field", async () => {
    const { anna } = people;
    await anna.command("/restore", "dm");
    const form = await anna.modal("restore.request");
    await fillForm(form, { ...INTEGRATION, wall: wallClock(120) });
    await form.fill("project", "Old Shop");
    const errors = await form.submit();
    expect(errors).toMatchObject({ environment: expect.stringMatching(/.{20,}/) as string });
    await form.dismiss();
  });

  test("without a zone in the profile the field is empty, and Check asks for it", async () => {
    const noa = desk.workspace.as("U0NOA");
    await noa.command("/restore", "dm");
    const form = await noa.modal("restore.request");
    expect(form.value("zone")).toBeNull();
    await fillForm(form, { ...INTEGRATION, wall: wallClock(120) });
    expect(await form.submit()).toHaveProperty("zone");
    await form.fill("zone", "Europe/Stockholm");
    expect(await form.submit()).toBe("pushed");
    await (await noa.modal("restore.check")).dismiss();
  });

  test("guests and people of another workspace are told so, and get no form", async () => {
    const { guest, stranger } = people;
    for (const person of [guest, stranger]) {
      await person.command("/restore", "dm");
      await person.until(() => whispers(person, "dm").at(-1), { what: "a polite refusal" });
      expect(person.modals()).toEqual([]);
    }
  });

  test("a click that reaches the desk after its trigger has died gets a fresh button", async () => {
    const { anna } = people;
    const opens = (one: Message) => controlsOf(one).includes("restore.open");
    const asked = await anna.say("dm", "kan jag återställa Pro integration?");
    const answer = await anna.hears("dm", opens, { thread: asked.ts });
    desk.workspace.faults.arm({ at: "delivery", type: "block_actions", how: { delayMs: 3_200 } });
    await anna.click(answer, "restore.open").catch(() => undefined);
    const fresh = await anna.hears("dm", (one) => opens(one) && one.onlyFor === anna.id);
    expect(anna.modals()).toEqual([]);
    await anna.click(fresh, "restore.open");
    await (await anna.modal("restore.request")).dismiss();
  });
});
