import { afterAll, beforeAll, expect, test } from "vitest";
import type { Message } from "../../src/workspace/model.ts";
import { runningDesk } from "../support/running-desk.ts";
import type { RunningDesk } from "../support/running-desk.ts";
import { auditOf, ticketOf } from "./books.ts";
import { layPast } from "./shop-past.ts";
import { cardWith, cast, controlsOf, menuChoice, titleOf, TRIAGE, whispers } from "./steps.ts";

const ZONE = "Europe/Paris";
const DAY_MS = 86_400_000;

const dayOf = (ms: number): string => new Date(ms).toLocaleDateString("sv-SE", { timeZone: ZONE });

let desk: RunningDesk;
let people: ReturnType<typeof cast>;
beforeAll(async () => {
  // Today and tomorrow are holidays, so no hour of them counts whenever this runs.
  desk = await runningDesk({
    prepare: async (data) => void (await layPast(data, [])),
    env: {
      SNAPDESK_HOURS_ZONE: ZONE,
      SNAPDESK_HOURS_FROM: "09:00",
      SNAPDESK_HOURS_TO: "12:00",
      SNAPDESK_HOLIDAYS: `${dayOf(Date.now())},${dayOf(Date.now() + DAY_MS)}`,
    },
  });
  people = cast(desk.workspace);
});
afterAll(() => desk.close());

const offersPerson = (message: Message): boolean => controlsOf(message).includes("desk.person");
const offersRating = (message: Message): boolean =>
  controlsOf(message).some((one) => one.startsWith("desk.rate:"));
const bots = (messages: readonly Message[]): readonly Message[] =>
  messages.filter(({ bot }) => bot !== undefined);

/** From a question nobody has written about to the card of its ticket. */
async function toAPerson(words: string) {
  const { luc, sam } = people;
  const asked = await luc.say("#ask-backup", `@snapdesk ${words}`);
  const answer = await luc.hears("#ask-backup", offersPerson, { thread: asked.ts });
  await luc.click(answer, "desk.person");
  const form = await luc.modal("desk.person");
  const prefilled = { words: form.value("words"), language: form.value("language") };
  expect(await form.submit()).toBe("closed");
  const told = await luc.hears("#ask-backup", /Q-\d+/, { thread: asked.ts, after: answer });
  const id = /Q-\d+/.exec(told.text)?.[0] ?? "";
  return { asked, answer, told, id, prefilled, card: await cardWith(sam, id, "desk.claim") };
}

const UNKNOWN = "les instantanés sont-ils conservés sur des disques à plateaux ?";

test("what no article says is said plainly, and a person promises an answer in business hours", async () => {
  const { answer, prefilled, told, id, card } = await toAPerson(UNKNOWN);
  expect(JSON.stringify(answer.blocks)).not.toContain("verdict0");
  expect(prefilled).toEqual({ words: UNKNOWN, language: "fr" });
  expect(told.text).toContain(ZONE);
  expect(titleOf(card)).toContain(id);

  const promised = /(\d\d):(\d\d)(?::\d\d)? Europe\/Paris/.exec(told.text);
  expect(promised).not.toBeNull();
  const promise = (await ticketOf(desk, id))?.case as { answerDueAt: number } | undefined;
  const due = promise?.answerDueAt ?? 0;
  expect([dayOf(Date.now()), dayOf(Date.now() + DAY_MS)]).not.toContain(dayOf(due));
  expect([6, 7]).not.toContain(new Date(`${dayOf(due)}T12:00Z`).getUTCDay() || 7);
  const hour = Number(new Date(due).toLocaleTimeString("sv-SE", { timeZone: ZONE }).slice(0, 2));
  expect(hour).toBeGreaterThanOrEqual(9);
  expect(hour).toBeLessThanOrEqual(12);
});

test("while a person has the thread the bot is silent in it, and only the reply form reaches the asker", async () => {
  const { luc, sam } = people;
  const { asked, id, card, told } = await toAPerson(UNKNOWN);
  await luc.say("#ask-backup", "puis-je sauvegarder la préproduction Pro ?", asked.ts);
  const inCard = await sam.hears(TRIAGE, /préproduction Pro/, { thread: card.ts });
  expect(inCard.thread).toBe(card.ts);

  await sam.click(await cardWith(sam, id, "desk.claim"), "desk.claim");
  const claimed = await cardWith(sam, id, "desk.resolve");
  await sam.say(TRIAGE, "INTERNAL: he is on the old contract", card.ts);
  await desk.workspace.quiet(300);
  const after = (one: Message) => Number(one.ts) > Number(told.ts);
  expect(bots(luc.sees("#ask-backup", asked.ts)).filter(after)).toEqual([]);
  expect(JSON.stringify(luc.reads("#ask-backup"))).not.toContain("INTERNAL");
  expect(JSON.stringify(luc.reads("dm"))).not.toContain("INTERNAL");

  await sam.click(claimed, "desk.reply");
  const form = await sam.modal("desk.reply");
  await form.fill("words", "Non, sur des volumes chiffrés.");
  expect(await form.submit()).toBe("closed");
  const reply = await luc.hears("#ask-backup", /volumes chiffrés/, { thread: asked.ts });
  expect(reply.text).toContain(`<@${sam.id}>`);

  await sam.click(await cardWith(sam, id, "desk.resolve"), "desk.resolve");
  const solved = await luc.hears("#ask-backup", (one) => controlsOf(one).includes("desk.confirm"));
  await luc.say("#ask-backup", "merci !", asked.ts);
  await desk.workspace.quiet(300);
  expect((await ticketOf(desk, id))?.state).toBe("handed-over");
  expect(await auditOf(desk, id)).not.toContain("desk.reopened");

  await luc.click(solved, "desk.not-yet");
  await cardWith(sam, id, "desk.resolve");
  await sam.click(await cardWith(sam, id, "desk.resolve"), "desk.resolve");
  const again = await luc.hears("#ask-backup", (one) => controlsOf(one).includes("desk.confirm"), {
    after: solved,
  });
  await luc.click(again, "desk.confirm");
  expect((await ticketOf(desk, id))?.state).toBe("closed");
});

