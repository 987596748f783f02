import { expect, test } from "vitest";
import { chatterIn, isChatter } from "../../src/knowledge/quiet.ts";
import { wishedLanguage } from "../../src/knowledge/language.ts";
import { OURS } from "./support/our-knowledge.ts";

const { language } = OURS;

test.each([
  ["can i restore prod", "en"],
  ["backup staging how", "en"],
  ["puis je restaurer la prod", "fr"],
  ["sauvegarde preprod svp", "fr"],
  ["kan ik productie terugzetten", "nl"],
  ["wordt dat bewaard", "nl"],
  ["kan jag aterstalla produktionen", "sv"],
  ["hur lange sparas de", "sv"],
  ["ögonblicksbild", "sv"],
  ["momentopname", "nl"],
  ["ca marche ?", "fr"],
  ["stopt snapshot:create mijn site?", "nl"],
  ["stoppar snapshot:create min sajt?", "sv"],
])("detect() knows the language of %j", (words, locale) => {
  expect(language.detect(words)).toEqual({ locale, sure: true });
});

test.each(["Pro", "staging", "123", "2026-11-15 06:00", "👍"])(
  "detect() leaves %j to the language of the thread",
  (words) => {
    expect(language.detect(words, "sv")).toEqual({ locale: "sv", sure: false });
  },
);

test.each([
  ["kan jag det? in English please", "en", "kan jag det?"],
  ["is it possible (en français svp)", "fr", "is it possible"],
  ["can I? graag in het Nederlands", "nl", "can I? graag"],
  ["can I, på svenska tack", "sv", "can I"],
  ["can I restore?", undefined, "can I restore?"],
])("wishedLanguage() hears the wish in %j", (words, locale, rest) => {
  expect(wishedLanguage(words)).toEqual({ ...(locale === undefined ? {} : { locale }), rest });
});

test.each([
  ["thanks!", "thanks"],
  ["merci beaucoup", "thanks"],
  ["super bedankt!", "thanks"],
  ["tack så mycket", "thanks"],
  ["great, thanks a lot", "thanks"],
  ["hi there", "greeting"],
  ["bonjour", "greeting"],
  ["goedemorgen", "greeting"],
  ["hej hej", "greeting"],
  ["ok 👍", "fine"],
  ["d'accord", "fine"],
  ["begrepen", "fine"],
  ["jag förstår", "fine"],
  [":+1:", "sign"],
  ["👍", "sign"],
])("chatterIn() recognises %j", (words, chatter) => {
  expect(chatterIn(words)).toBe(chatter);
});

test.each([
  "can I?",
  "merci, et en production ?",
  "Tack, men hur?",
  "ok and staging",
  "Pro",
  "hoi, kan ik terug?",
])("isChatter() lets the question %j through", (words) => {
  expect(isChatter(words)).toBe(false);
});
