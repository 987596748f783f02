import { expect, test } from "vitest";
import type { AskedQuestion, QuestionId } from "../../../src/desk/asked-question.ts";
import type { Recall } from "../../../src/desk/knowledge-ports.ts";
import type { Instant } from "../../../src/kernel/clock.ts";
import type { Answer, ProvenVerdict } from "../../../src/knowledge/answer.ts";
import type { Verdict } from "../../../src/knowledge/policy.ts";
import { byConversation, outdatedAnswers } from "../../../src/slack/report/outdated-answers.ts";
import type { Told } from "../../../src/slack/report/outdated-answers.ts";

const said = (cell: string, verdict: Verdict): ProvenVerdict => ({
  cell,
  verdict,
  text: `${cell} ${verdict}`,
  citations: [],
});

const question = (
  id: QuestionId,
  verdicts: readonly ProvenVerdict[],
  place: AskedQuestion["place"] = { channel: "C0ASK", thread: id },
): AskedQuestion<Answer> => ({
  id,
  askedBy: "T0LOCAL/U0ANNA",
  place,
  messageTs: id,
  words: "?",
  locale: "sv",
  askedAt: 1 as Instant,
  version: 1,
  answer: {
    locale: "sv",
    localeSure: true,
    kind: "verdict",
    topic: {},
    assumed: {},
    verdicts,
    text: "",
    citations: [],
    sections: [],
  },
});

type Now = Readonly<Record<string, Verdict>>;

const outdated = (
  questions: readonly AskedQuestion<Answer>[],
  now: Now,
  more: { past?: readonly Recall<Told>[]; cell?: string } = {},
) =>
  outdatedAnswers({
    questions,
    past: [],
    verdictNow: (cell) => {
      const verdict = now[cell];
      return verdict === undefined ? undefined : said(cell, verdict);
    },
    since: new Map([["a", 5 as Instant]]),
    ...more,
  });

const ids = (found: ReturnType<typeof outdated>) => found.map((one) => one.question.id);

test.each<[what: string, told: readonly ProvenVerdict[], now: Now, flipped: readonly string[]]>([
  ["the verdict that holds", [said("a", "yes")], { a: "yes" }, []],
  ["another verdict", [said("a", "yes")], { a: "no" }, ["a"]],
  ["one of two that flipped", [said("a", "yes"), said("b", "no")], { a: "no", b: "no" }, ["a"]],
  ["a cell that is gone", [said("a", "yes")], {}, []],
  ["no verdict", [], { a: "no" }, []],
])("outdatedAnswers() where people were told %s", (_what, told, now, flipped) => {
  const [found] = outdated([question("Q-1", told)], now);
  expect(found?.flips.map(({ cell }) => cell) ?? []).toEqual(flipped);
});

test("outdatedAnswers() goes by what a recall told last", () => {
  const asked = question("Q-1", [said("a", "yes")]);
  const flip = {
    cell: "a",
    was: "yes",
    said: "",
    saidAt: 1 as Instant,
    now: said("a", "no"),
    since: 5 as Instant,
  } as const;
  const past: readonly Recall<Told>[] = [
    { question: "Q-1", round: 1, by: "T/U", at: 9 as Instant, told: { flips: [flip] } },
  ];
  expect(outdated([asked], { a: "no" }, { past })).toEqual([]);
  const [back] = outdated([asked], { a: "yes" }, { past });
  expect(back).toMatchObject({ round: 2, flips: [{ was: "no", saidAt: 9, since: 5 }] });
});

test("outdatedAnswers() keeps to one cell where that is asked for", () => {
  const both = [question("Q-1", [said("a", "yes")]), question("Q-2", [said("b", "yes")])];
  const now: Now = { a: "no", b: "no" };
  expect(ids(outdated(both, now))).toEqual(["Q-1", "Q-2"]);
  expect(ids(outdated(both, now, { cell: "b" }))).toEqual(["Q-2"]);
});

test("byConversation() puts a thread together, and private answers by person", () => {
  const told = [said("a", "yes")];
  const thread = { channel: "C0ASK", thread: "1.1" };
  const found = outdated(
    [
      question("Q-1", told, thread),
      question("Q-2", told, thread),
      question("Q-3", told, { channel: "C0ASK" }),
      question("Q-4", told, { channel: "C0X" }),
      question("Q-5", told, { ...thread, thread: "2.2" }),
    ],
    { a: "no" },
  );
  expect(byConversation(found).map(ids)).toEqual([["Q-1", "Q-2"], ["Q-3", "Q-4"], ["Q-5"]]);
});
