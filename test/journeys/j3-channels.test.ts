import { afterAll, beforeAll, expect, test } from "vitest";
import type { Message } from "../../src/workspace/model.ts";
import { runningDesk } from "../support/running-desk.ts";
import type { RunningDesk } from "../support/running-desk.ts";
import { cast, controlsOf, whispers } from "./steps.ts";

let desk: RunningDesk;
let people: ReturnType<typeof cast>;
beforeAll(async () => {
  desk = await runningDesk({ env: { SLACK_CHANNELS: "C0ASK=every-question, C0KB=silent" } });
  people = cast(desk.workspace);
});
afterAll(() => desk.close());

const isOurs = ({ bot, onlyFor }: Message): boolean => bot !== undefined && onlyFor === undefined;

test.each([
  ["a question with a proven verdict", "Can I take a manual snapshot of Pro staging?", "proof"],
  ["the same in Dutch", "Mag ik zelf een snapshot van Pro staging maken?", "proof"],
  ["one that lacks the plan", "Can I take a manual snapshot of staging?", "choose:plan:pro"],
])("every question: %s is answered without a mention", async (_what, words, control) => {
  const { joris } = people;
  const asked = await joris.say("#ask-backup", words);
  const answer = await joris.hears("#ask-backup", isOurs, { thread: asked.ts });
  expect(controlsOf(answer)).toContain(`knowledge.${control}`);
});

test("every question: chatter, edits, statements, doubt and talk among people stay unanswered", async () => {
  const { joris, anna, eve } = people;
  const quiet = [
    "thanks!",
    "Good morning everyone",
    "tack så mycket :)",
    "The deploy is green again, snapshots of Pro staging were fine.",
    "Where do we have lunch?",
    "Are the disks below the snapshots spinning ones?",
    `<@${anna.id}> can I take a manual snapshot of Pro staging?`,
    "ok?",
  ];
  const said = [];
  for (const words of quiet) said.push(await joris.say("#ask-backup", words));
  const edited = await eve.say("#ask-backup", "thanks for the fish");
  await eve.edit(edited, "Can I take a manual snapshot of Pro staging?");
  await desk.workspace.quiet(500);
  for (const one of [...said, edited]) {
    expect(joris.sees("#ask-backup", one.ts).filter(isOurs)).toEqual([]);
    expect(joris.latest(one)?.reactions).toEqual([]);
  }
});

test("every question: the thread that follows is answered as anywhere, and a mention always is", async () => {
  const { joris } = people;
  const asked = await joris.say("#ask-backup", "Can I take a manual snapshot of Pro staging?");
  const answer = await joris.hears("#ask-backup", isOurs, { thread: asked.ts });
  await joris.say("#ask-backup", "and integration?", asked.ts);
  await joris.hears("#ask-backup", isOurs, { thread: asked.ts, after: answer });
  const doubtful = await joris.say("#ask-backup", "@snapdesk are the disks spinning?");
  const nearest = await joris.hears("#ask-backup", isOurs, { thread: doubtful.ts });
  expect(controlsOf(nearest)).toContain("desk.person");
});

test("silent: nothing is said in public, and who mentions the bot is told where to ask", async () => {
  const { luc, anna } = people;
  const asked = await luc.say("#kb", "@snapdesk puis-je sauvegarder la préproduction Pro ?");
  await luc.until(() => whispers(luc, "#kb").length === 1, { what: "a whisper" });
  expect(whispers(luc, "#kb")[0]?.text).toContain("message direct");
  await luc.say("#kb", "puis-je sauvegarder la préproduction Pro ?");
  await desk.workspace.quiet(300);
  expect(anna.reads("#kb").filter(isOurs)).toEqual([]);
  expect(anna.latest(asked)?.reactions).toEqual([]);
});
