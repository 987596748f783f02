import { expect, test } from "vitest";
import { answerQuestion } from "../../src/knowledge/answer-question.ts";
import { buildKnowledge } from "../../src/knowledge/knowledge.ts";
import { inOtherLanguages } from "../../src/knowledge/in-other-languages.ts";
import { proofOf } from "../../src/knowledge/proof-of.ts";
import { article, knowledgeOf, POLICY, smallCorpus, sourceFile } from "./support/small-corpus.ts";
import { searchOver } from "../support/search-over.ts";

const without = (path: string) => smallCorpus().filter((one) => one.path !== path);

test("buildKnowledge() refuses a policy whose quote is gone, naming file, cell and language", () => {
  const files = [...without("articles/nl/manual.md"), article("nl", "Op Pro gaat dat wel.")];
  const built = buildKnowledge({ searchOver, files });
  expect(built).toMatchObject({
    ok: false,
    problem: [
      {
        file: "policy/commerce-cloud.yaml",
        locale: "nl",
        rule: "evidence-missing",
        reason: expect.stringContaining("manual.pro.staging") as string,
      },
    ],
  });
});

test("buildKnowledge() refuses evidence whose article is missing in one language", () => {
  const built = buildKnowledge({ searchOver, files: without("articles/sv/manual.md") });
  expect(built).toMatchObject({ ok: false, problem: [{ locale: "sv" }] });
});

test("buildKnowledge() refuses a quote in a text whose negation is damaged", () => {
  const damaged = "Sur Pro, ce n’est **faite automatiquement**, mais on peut.";
  const policy = new TextDecoder()
    .decode(POLICY.bytes)
    .replace(/fr: Sur Pro.*/, "fr: Sur Pro, ce n’est faite automatiquement, mais on peut.");
  const files = [
    ...smallCorpus().filter((one) => !/fr\/|policy/.test(one.path)),
    sourceFile("policy/commerce-cloud.yaml", policy),
    article("fr", damaged),
  ];
  expect(buildKnowledge({ searchOver, files })).toMatchObject({
    ok: false,
    problem: [{ locale: "fr" }],
  });
});

test("buildKnowledge() can withdraw a verdict that lost its quote", () => {
  const files = [...without("articles/nl/manual.md"), article("nl", "Op Pro gaat dat wel.")];
  const built = buildKnowledge({ searchOver, files, withoutEvidence: "withdraw" });
  if (!built.ok) throw new Error("Cannot build");
  expect(built.value.cells).toMatchObject([{ verdict: "not-documented", evidence: [] }]);
  expect(built.value.faults.map(({ rule }) => rule)).toContain("evidence-missing");
});

test.each([
  ["an unknown verdict", /verdict: "no"/, "verdict: maybe"],
  ["an unknown plan", /plans: \[pro\]/, "plans: [gold]"],
  ["an answer that lacks a language", /, sv: "Nej."/, ""],
  ["a key used twice", /verdict: "no"/, 'verdict: "no"\n    verdict: "yes"'],
])("buildKnowledge() refuses %s", (_what, pattern, instead) => {
  const text = new TextDecoder().decode(POLICY.bytes).replace(pattern, instead);
  const files = [...without(POLICY.path), sourceFile(POLICY.path, text)];
  const built = buildKnowledge({ searchOver, files });
  expect(built.ok).toBe(false);
});

test("answerQuestion() shows a stale badge where another language is newer, and only there", () => {
  const files = [
    ...without("articles/en/manual.md"),
    article("en", "On Pro, you cannot take manual snapshots of staging.", "2026-11-20"),
  ];
  const ask = answerQuestion(knowledgeOf(files));
  const known = { plan: "pro", environment: "staging", action: "manual-snapshot" } as const;
  const stale = (locale: "en" | "sv") => ask({ words: "?", locale, known }).citations[0]?.stale;
  expect([stale("en"), stale("sv")]).toEqual([undefined, true]);
});

test("proofOf() quotes the proof in all four languages", () => {
  const knowledge = knowledgeOf(smallCorpus());
  const ask = answerQuestion(knowledge);
  const known = { plan: "pro", environment: "staging", action: "manual-snapshot" } as const;
  const [proof] = proofOf(knowledge)(ask({ words: "?", locale: "nl", known }));
  expect(proof?.cell).toBe("manual.pro.staging");
  expect(proof?.citations.map(({ locale }) => locale)).toEqual(["en", "fr", "nl", "sv"]);
});

test("inOtherLanguages() says the same in the three other languages", () => {
  const ask = answerQuestion(knowledgeOf(smallCorpus()));
  const known = { plan: "pro", environment: "staging", action: "manual-snapshot" } as const;
  const asked = { words: "?", locale: "nl", known } as const;
  const others = inOtherLanguages(ask)(asked, ask(asked));
  expect(others.map(({ locale, verdict }) => [locale, verdict])).toEqual([
    ["en", "no"],
    ["fr", "no"],
    ["sv", "no"],
  ]);
});
