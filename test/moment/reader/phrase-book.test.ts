import { expect, test } from "vitest";

import { LEXICONS } from "../../../src/moment/reader/lexicons.ts";
import { longestPhrase, phraseBook } from "../../../src/moment/reader/phrase-book.ts";
import { tokensOf } from "../../../src/moment/reader/tokens.ts";

test.each<[text: string, phrase: string]>([
  ["avant-hier soir", "avant hier soir"],
  ["avant-hier matin", "avant hier"],
  ["avant", "avant"],
  ["i förrgår kväll", "i forrgar kvall"],
])("longestPhrase() finds in %j the longest phrase, %j, whatever stands first", (text, phrase) => {
  const words = ["avant", "avant hier", "avant hier soir", "i forrgar", "i forrgar kvall"];
  for (const list of [words, words.toReversed()]) {
    const book = phraseBook(list.map((one) => [one, one] as const));
    expect(longestPhrase(book, tokensOf(text), 0)?.value).toBe(phrase);
  }
});

test("longestPhrase() reads every relative day of every language whole", () => {
  const days = LEXICONS.flatMap(({ relativeDays }) => Object.keys(relativeDays));
  const book = phraseBook(days.map((day) => [day, day] as const));
  for (const day of days) {
    const tokens = tokensOf(day);
    expect([day, longestPhrase(book, tokens, 0)?.end]).toEqual([day, tokens.length]);
  }
});
