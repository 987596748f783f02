import { expect, test } from "vitest";
import type { Instant } from "../../../src/kernel/clock.ts";
import { channelPace } from "../../../src/slack/outbox/channel-pace.ts";
import { keepLast } from "../../../src/slack/outbox/keep-last.ts";

test("keepLast() forgets what was set the longest ago, and setting it again makes it new", () => {
  const entries = new Map<string, number>();
  for (const key of ["a", "b", "a", "c"]) keepLast(entries, { key, value: 1, most: 2 });
  expect([...entries.keys()]).toEqual(["a", "c"]);
});

test("channelPace() remembers the channels that are in use, however many others were", () => {
  const pace = channelPace({ spacingMs: 1_000, burst: 1 }, () => 1_000_000 as Instant);
  pace.take("C-busy");
  pace.take("C-busy");
  for (let i = 0; i < 1_999; i += 1) pace.take(`D${i}`);
  expect(pace.take("C-busy")).toBe(2_000);
});
