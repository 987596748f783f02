import { expect, test } from "vitest";
import { answerQuestion } from "../../src/knowledge/answer-question.ts";
import type { Locale } from "../../src/kernel/locale.ts";
import { readQuestion } from "../../src/knowledge/question/read-question.ts";
import { unexplained } from "../../src/knowledge/question/unexplained.ts";
import { OURS } from "./support/our-knowledge.ts";

const ask = answerQuestion(OURS);

const left = (words: string, locale: Locale, action: string, isWish = false) =>
  unexplained(
    readQuestion(words, locale, { lexicon: OURS.lexicon, isKnown: OURS.knowsWord }),
    action,
    isWish,
  ).join(" ");

test.each<[what: string, words: string, doubted: string]>([
  ["a deed nobody knows", "can we lock a Starter staging snapshot?", "lock"],
  [
    "a part of the whole",
    "puis-je prendre un instantané Starter de seulement deux tables ?",
    "tables",
  ],
  ["an end of its own", "volstaat een Starter snapshot om te verhuizen?", "volstaat"],
  ["a past event", "hann vår Starter prod-snapshot bli klar före kraschen igår?", "hann"],
  ["another place", "can a Starter staging snapshot be poured over a fresh box?", "poured"],
])("answerQuestion() quotes the rule and says no yes to %s", (_what, words, doubted) => {
  const answer = ask({ words });
  expect([answer.kind, answer.verdict, answer.verdicts]).toEqual(["passages", undefined, []]);
  expect(answer.citations.length).toBeGreaterThan(0);
  expect(answer.doubt).toContain(doubted);
});

test.each<[what: string, words: string]>([
  ["the occasion", "can I back up Starter production by hand before I merge the checkout rewrite?"],
  ["a story beside it", "our summer bazaar begins; may we snapshot Starter production ourselves?"],
  ["a tag", "je peux sauvegarder moi-même la staging Starter, n'est-ce pas ?"],
  ["a denial that only asks", "kan ik niet gewoon zelf een snapshot maken van Pro integratie?"],
  ["a place ruled out", "can we snapshot Pro integration by hand, not staging?"],
  ["a recent snapshot", "kan jag själv återställa gårdagens snapshot av Starter staging?"],
])("answerQuestion() still says yes beside %s", (_what, words) => {
  expect(ask({ words }).verdict).toBe("yes");
});

test("answerQuestion() takes a wish it does not quite understand as a wish, and promises nothing", () => {
  const words = "Please roll Starter staging back to Friday 14:00 UTC, years ago";
  const { kind, verdict, verdicts } = ask({ words });
  expect([kind, verdict, verdicts]).toEqual(["restore-request", undefined, []]);
});

test.each<[what: string, words: string, locale: Locale, action: string, left: string]>([
  ["a span of time", "restore Starter prod, a fortnight old", "en", "restore", "fortnight old"],
  ["leave for a habit", "may Pro prod be backed up?", "en", "automatic-snapshot", "may"],
  ["nothing where leave belongs", "may I snapshot Starter?", "en", "manual-snapshot", ""],
  ["two places", "restaurer la prod sur la staging", "fr", "restore", "staging production"],
  ["nothing of a list", "restaurer la prod ou la staging", "fr", "restore", ""],
  ["nothing of what it does not know", "what about sprockets?", "en", "several-snapshots", ""],
])("unexplained() names %s", (_what, words, locale, action, expected) => {
  expect(left(words, locale, action)).toBe(expected);
});

test("unexplained() lets a wish tell its story", () => {
  const words = "restore Starter staging, sprockets ate it";
  expect([
    left(words, "en", "restore", true),
    left(`${words} weeks ago`, "en", "restore", true),
  ]).toEqual(["", "weeks ago"]);
});
