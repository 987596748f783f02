import { expect, test } from "vitest";
import { letGo } from "../../../src/slack/app/let-go.ts";

const never = () => new Promise<void>(() => {});

test("letGo() ends one part after the other, names what does not end, and goes on", async () => {
  const steps: string[] = [];
  const ends = (name: string) => async () => void steps.push(name);
  const log = (level: string, what: string, data: object = {}) =>
    void steps.push(`${level} ${what} ${JSON.stringify(data)}`);
  const fails = () => Promise.reject(new Error("gone"));
  await letGo(
    [
      { name: "a", stop: ends("a"), limitMs: 1_000 },
      { name: "b", stop: never, limitMs: 20 },
      { name: "c", stop: fails, limitMs: 1_000 },
      { name: "d", stop: ends("d"), limitMs: 1_000 },
    ],
    log,
  );
  expect(steps).toEqual([
    "a",
    'warn a part did not end and is left behind {"part":"b","afterSeconds":0.02}',
    'error a part could not be ended well {"part":"c","cause":{}}',
    "d",
  ]);
});

test("letGo() keeps within the time for all, and still closes the last", async () => {
  const left: string[] = [];
  const began = performance.now();
  const stuck = ["a", "b", "c"].map((name) => ({ name, stop: never, limitMs: 60_000 }));
  const last = { name: "d", stop: async () => void left.push("d"), limitMs: 60_000 };
  await letGo(
    [...stuck, last],
    (_level, _what, data) => void left.push(String(data?.["part"])),
    200,
  );
  expect(left).toEqual(["a", "b", "c", "d"]);
  // The time for all is used up by the first; the others have half a second each.
  expect(performance.now() - began).toBeLessThan(10_000);
});
