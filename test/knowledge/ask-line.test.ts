import { expect, test } from "vitest";
import { askedLine, readAskLine } from "../../src/knowledge/ask-line.ts";
import { answerQuestion } from "../../src/knowledge/answer-question.ts";
import { readSearchLine, searchedLine } from "../../src/knowledge/search-line.ts";
import { OURS } from "./support/our-knowledge.ts";

test.each<[what: string, input: unknown]>([
  ["no object", "x"],
  ["a list", []],
  ["no id", { query: "x" }],
  ["no query", { id: "1" }],
  ["an empty query", { id: "1", query: " " }],
  ["a query that is no text", { id: "1", query: 3 }],
  ["an unknown locale", { id: "1", query: "x", locale: "de" }],
])("readAskLine() and readSearchLine() refuse %s", (_what, input) => {
  expect([readAskLine(input).ok, readSearchLine(input).ok]).toEqual([false, false]);
});

test("readAskLine() refuses a plan and an environment it does not know", () => {
  expect(readAskLine({ id: "1", query: "x", plan: "gold" }).ok).toBe(false);
  expect(readAskLine({ id: "1", query: "x", environment: "moon" }).ok).toBe(false);
});

test("readAskLine() takes options as what is known", () => {
  const input = {
    id: 7,
    query: "can I back up?",
    plan: "pro",
    environment: "staging",
    locale: "sv",
  };
  expect(readAskLine(input)).toEqual({
    ok: true,
    value: {
      id: "7",
      asked: {
        words: "can I back up?",
        known: { plan: "pro", environment: "staging" },
        locale: "sv",
      },
    },
  });
});

test("askedLine() has the shape of a batch line", () => {
  const answer = answerQuestion(OURS)({ words: "kan ik Pro staging back-uppen?" });
  const line = askedLine(answer, "q1");
  expect(line).toMatchObject({
    id: "q1",
    locale: "nl",
    kind: "verdict",
    verdict: "no",
    product: "commerce-cloud",
    plan: "pro",
    environment: "staging",
    action: "manual-snapshot",
  });
  expect(Object.keys(line.citations[0] ?? {})).toEqual([
    "slug",
    "anchor",
    "heading",
    "locale",
    "quote",
  ]);
  expect(line.sections.length).toBeLessThanOrEqual(10);
  const keys = line.sections.map(({ slug, anchor }) => `${slug}#${anchor}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test("searchedLine() finds sections in the asker's language, also by another's words", () => {
  const read = readSearchLine({
    id: "1",
    query: "hoe lang bewaart u momentopnamen",
    indexLocales: ["en"],
  });
  if (!read.ok) throw new Error(read.problem);
  const line = searchedLine(OURS.search.find(read.value.request), read.value.id);
  expect(line.locale).toBe("nl");
  expect(line.articles.every(({ locale }) => locale === "en")).toBe(true);
  expect(line.articles.slice(0, 3).map(({ slug }) => slug)).toContain("snapshot-retention");
});
