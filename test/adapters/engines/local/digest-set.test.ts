import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { digestSet } from "../../../../src/adapters/engines/local/digest-set.ts";

const digestOf = (number: number) => createHash("sha256").update(String(number)).digest();

test("digestSet() holds what was added and nothing else, however many", () => {
  const set = digestSet();
  const numbers = Array.from({ length: 20_000 }, (_, number) => number);
  expect(numbers.every((number) => set.add(digestOf(number)))).toBe(true);
  expect(numbers.every((number) => set.has(digestOf(number)))).toBe(true);
  expect(numbers.some((number) => set.add(digestOf(number)))).toBe(false);
  expect(numbers.some((number) => set.has(digestOf(-1 - number)))).toBe(false);
});

test.each([
  ["zeros", Buffer.alloc(32)],
  ["the last slot", Buffer.alloc(32, 255)],
])("digestSet() holds a digest of %s", (_what, digest) => {
  const set = digestSet();
  expect([set.has(digest), set.add(digest), set.has(digest), set.add(digest)]).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
