import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../src/kernel/canonical-json.ts";
import type { Json } from "../../src/kernel/canonical-json.ts";

const shuffled = (value: Json): Json => {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(shuffled);
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, member === undefined ? undefined : shuffled(member)]),
  );
};

test("canonicalJson() does not depend on the order of keys, and loses nothing", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const json = value as Json;
      expect(canonicalJson(shuffled(json))).toBe(canonicalJson(json));
      expect(JSON.parse(canonicalJson(json))).toEqual(JSON.parse(JSON.stringify(json)));
    }),
  );
});

test("canonicalJson() drops what is undefined and writes no white space", () => {
  expect(canonicalJson({ b: 1, a: { d: undefined, c: [true, null] } })).toBe(
    '{"a":{"c":[true,null]},"b":1}',
  );
});
