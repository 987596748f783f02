import { expect, test } from "vitest";
import { barText, leftText } from "../../src/cli/progress-bar.ts";

const MB = 1_000_000;

test.each<[done: number, total: number, width: number, text: string]>([
  [0, 500 * MB, 8, "░░░░░░░░ 0 % | 0 B of 500 MB"],
  [250 * MB, 500 * MB, 8, "████░░░░ 50 % | 250 MB of 500 MB"],
  [499.9 * MB, 500 * MB, 8, "████████ 99 % | 500 MB of 500 MB"],
  [500 * MB, 500 * MB, 8, "████████ 100 % | 500 MB of 500 MB"],
  [600 * MB, 500 * MB, 8, "████████ 100 % | 500 MB of 500 MB"],
  [12_000, 339_000, 4, "░░░░ 3 % | 12.0 KB of 339 KB"],
  [0, 0, 4, "████ 100 % | 0 B of 0 B"],
  [250 * MB, 500 * MB, -3, "50 % | 250 MB of 500 MB"],
])("barText() of %d of %d bytes in %d columns", (done, total, width, text) => {
  expect(barText({ done, total, width })).toBe(text);
});

test.each<[passedMs: number, done: number, text: string]>([
  [1000, 50, ""],
  [4000, 0, ""],
  [4000, 50, " | 4 s left"],
  [4000, 99, " | 1 s left"],
  [4000, 100, ""],
])("leftText() after %d ms at %d of 100 is %j", (passedMs, done, text) => {
  expect(leftText(passedMs, done, 100)).toBe(text);
});
