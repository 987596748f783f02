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
