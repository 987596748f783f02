import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runningDesk } from "../support/running-desk.ts";
import type { RunningDesk } from "../support/running-desk.ts";
import type { ModalDriver } from "../../src/workspace/driver-types.ts";
import { ticketOf } from "./books.ts";
import { layPast } from "./shop-past.ts";
import { cardWith, cast, fillForm, wallClock } from "./steps.ts";

const HOUR_MS = 3_600_000;
const INTEGRATION = { project: "shop-eu", environment: "integration" } as const;
const STAGING = { project: "shop-eu", environment: "staging" } as const;
const TWICE = { date: "2026-10-25", time: "02:30" };
const NEVER = { date: "2026-03-29", time: "02:30" };

/** Who, in whose zone, and what summer time is called there. */
const PEOPLE = [
  ["anna", "Europe/Stockholm", /sommartid/],
  ["luc", "Europe/Paris", /heure d[’']été/],
  ["joris", "Europe/Amsterdam", /zomertijd/],
  ["eve", "Europe/Stockholm", /summer time/],
] as const;

let desk: RunningDesk;
let people: ReturnType<typeof cast>;
beforeAll(async () => {
  const beforeTwice = (Date.now() - Date.parse("2026-10-24T12:00:00Z")) / HOUR_MS;
  desk = await runningDesk({
    prepare: async (data) =>
      void (await layPast(data, [
        { ...INTEGRATION, hours: [100, 3, 1] },
        { ...STAGING, hours: [beforeTwice, 3, 1] },
      ])),
  });
  people = cast(desk.workspace);
});
afterAll(() => desk.close());

type Who = (typeof PEOPLE)[number][0];

async function form(who: Who, wish: Parameters<typeof fillForm>[1], zone: string) {
  const person = people[who];
  await person.command("/restore", "dm");
  const opened = await person.modal("restore.request");
  await fillForm(opened, wish);
  await opened.fill("zone", zone);
  return opened;
}

const optionsOf = ({ view }: ModalDriver): readonly { value: string; text: { text: string } }[] =>
  view.blocks
    .filter((block) => block["block_id"] === "instant")
    .flatMap((block) => (block["element"] as { options: [] }).options);

describe.each(PEOPLE)("%s in %s", (who, zone, summerTime) => {
  test("an hour that happened twice is asked about, with no default, and the chosen instant is kept", async () => {
    const asked = await form(who, { ...STAGING, wall: TWICE }, zone);
    expect(await asked.submit()).toBe("pushed");
    const twice = await people[who].modal("moment.twice");
    const options = optionsOf(twice);
    expect(options.map(({ value }) => value)).toEqual([
      "2026-10-25T00:30:00Z",
      "2026-10-25T01:30:00Z",
    ]);
    expect(options[0]?.text.text).toMatch(summerTime);
    expect(options[0]?.text.text).toContain("00:30 UTC");
    expect(options[1]?.text.text).toContain("01:30 UTC");
    expect(twice.value("instant")).toBeNull();
    expect(await twice.submit()).toHaveProperty("instant");
    await twice.fill("instant", "2026-10-25T01:30:00Z");
    expect(await twice.submit()).toBe("pushed");
    const check = await people[who].modal("restore.check");
    expect(check.text()).toContain("2026-10-25T01:30:00Z");
    await check.dismiss();
  });

  test("an hour that never happened is refused with its two readings", async () => {
    const asked = await form(who, { ...STAGING, wall: NEVER }, zone);
    const errors = (await asked.submit()) as Record<string, string>;
    expect(Object.keys(errors)).toEqual(["time"]);
    expect(errors["time"]).toContain("01:30");
    expect(errors["time"]).toContain("03:30");
    await asked.dismiss();
  });

  test("what is later than now, in the zone that is stated, is refused at the date", async () => {
    const ahead = wallClock(-10, "Pacific/Auckland");
    const asked = await form(who, { ...STAGING, wall: ahead }, "Pacific/Auckland");
    expect(Object.keys(await asked.submit())).toEqual(["date"]);
    await asked.dismiss();
    const past = wallClock(10, "Pacific/Auckland");
    const fine = await form(who, { ...STAGING, wall: past }, "Pacific/Auckland");
    expect(await fine.submit()).toBe("pushed");
    await (await people[who].modal("restore.check")).dismiss();
  });

  test("what is older than everything that is held is refused, and the oldest is named", async () => {
    const old = wallClock(20 * 24 * 60, zone);
    const asked = await form(who, { ...INTEGRATION, wall: old }, zone);
    const answer = await asked.submit();
    const said =
      answer === "pushed"
        ? await people[who].until(() => noticeOf(who), { what: "that nothing that old is held" })
        : Object.values(answer).join(" ");
    const oldest = new Date(Date.now() - 100 * HOUR_MS).toISOString().slice(0, 10);
    expect(said).toContain(oldest);
    await asked.dismiss();
  });

  test("between two snapshots both are shown, and a gap above the limit must be accepted", async () => {
    const between = wallClock(2 * 24 * 60, zone);
    const asked = await form(who, { ...INTEGRATION, wall: between }, zone);
    expect(await asked.submit()).toBe("pushed");
    const check = await people[who].modal("restore.check");
    expect(check.text().match(/UTC/g)?.length).toBeGreaterThanOrEqual(2);
    expect(await check.submit()).toHaveProperty("gap");
    await check.dismiss();
  });
});

const noticeOf = (who: Who): string | undefined => {
  const view = people[who].modals().at(-1);
  return view?.callback === "app.notice" ? JSON.stringify(view.blocks) : undefined;
};

test("the ticket of a repeated hour carries the instant that was chosen, and its accepted gap", async () => {
  const { anna, sam } = people;
  const asked = await form(
    "anna",
    { ...INTEGRATION, wall: wallClock(2 * 24 * 60) },
    "Europe/Stockholm",
  );
  await asked.submit();
  const gapped = await anna.modal("restore.check");
  await gapped.fill("gap", ["accepted"]);
  expect(await gapped.submit()).toBe("closed");

  const again = await form("anna", { ...STAGING, wall: TWICE }, "Europe/Stockholm");
  await again.submit();
  const twice = await anna.modal("moment.twice");
  await twice.fill("instant", "2026-10-25T00:30:00Z");
  await twice.submit();
  expect(await (await anna.modal("restore.check")).submit()).toBe("closed");
  const card = await sam.hears("#backup-triage", /2026-10-25 00:30 UTC/);
  const id = /RST-\d+/.exec(card.text)?.[0] ?? "";
  await cardWith(sam, id, "desk.claim");
  expect((await ticketOf(desk, id))?.case).toMatchObject({
    request: { moment: { instant: Date.parse("2026-10-25T00:30:00Z"), zone: "Europe/Stockholm" } },
  });
});
