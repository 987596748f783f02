import { expect, test } from "vitest";
import { clausesOf, sentencesOf, wordsOf } from "../../../src/knowledge/question/clauses.ts";
import { namesIn } from "../../../src/knowledge/question/names-in.ts";
import { TELLING } from "../../../src/knowledge/question/speech.ts";
import { withoutComing } from "../../../src/knowledge/question/story.ts";
import type { Locale } from "../../../src/kernel/locale.ts";

test("sentencesOf() ends a sentence at its mark, not at a title or a number", () => {
  const text = "mr. holloway wants 2.4.8 soon. can we?\nthanks";
  expect(sentencesOf(text).map((one) => [one.text.trim(), one.hasMark])).toEqual([
    ["mr. holloway wants 2.4.8 soon.", false],
    ["can we?", true],
    ["thanks", false],
  ]);
});

test.each<[locale: Locale, text: string, clauses: readonly string[]]>([
  ["en", "it broke and i fear it, so can i go", ["it broke", "and i fear it", "so can i go"]],
  ["fr", "ca rame mais puis-je essayer", ["ca rame", "mais", "puis-je essayer"]],
  ["nl", "voordat hij gaat wil ik iets", ["voordat hij gaat", "wil ik iets"]],
  ["sv", "innan hon gar vill jag ha den", ["innan hon gar", "vill jag ha den"]],
])("clausesOf() opens a clause at a mark or a joint (%s)", (locale, text, clauses) => {
  const found = clausesOf(text, wordsOf(text), TELLING[locale].joint);
  expect(found.map((one) => one.text)).toEqual(clauses);
});

test("namesIn() finds unknown words with a capital inside a sentence", () => {
  const known = new Set(["staging"]);
  const names = namesIn("Yesterday Priya and Zoë broke Staging. Then QA", (word) =>
    known.has(word),
  );
  expect([...names]).toEqual(["priya", "zoe"]);
});

test("withoutComing() leaves out what is still to come", () => {
  expect(withoutComing("before next thursday, not last thursday", "en").trim()).toBe(
    "before  , not last thursday",
  );
});
