import { expect, test } from "vitest";
import type { AskedQuestion } from "../../../src/desk/asked-question.ts";
import type { QuestionStore } from "../../../src/desk/ports.ts";
import type { Instant } from "../../../src/kernel/clock.ts";
import type { Locale } from "../../../src/kernel/locale.ts";
import { LOCALES } from "../../../src/kernel/locale.ts";
import type { Answer } from "../../../src/knowledge/answer.ts";
import { renderWish } from "../../../src/slack/moment/render-wish.ts";
import { chooseMoment, settleWish } from "../../../src/slack/moment/settle-wish.ts";
import { optionsOf, readWish, statedText } from "../../../src/slack/moment/wish.ts";
import type { WishAnswer } from "../../../src/slack/moment/wish.ts";
import { paperKnowledge } from "../paper-knowledge.ts";

/** A Friday. */
const SAID = Date.parse("2026-11-20T10:00:00Z") as Instant;
const ZONE = "Europe/Stockholm";

const wished = (words: string, locale: Locale = "en"): AskedQuestion<WishAnswer> => ({
  id: "Q-1",
  askedBy: "T0LOCAL/U0ANNA",
  place: { channel: "D0ANNA", thread: "1.1" },
  messageTs: "1.1",
  words,
  locale,
  askedAt: SAID,
  version: 1,
  answer: { ...paperKnowledge.answer({ words, locale }), kind: "restore-request" },
});

/** A store of one question, and people whose profile says Stockholm. */
function one(question: AskedQuestion<WishAnswer>) {
  let kept = question;
  const questions = {
    change: async (
      _id: string,
      version: number,
      next: { readonly answer?: Answer },
    ): Promise<AskedQuestion<Answer> | undefined> => {
      if (version !== kept.version) return undefined;
      kept = { ...kept, ...next, version: version + 1 };
      return kept;
    },
  } as unknown as QuestionStore<Answer>;
  const people = { known: () => ({ name: "Anna", zone: ZONE, locale: "sv", foreign: false }) };
  const needs = { knowledge: paperKnowledge, questions, people } as unknown as Parameters<
    typeof settleWish
  >[0];
  return {
    kept: () => kept,
    options: () => optionsOf(readWish(kept, ZONE)).map(({ stated }) => statedText(stated)),
    choose: (variant: string) => chooseMoment(needs, kept, variant),
    reply: (words: string) =>
      settleWish(needs, { ...SAYING, words, raw: words } as Parameters<typeof settleWish>[1], kept),
    instant: () => {
      const reading = readWish(kept, ZONE);
      return reading.status === "ok"
        ? new Date(reading.moment.instant).toISOString()
        : reading.status;
    },
  };
}

const SAYING = {
  person: "T0LOCAL/U0ANNA",
  channel: "D0ANNA",
  ts: "2.2",
  thread: "1.1",
  direct: true,
  shared: false,
};

test.each<[what: string, words: string, click: string, instant: string]>([
  ["the zone of the profile", "yesterday at 14:30", "||Europe/Stockholm", "2026-11-19T13:30"],
  ["the second of two hours", "25 October 2026 02:30 Paris time", "||+01:00", "2026-10-25T01:30"],
  [
    "one of two dates",
    "03/04/2026 14:30 London time",
    "2026-04-03||Europe/London",
    "2026-04-03T13:30",
  ],
  [
    "a reading of an hour that never was",
    "29 March 2026 02:30 Stockholm time",
    "2026-03-29|03:30|Europe/Stockholm",
    "2026-03-29T01:30",
  ],
])("chooseMoment() settles %s", async (_what, words, click, instant) => {
  const wish = one(wished(words));
  expect(wish.options()).toContain(click);
  expect(await wish.choose(click)).toBeDefined();
  expect(wish.instant()).toContain(instant);
});

test("a click on what is not asked any more settles nothing", async () => {
  const wish = one(wished("03/04/2026 14:30 London time"));
  const [first = "", second = ""] = wish.options();
  await wish.choose(first);
  const settled = wish.instant();
  expect(await wish.choose(second)).toBeUndefined();
  expect(wish.instant()).toBe(settled);
});

test("a day that was counted is counted again in the zone that is chosen", async () => {
  const [here, there] = [one(wished("yesterday at 14:30")), one(wished("yesterday at 14:30"))];
  await here.reply("Stockholm time");
  await there.reply("Auckland time");
  expect(here.instant()).toContain("2026-11-19T13:30");
  expect(there.instant()).toContain("2026-11-19T01:30");
});

test.each<[what: string, words: string, reply: string, instant: string]>([
  ["the zone", "18 November 2026 14:30", "Europe/Paris", "2026-11-18T13:30"],
  ["a city", "18 November 2026 14:30", "Dublin", "2026-11-18T14:30"],
  ["which of several zones", "18 November 2026 14:30 IST", "Dublin", "2026-11-18T14:30"],
  ["the time", "18 November 2026, Paris time", "14:30", "2026-11-18T13:30"],
  ["everything", "put staging back", "yesterday 14:30 Stockholm time", "2026-11-19T13:30"],
  ["the hour in full", "yesterday at half two, Stockholm time", "13:30", "2026-11-19T12:30"],
  [
    "a new moment",
    "yesterday 14:30 Paris time",
    "no, yesterday 15:30 Paris time",
    "2026-11-19T14:30",
  ],
])("settleWish() takes a typed reply that says %s", async (_what, words, reply, instant) => {
  const wish = one(wished(words));
  expect(await wish.reply(reply)).toBe(true);
  expect(wish.instant()).toContain(instant);
});

test.each([
  "and can I back up integration?",
  "thanks, that is what I meant",
  "put production back to yesterday 14:30 Paris time",
])("settleWish() leaves alone: %s", async (reply) => {
  const wish = one(wished("yesterday 15:00 Paris time"));
  expect(await wish.reply(reply)).toBe(false);
  expect(wish.kept().version).toBe(1);
});

test.each(LOCALES)(
  "renderWish() says a moment back in full in %s, and asks about half of one",
  (locale) => {
    const reader = { now: SAID, profileZone: ZONE };
    const said = renderWish(wished("2026-11-18 14:30 Europe/Stockholm", locale), reader);
    expect(said.formLeads).toBe(true);
    expect(said.text).toContain("2026-11-18T13:30:00Z");
    expect(said.text).toContain("14:30");
    const asked = renderWish(wished("2026-11-18 14:30", locale), reader);
    expect(asked.formLeads).toBe(false);
    expect(JSON.stringify(asked.blocks)).toContain("moment.choose:||Europe/Stockholm");
  },
);