test("how it was is asked once, kept with one click of the requester alone, and seen by staff", async () => {
  const { luc, anna, sam } = people;
  const { asked, id, card } = await toAPerson(UNKNOWN);
  await sam.click(card, "desk.claim");
  await sam.click(await cardWith(sam, id, "desk.resolve"), "desk.resolve");
  const solved = await luc.hears("#ask-backup", (one) => controlsOf(one).includes("desk.confirm"), {
    thread: asked.ts,
  });
  await luc.click(solved, "desk.confirm");
  const question = await luc.hears("#ask-backup", offersRating, { thread: asked.ts });
  await anna.click(question, "desk.rate:poor");
  await anna.until(() => whispers(anna, "#ask-backup").length === 1, { what: "a refusal" });
  expect((await ticketOf(desk, id))?.case).not.toHaveProperty("satisfaction");

  desk.workspace.faults.arm({ at: "delivery", type: "block_actions", how: "duplicate" });
  await luc.click(question, "desk.rate:fair");
  const noted = await luc.until(
    () => {
      const now = luc.latest(question);
      return now !== undefined && !offersRating(now) ? now : undefined;
    },
    { what: "a rating that is noted" },
  );
  expect(noted.text).toContain("noté");
  await luc.until(() => whispers(luc, "#ask-backup").length === 1, { what: "one 'noted already'" });
  expect((await ticketOf(desk, id))?.case).toHaveProperty("satisfaction", "fair");
  expect((await auditOf(desk, id)).filter((one) => one === "desk.rated")).toHaveLength(1);
  expect(await auditOf(desk, id)).toContain("desk.rate-refused");
  const closed = await sam.until(() => sam.latest(card), { what: "the card" });
  await sam.until(() => JSON.stringify(sam.latest(closed)?.blocks).includes("All right"), {
    what: "the rating on the card",
  });
  await desk.workspace.quiet(300);
  expect(bots(luc.sees("#ask-backup", asked.ts)).filter(offersRating)).toEqual([]);
});

test("staff who simply answer take over; given back, the bot answers again", async () => {
  const { luc, ines } = people;
  const { asked, id } = await toAPerson(UNKNOWN);
  await ines.say("#ask-backup", "Je regarde ça.", asked.ts);
  const card = await cardWith(ines, id, "desk.resolve");
  expect((await ticketOf(desk, id))?.assignee).toBe("T0LOCAL/U0INES");

  await ines.click(card, "desk.more", menuChoice(card, "return"));
  const later = await luc.say(
    "#ask-backup",
    "puis-je sauvegarder la préproduction Pro ?",
    asked.ts,
  );
  const answer = await luc.hears(
    "#ask-backup",
    (one) => JSON.stringify(one.blocks).includes("verdict0"),
    {
      thread: asked.ts,
      after: later,
    },
  );
  expect(JSON.stringify(answer.blocks)).toContain(":no_entry:");
});

test("Send delivered twice is one ticket and one card", async () => {
  const { luc, sam } = people;
  const asked = await luc.say("dm", UNKNOWN);
  const answer = await luc.hears("dm", offersPerson, { thread: asked.ts });
  await luc.click(answer, "desk.person");
  const form = await luc.modal("desk.person");
  desk.workspace.faults.arm({ at: "delivery", type: "view_submission", how: "duplicate" });
  await form.submit();
  const told = await luc.hears("dm", /Q-\d+/, { thread: asked.ts, after: answer });
  const id = /Q-\d+/.exec(told.text)?.[0] ?? "";
  await cardWith(sam, id, "desk.claim");
  await desk.workspace.quiet(300);
  expect(sam.sees(TRIAGE).filter((one) => titleOf(one).startsWith(`${id} `))).toHaveLength(1);
  expect(bots(luc.sees("dm", asked.ts))).toHaveLength(2);
});
