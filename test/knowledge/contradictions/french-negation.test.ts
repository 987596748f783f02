import { expect, test } from "vitest";
import { readFrenchNe } from "../../../src/knowledge/contradictions/french-negation.ts";
import { wordsIn } from "../../../src/knowledge/contradictions/words-in.ts";

test.each<[text: string, negation: number, only: number, damaged: boolean]>([
  ["Elle n’est pas là.", 1, 0, false],
  ["Elle n’est, par défaut, jamais là.", 1, 0, false],
  ["Rien n’est perdu.", 1, 0, false],
  ["Aucune clé ne tourne.", 1, 0, false],
  ["Il ne reste que la clé.", 0, 1, false],
  ["Elle n’est gardée, mais vous ne pouvez pas entrer.", 1, 0, true],
  ["Elle ne tourne et ne peut pas tourner.", 1, 0, true],
  ["Partez avant qu’il ne pleuve.", 0, 0, false],
  ["N’importe quelle clé tourne.", 0, 0, false],
])("readFrenchNe() reads « %s »", (text, negation, only, damaged) => {
  const read = readFrenchNe(wordsIn(text, "fr"));
  expect([read.negation.least, read.only.least, read.damaged]).toEqual([negation, only, damaged]);
});
