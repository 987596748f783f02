import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Driver } from "../../src/workspace/driver-types.ts";
import type { Message } from "../../src/workspace/model.ts";
import { runningDesk } from "../support/running-desk.ts";
import type { RunningDesk } from "../support/running-desk.ts";
import { read } from "./books.ts";
import { cardWith, cast, controlsOf } from "./steps.ts";

const DAY_MS = 86_400_000;

let desk: RunningDesk;
let people: ReturnType<typeof cast>;
beforeAll(async () => {
  desk = await runningDesk({
    movableClock: true,
    env: { SNAPDESK_HOURS_ZONE: "Europe/Stockholm" },
  });
  people = cast(desk.workspace);
  // From noon on, no midnight comes between two steps.
  desk.advance(DAY_MS + DAY_MS / 2 - (Date.now() % DAY_MS));
});
afterAll(() => desk.close());

const offers =
  (control: string) =>
  (message: Message): boolean =>
    controlsOf(message).some((one) => one.startsWith(control));

const heard = async (person: Driver, words: string, control: string): Promise<Message> => {
  const asked = await person.say("dm", words);
  return person.hears("dm", offers(control), { thread: asked.ts });
};

type Step = (person: Driver) => Promise<void>;

const PROVEN: Step = async (person) =>
  void (await heard(person, "can I take a manual snapshot of Pro staging?", "knowledge.proof"));

const ASKED_BACK: Step = async (person) =>
  void (await heard(person, "can I take a manual snapshot of staging?", "knowledge.choose"));

const CHOSEN: Step = async (person) => {
  const asked = await heard(person, "can I take a manual snapshot of staging?", "knowledge.choose");
  await person.click(asked, "knowledge.choose:plan:pro");
  await person.hears("dm", offers("knowledge.proof"), { after: asked });
};

const CHATTER: Step = async (person) => void (await person.say("dm", "thanks!"));

const UNKNOWN = "are the snapshots kept on spinning disks?";

/** To a person, answered, closed, and said how it was. */
const TO_PERSON: Step = async (person) => {
  const { sam } = people;
  const answer = await heard(person, UNKNOWN, "desk.person");
  await person.click(answer, "desk.person");
  await (await person.modal("desk.person")).submit();
  const told = await person.hears("dm", /Q-\d+/, { after: answer });
  const id = /Q-\d+/.exec(told.text)?.[0] ?? "";
  await sam.click(await cardWith(sam, id, "desk.claim"), "desk.claim");
  await sam.click(await cardWith(sam, id, "desk.resolve"), "desk.resolve");
  const solved = await person.hears("dm", offers("desk.confirm"), { after: told });
  await person.click(solved, "desk.confirm");
  const closed = await person.hears("dm", offers("desk.rate"), { after: solved });
  await person.click(closed, "desk.rate:good");
};

const STEPS = [PROVEN, ASKED_BACK, CHOSEN, CHATTER, TO_PERSON] as const;

/** Steps in an order that is the same for a seed. */
function walk(seed: number, length: number): readonly Step[] {
  let state = seed;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return STEPS[(state >> 8) % STEPS.length] ?? PROVEN;
  });
}

/** What stands in the database, counted by its own means. */
function counted() {
  const database = new DatabaseSync(join(desk.data, "desk.sqlite"), { readOnly: true });
  const one = (sql: string): number => Number(database.prepare(sql).get()?.["n"]);
  const numbers = {
    asked: one("select count(*) n from question"),
    proven: one(
      "select count(*) n from question where json_array_length(answer, '$.verdicts') > 0",
    ),
    askedBack: one("select count(distinct slot) n from slot where slot like 'ask-back:%'"),
    toPerson: one("select count(*) n from ticket where kind = 'question'"),
    good: one("select count(*) n from ticket where json_extract(data, '$.satisfaction') = 'good'"),
  };
  database.close();
  return numbers;
}

const block = (blocks: readonly object[], id: string): string =>
  JSON.stringify(blocks.find((one) => (one as { block_id?: string }).block_id === id) ?? "");

test("yesterday in numbers is what a random walk of yesterday has left in the database", async () => {
  const { anna, joris, sam } = people;
  const taken = walk(20_261_121, 14);
  for (const [at, step] of taken.entries()) await step(at % 2 === 0 ? anna : joris);
  const times = (...steps: readonly Step[]) => taken.filter((one) => steps.includes(one)).length;
  const expected = {
    asked: taken.length - times(CHATTER),
    proven: times(PROVEN, CHOSEN),
    askedBack: times(ASKED_BACK, CHOSEN),
    toPerson: times(TO_PERSON),
    good: times(TO_PERSON),
  };
  for (const step of STEPS) expect(times(step)).toBeGreaterThan(0);
  expect(counted()).toEqual(expected);

  expect(block((await sam.home()).view.blocks, "yesterday")).toContain("*Asked*\\n0");
  desk.advance(DAY_MS);
  await PROVEN(anna);
  const { view } = await sam.home();
  const { asked, proven, askedBack, toPerson, good } = expected;
  const shown = block(view.blocks, "yesterday");
  expect(shown).toContain(`*Asked*\\n${asked}"`);
  expect(shown).toContain(`*Proven*\\n${proven}"`);
  expect(shown).toContain(`*Asked back*\\n${askedBack}"`);
  expect(shown).toContain(`*To a person*\\n${toPerson}"`);
  expect(block(view.blocks, "satisfaction")).toContain(`Good ${good} `);
  expect(block((await anna.home()).view.blocks, "yesterday")).toBe('""');
}, 60_000);

test("the whole queue is exported into the direct messages of staff, and every try is kept", async () => {
  const { sam, ines } = people;
  await (await sam.home()).press("desk.export");
  const notice = await sam.modal("app.notice");
  const message = await sam.hears("dm", ".csv");
  await notice.dismiss();
  const link = /<([^|>]+)\|tickets-[\d-]+\.csv>/.exec(message.text)?.[1] ?? "";
  const table = await (await fetch(link)).text();
  const [header, ...rows] = table.trim().split("\r\n");
  const kept = await read(desk, ({ tickets }) => tickets.list({ limit: 200 }));
  expect(header).toMatch(/^id,kind,state,requester,.*,satisfaction$/);
  expect(rows.map((row) => row.split(",")[0])).toEqual(kept.map(({ id }) => id));
  expect(rows.every((row) => row.endsWith(",good"))).toBe(true);
  expect(ines.reads("dm").some(({ text }) => text.includes(".csv"))).toBe(false);

  const home = await ines.home();
  expect(JSON.stringify(home.view.blocks)).toContain("desk.export");
  Object.assign(desk.env, { SLACK_STAFF: "U0SAM,U0OMAR", SLACK_APPROVERS: "U0OMAR" });
  await desk.restart();
  await home.press("desk.export");
  expect((await ines.modal("app.notice")).text()).toContain("Seul le support");
  await desk.workspace.quiet(200);
  expect(ines.reads("dm").some(({ text }) => text.includes(".csv"))).toBe(false);
  const trail = await read(desk, ({ audit }) => audit.entries(1, 500));
  const tries = trail.filter(({ action }) => action.startsWith("desk.export"));
  expect(tries.map(({ action, actor }) => `${action} ${actor}`)).toEqual([
    "desk.exported T0LOCAL/U0SAM",
    "desk.export-refused T0LOCAL/U0INES",
  ]);
  expect(JSON.stringify((await ines.home()).view.blocks)).not.toContain("desk.export");
});
