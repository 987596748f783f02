import { expect, test } from "vitest";
import { rawWords, wordsOf } from "../../../src/knowledge/search/cut-words.ts";
import { foldWord } from "../../../src/knowledge/search/fold-word.ts";
import { searchText } from "../../../src/knowledge/search/search-text.ts";

const wordsIn = (text: string): string[] => rawWords(searchText(text)).flatMap(wordsOf);

test.each<[text: string, words: string]>([
  ["l'instantané d'accès", "l instantané d accès"],
  ["l’instantané", "l instantané"],
  ["2.4.5-p8", "2.4.5-p8 2 4 5 p8"],
  ["ACSD-48059", "acsd-48059 acsd 48059"],
  ["app/etc/env.php", "app etc env php"],
  ["back-ups", "back-ups back ups"],
  ["snapshot:create", "snapshot:create snapshot create"],
  ["getProductById", "getproductbyid get product by id"],
  ["MySQL", "mysql my sql"],
  ["/mnt/recovery-1234", "mnt/recovery-1234 mnt recovery 1234"],
  ["mellanlagrings- och produktionsmiljöer", "mellanlagrings och produktionsmiljöer"],
  ["coöperatie", "coöperatie"],
  ["co\u00ADoperatie\u200B", "cooperatie"],
  ["", ""],
])("wordsOf() cuts %s", (text, words) => {
  expect(wordsIn(text)).toEqual(words === "" ? [] : words.split(" "));
});

test("rawWords() reads a megabyte without a space in no time", () => {
  expect(rawWords("a-".repeat(500_000))).toHaveLength(1);
});

test.each<[word: string, folded: string]>([
  ["återställa", "aterstalla"],
  ["cœur", "coeur"],
  ["smørrebrød", "smorrebrod"],
  ["straße", "strasse"],
  ["plain", "plain"],
])("foldWord() writes %s without accents", (word, folded) => {
  expect(foldWord(word)).toBe(folded);
});
