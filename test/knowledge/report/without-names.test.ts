import { expect, test } from "vitest";
import { withoutNames } from "../../../src/knowledge/report/without-names.ts";

test.each<[what: string, words: string, bare: string]>([
  ["an English greeting", "Hi Sam, does it keep Redis?", "Hi …, does it keep Redis?"],
  ["a French one", "Bonjour Mme Dupont, et Redis ?", "Bonjour …, et Redis ?"],
  ["a Swedish one", "Hej Anna Berg! Sparas Redis?", "Hej …! Sparas Redis?"],
  ["a Dutch one", "hallo Joris, en Redis dan?", "hallo …, en Redis dan?"],
  ["a signature", "Does it keep Redis? Thanks, Eve", "Does it keep Redis? Thanks, …"],
  ["a Swedish signature", "Sparas Redis? Mvh Åsa", "Sparas Redis? Mvh …"],
  ["a mention", "ask @sam.k about Redis", "ask … about Redis"],
  ["raw markup", "ask <@U0SAM> and <#C0ASK|ask>", "ask … and …"],
  ["an address", "write to eve@shop.example", "write to …"],
  ["a link", "see https://shop.example/anna?x=1 please", "see … please"],
  ["a number to call", "call +46 70 123 45 67 now", "call … now"],
  ["a title", "tell Mr Smith it is down", "tell … it is down"],
])("withoutNames() drops %s and keeps the things", (_what, words, bare) => {
  expect(withoutNames(words)).toBe(bare);
});

test.each<[words: string]>([
  ["Hello, is Elasticsearch in a snapshot?"],
  ["Is Fastly restored with Pro staging in 2026-10-25 02:30?"],
  ["Merci de me dire si Varnish est sauvegardé"],
])("withoutNames() leaves %s alone", (words) => {
  expect(withoutNames(words)).toBe(words);
});

test("withoutNames() drops the names of people who are known, whole words only", () => {
  expect(withoutNames("Is Sam's shop like Samba? Berg asks", ["Sam Berg"])).toBe(
    "Is …'s shop like Samba? … asks",
  );
});
