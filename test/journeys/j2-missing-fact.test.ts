import { afterAll, beforeAll, expect, test } from "vitest";
import type { Message } from "../../src/workspace/model.ts";
import { runningDesk } from "../support/running-desk.ts";
import type { RunningDesk } from "../support/running-desk.ts";
import { quotesIn } from "./cited.ts";
import { layPast } from "./shop-past.ts";
import { cast, controlsOf, whispers } from "./steps.ts";

let desk: RunningDesk;
let people: ReturnType<typeof cast>;
beforeAll(async () => {
  desk = await runningDesk({ prepare: async (data) => void (await layPast(data, [])) });
  people = cast(desk.workspace);
});
afterAll(() => desk.close());

const choices = (message: Message): readonly string[] =>
  controlsOf(message).filter((id) => id.startsWith("knowledge.choose:"));
const asksBack = (message: Message): boolean => choices(message).length > 0;
const verdicts = ({ blocks }: Message): readonly string[] =>
  blocks
    .filter((block) => JSON.stringify(block["block_id"]).startsWith('"verdict'))
    .map((block) => JSON.stringify(block["text"]));
const hasVerdict = (message: Message): boolean => verdicts(message).length > 0;

const BARE = [
  ["eve", "can I take a snapshot of staging?", "eve"],
  ["luc", "puis-je prendre un instantané de la préproduction ?", "luc"],
  ["joris", "kan ik een momentopname maken van staging?", "joris"],
  ["anna", "kan jag ta en ögonblicksbild av staging?", "anna"],
] as const;

test.each(BARE)("%s is asked one question back: %s", async (who, words) => {
  const person = people[who];
  const asked = await person.say("dm", words);
  const card = await person.hears("dm", asksBack, { thread: asked.ts });
  expect(choices(card)).toEqual([
    "knowledge.choose:plan:starter",
    "knowledge.choose:plan:pro",
    "knowledge.choose:plan:pro-legacy",
    "knowledge.choose:plan:unknown",
  ]);
  await person.click(card, "knowledge.choose:plan:pro");
  const answer = await person.hears("dm", hasVerdict, { thread: asked.ts });
  expect(verdicts(answer)[0]).toContain(":no_entry:");
  const settled = person.latest(card);
  expect(settled === undefined ? "gone" : controlsOf(settled)).toEqual([]);
  expect(settled?.text).toContain(person.id);
  expect(person.sees("dm", asked.ts)).toHaveLength(3);
});

test("a second click on the old card changes nothing and tells the clicker", async () => {
  const { anna, eve } = people;
  const asked = await anna.say("#ask-backup", "@snapdesk kan jag ta en ögonblicksbild av staging?");
  const card = await anna.hears("#ask-backup", asksBack, { thread: asked.ts });
  desk.workspace.faults.arm({ at: "answer", method: "chat.update", how: { delayMs: 500 } });
  await anna.click(card, "knowledge.choose:plan:starter");
  await eve.click(card, "knowledge.choose:plan:pro");
  const answer = await anna.hears("#ask-backup", hasVerdict, { thread: asked.ts });
  await desk.workspace.quiet(600);
  expect(verdicts(anna.latest(answer) ?? answer)[0]).toContain(":white_check_mark:");
  expect(whispers(eve, "#ask-backup")).toHaveLength(1);
  expect(anna.sees("#ask-backup", asked.ts).filter(hasVerdict)).toHaveLength(1);
});

test("a typed answer gives the same as a click", async () => {
  const { luc } = people;
  const words = "puis-je prendre un instantané de la préproduction ?";
  const clicked = await luc.say("dm", words);
  await luc.click(
    await luc.hears("dm", asksBack, { thread: clicked.ts }),
    "knowledge.choose:plan:starter",
  );
  const byClick = await luc.hears("dm", hasVerdict, { thread: clicked.ts });

  const typed = await luc.say("dm", words);
  const card = await luc.hears("dm", asksBack, { thread: typed.ts });
  await luc.say("dm", "Starter", typed.ts);
  const byWords = await luc.hears("dm", hasVerdict, { thread: typed.ts });
  expect(verdicts(byWords)).toEqual(verdicts(byClick));
  expect(quotesIn(byWords)).toEqual(quotesIn(byClick));
  await luc.until(() => controlsOf(luc.latest(card) ?? card).length === 0, {
    what: "a card without buttons",
  });
});

test("who is not sure gets every verdict, each with its quote", async () => {
  const { joris } = people;
  const asked = await joris.say("dm", "kan ik een momentopname maken van staging?");
  const card = await joris.hears("dm", asksBack, { thread: asked.ts });
  await joris.click(card, "knowledge.choose:plan:unknown");
  const answer = await joris.hears("dm", hasVerdict, { thread: asked.ts });
  expect(verdicts(answer).some((one) => one.includes(":white_check_mark:"))).toBe(true);
  expect(verdicts(answer).some((one) => one.includes(":no_entry:"))).toBe(true);
  expect(quotesIn(answer).length).toBeGreaterThanOrEqual(2);
});

test.each([
  ["eve", "can I download a snapshot?"],
  ["eve", "can I make a database dump?"],
  ["eve", "do I need maintenance mode for a database dump?"],
  ["eve", "does a snapshot contain my code?"],
  ["eve", "does a restore change my code?"],
] as const)("the same for every plan, so nothing is asked back: %s %s", async (who, words) => {
  const person = people[who];
  const asked = await person.say("dm", words);
  const answer = await person.hears("dm", () => true, { thread: asked.ts });
  expect(asksBack(answer)).toBe(false);
  expect(hasVerdict(answer)).toBe(true);
});

test("a word of the other product is named as such, and the answer stays with its product", async () => {
  const { eve } = people;
  const asked = await eve.say("dm", "Can I create a recovery point of Pro staging?");
  const answer = await eve.hears("dm", hasVerdict, { thread: asked.ts });
  expect(verdicts(answer)[0]).toContain(":no_entry:");
  expect(JSON.stringify(answer.blocks)).toContain("CloudMC");
  expect(JSON.stringify(answer.blocks)).toContain("Adobe Commerce");
});
