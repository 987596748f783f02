import { expect, test } from "vitest";
import { eldGuess } from "../../src/adapters/eld.ts";
import { answerQuestion } from "../../src/knowledge/answer-question.ts";
import { buildKnowledge } from "../../src/knowledge/knowledge.ts";
import { smallCorpus } from "../knowledge/support/small-corpus.ts";
import { searchOver } from "../support/search-over.ts";

const built = buildKnowledge({ searchOver, files: smallCorpus(), guess: eldGuess() });
if (!built.ok) throw new Error("Cannot build the small corpus");
const { language } = built.value;
const answer = answerQuestion(built.value);

const GERMAN = "Wie lange werden Snapshots auf Pro Staging aufbewahrt?";

test.each([
  GERMAN,
  "Kann ich Pro Staging sichern?",
  "Kan jeg tage backup af Pro staging?",
  "Wie kann ich die Produktionsumgebung aus einem Backup wiederherstellen?",
  "¿Cómo puedo restaurar una copia de seguridad de producción?",
  "Hvordan kan jeg gendanne produktionsmiljøet fra en sikkerhedskopi?",
])("%j is in another language", (words) => {
  expect(language.detect(words, "fr")).toEqual({ locale: "other", sure: true });
});

test.each([
  "Can I restore the production environment from a backup?",
  "Puis-je restaurer la production depuis une sauvegarde ?",
  "Kan ik de productieomgeving terugzetten vanaf een back-up?",
  "Kan jag återställa produktionsmiljön från en säkerhetskopia?",
  "Can I back up Pro staging?",
  "Puis-je sauvegarder Pro staging ?",
  "Kan ik Pro staging back-uppen?",
  "Kan jag säkerhetskopiera Pro staging?",
  "Wie lange noch",
  "magento-cloud snapshot:create --environment staging --project abc",
])("%j is in none but ours, or too short to tell", (words) => {
  expect(language.detect(words).locale).not.toBe("other");
});

test.each([
  [undefined, "en", "I cannot read this language. Please ask again in English"],
  ["sv", "sv", "Jag kan inte läsa det här språket."],
] as const)(
  "a question in German is answered in %s or English, and not guessed at",
  (from, locale, text) => {
    const said = answer({ words: GERMAN, ...(from === undefined ? {} : { fallbackLocale: from }) });
    expect(said).toMatchObject({
      kind: "other-language",
      locale,
      localeSure: false,
      citations: [],
    });
    expect(said.text).toContain(text);
  },
);

test("the language chosen for the answer is kept, and words read in a given language are not doubted", () => {
  expect(answer({ words: GERMAN, locale: "nl" })).toMatchObject({ locale: "nl" });
  expect(answer({ words: `${GERMAN} in English please`, fallbackLocale: "fr" })).toMatchObject({
    kind: "other-language",
    locale: "en",
  });
  expect(answer({ words: GERMAN, readIn: "nl" }).kind).not.toBe("other-language");
});
