import { expect, test } from "vitest";
import type { Instant } from "../../../src/kernel/clock.ts";
import type { Answer } from "../../../src/knowledge/answer.ts";
import { findingsIn } from "../../../src/knowledge/report/finding.ts";
import type { Heard } from "../../../src/knowledge/report/knowledge-report.ts";
import { isQuiet, reportOf } from "../../../src/knowledge/report/knowledge-report.ts";
import type { Fault } from "../../../src/knowledge/fault.ts";

const answer = (more: Partial<Answer>): Answer => ({
  locale: "en",
  localeSure: true,
  kind: "unknown",
  topic: {},
  assumed: {},
  verdicts: [],
  text: "",
  citations: [],
  sections: [],
  ...more,
});

const verdict = (cell: string) => ({ cell, verdict: "no" as const, text: "No.", citations: [] });
const proven = (...cells: readonly string[]) =>
  answer({ kind: "verdict", verdicts: cells.map(verdict) });

const heard = (id: string, more: Partial<Heard> = {}): Heard => ({
  id,
  words: "is Redis in a snapshot?",
  locale: "en",
  answer: answer({}),
  askedBack: false,
  toPerson: false,
  ...more,
});

const fault = (excerpt: string, other: string): Fault => ({
  file: "articles/sv/lamp.md",
  line: 5,
  locale: "sv",
  slug: "lamp",
  rule: "negation-differs",
  severity: "error",
  confidence: 0.9,
  reason: "denies",
  excerpt,
  others: [{ locale: "en", file: "articles/en/lamp.md", line: 6, excerpt: other }],
});

const findings = findingsIn([fault("Den brinner.", "It does not burn.")], []);
const [finding] = findings;
const key = finding?.key ?? "";

const report = (more: Partial<Parameters<typeof reportOf>[0]> = {}) =>
  reportOf({
    since: 0 as Instant,
    until: 7 as Instant,
    heard: [],
    review: { findings, stale: [] },
    told: new Set(),
    falseAlarms: new Set(),
    names: [],
    ...more,
  });

test("findingsIn() names a finding by its sentences, whichever of them is the odd one", () => {
  const swapped: Fault = {
    ...fault("It does not burn.", "Den brinner."),
    locale: "en",
    line: 60,
    others: [{ locale: "sv", file: "articles/sv/lamp.md", line: 50, excerpt: "Den brinner." }],
  };
  expect(findingsIn([swapped], [])[0]?.key).toBe(key);
  expect(findingsIn([fault("Den brinner!", "It does not burn.")], [])[0]?.key).not.toBe(key);
  expect(findingsIn([fault("Den brinner.", "It never burns.")], [])[0]?.key).not.toBe(key);
  expect(findingsIn([{ ...swapped, rule: "link-broken" }], [])).toEqual([]);
});

test("reportOf() puts new findings first and leaves false alarms out", () => {
  const two = findingsIn([fault("a", "b"), fault("c", "d")], []);
  const [old, fresh] = two;
  const told = new Set([old?.key ?? ""]);
  const review = { findings: two, stale: [] };
  expect(report({ review, told }).findings.map(({ key: one, isNew }) => [one, isNew])).toEqual([
    [fresh?.key, true],
    [old?.key, false],
  ]);
  expect(report({ falseAlarms: new Set([key]) }).findings).toEqual([]);
});

test("reportOf() counts what was asked, proven, asked back and given to a person", () => {
  const { figures } = report({
    heard: [
      heard("Q-1", { answer: proven("a"), askedBack: true }),
      heard("Q-2", { toPerson: true }),
      heard("Q-3", { answer: answer({ kind: "ask-back", askBack: ["plan"] }), askedBack: true }),
      heard("Q-4", { answer: answer({ kind: "passages" }) }),
    ],
  });
  expect(figures).toEqual({ asked: 4, proven: 1, askedBack: 2, toPerson: 1 });
});

test("reportOf() groups what has no answer, without names", () => {
  const { unanswered } = report({
    heard: [
      heard("Q-1", { words: "Hi Sam, is Redis in a snapshot?" }),
      heard("Q-2"),
      heard("Q-3", { words: "who pays?" }),
      heard("Q-4", { answer: answer({ kind: "out-of-scope" }) }),
    ],
  });
  expect(unanswered).toEqual([
    { words: "Hi …, is Redis in a snapshot?", locale: "en", count: 2, questions: ["Q-1", "Q-2"] },
    { words: "who pays?", locale: "en", count: 1, questions: ["Q-3"] },
  ]);
});

test("reportOf() tells what was asked back and stayed open, what did not help, and what is asked most", () => {
  const found = report({
    heard: [
      heard("Q-1", { answer: answer({ kind: "ask-back", askBack: ["plan", "environment"] }) }),
      heard("Q-2", { answer: answer({ kind: "ask-back", askBack: ["plan"] }) }),
      heard("Q-3", {
        answer: proven("a", "b"),
        feedback: { helped: false, reason: "wrong, ask @anna" },
      }),
      heard("Q-4", { answer: proven("b"), feedback: { helped: true } }),
    ],
  });
  expect(found.askedBack).toEqual([
    { missing: "plan", count: 2 },
    { missing: "environment", count: 1 },
  ]);
  expect(found.unhelpful).toEqual([
    { question: "Q-3", words: heard("").words, cells: ["a", "b"], reason: "wrong, ask …" },
  ]);
  expect(found.topCells).toEqual([
    { cell: "b", count: 2 },
    { cell: "a", count: 1 },
  ]);
});

test("isQuiet() where there is nothing to do, however much was asked", () => {
  const quiet = {
    review: { findings: [], stale: [] },
    heard: [heard("Q-1", { answer: proven("a") })],
  };
  expect(isQuiet(report(quiet))).toBe(true);
  expect(isQuiet(report())).toBe(false);
  expect(isQuiet(report({ ...quiet, heard: [heard("Q-2")] }))).toBe(false);
});
