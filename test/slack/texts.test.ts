import { expect, test } from "vitest";
import { LOCALES } from "../../src/kernel/locale.ts";
import type { Locale } from "../../src/kernel/locale.ts";
import { textIn } from "../../src/slack/text/text-in.ts";

type Leaf = readonly [path: string, text: string, takes: number];

/** Every text with its path; a text with blanks is filled in with ordinary values. */
function leavesOf(value: unknown, path = ""): Leaf[] {
  if (typeof value === "string") return [[path, value, 0]];
  if (typeof value === "function") {
    const filled: unknown = value(...Array.from({ length: value.length }, () => "RST-1042"));
    return [[path, String(filled), value.length]];
  }
  return Object.entries(value ?? {}).flatMap(([key, inner]) =>
    leavesOf(inner, path === "" ? key : `${path}.${key}`),
  );
}

const leaves = (locale: Locale): Leaf[] => leavesOf(textIn(locale));

test.each(LOCALES)("textIn(%s) has every text, with the same blanks as English", (locale) => {
  const shape = (one: Locale) => leaves(one).map(([path, , takes]) => `${path}/${takes}`);
  expect(shape(locale).toSorted()).toEqual(shape("en").toSorted());
});

test.each(LOCALES)("textIn(%s) leaves no text empty and fills every blank", (locale) => {
  const empty = leaves(locale).filter(
    ([, text]) => text.trim() === "" || text.includes("undefined"),
  );
  expect(empty).toEqual([]);
  const unfilled = leaves(locale).filter(
    ([, text, takes]) => takes > 0 && !text.includes("RST-1042"),
  );
  expect(unfilled).toEqual([]);
});

/** Slack's limits by what a text is used for. */
const LIMITS: readonly (readonly [pattern: RegExp, most: number])[] = [
  [
    /(?:^|\.)(?:title|changeTitle|checkTitle|shiftTitle|exportTitle|loadingTitle|noticeTitle|feedbackTitle|proofTitle|languagesTitle|personTitle|listTitle)$/,
    24,
  ],
  [
    /^form\.(?:check|send|back)$|\.send$|\.shiftSend$|^app\.(?:close|back|cancel|again)$|^knowledge\.(?:send|close)$/,
    24,
  ],
  [/^ticket\.button\./, 30],
  [/^knowledge\.(?:openForm|proof|languages|person|helped|notHelped)$|^knowledge\.choice\./, 30],
  [/^home\.(?:request|handShift|show|export)$/, 30],
  [/^report\.(?:\w+Title|recallSend)$/, 24],
  [/^report\.(?:open|falseAlarm|fix|recall)$/, 30],
  [/\.(?:helpedLabel|notHelpedLabel)$/, 75],
  [/^restore\.progress\.stopTitle$/, 100],
  [/^restore\.progress\.stopText$/, 300],
  [/^restore\.progress\.stop(?:Yes|No)$/, 30],
  [/^form\.(?:gapTick|files|database)$|^form\.language\.|^restore\.handOver\.outcome\./, 75],
  [/^restore\..*title$|^restore\.approval\.decided$|\.doneTitle$/i, 150],
  [/^form\.(?:projectHint|zonePick)$/, 150],
];

test.each(LOCALES)("every label of textIn(%s) fits where Slack shows it", (locale) => {
  const isFunctionTitle = (path: string) => /^(?:restore|app\.prompts)\./.test(path);
  const tooLong = leaves(locale).flatMap(([path, text]) => {
    const limit = LIMITS.find(
      ([pattern, most]) => pattern.test(path) && !(most === 24 && isFunctionTitle(path)),
    );
    return limit !== undefined && text.length > limit[1] - 1
      ? [`${path} has ${text.length} of ${limit[1]}: ${text}`]
      : [];
  });
  expect(tooLong).toEqual([]);
});

test.each(LOCALES)("state names of textIn(%s) fit a modal's title without their sign", (locale) => {
  const names = Object.values(textIn(locale).ticket.state).map((one) => one.replace(/^:\w+: /, ""));
  expect(names.filter((one) => one.length > 24)).toEqual([]);
});

test.each(["fr", "nl", "sv"] as const)("textIn(%s) is not English left standing", (locale) => {
  const english = new Map(leaves("en").map(([path, text]) => [path, text]));
  const same = leaves(locale)
    .filter(([path, text]) => english.get(path) === text && /[a-z]{4}.* .*[a-z]{4}/.test(text))
    .map(([path]) => path);
  expect(same).toEqual([]);
});
