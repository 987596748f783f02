import { expect, test } from "vitest";
import { dilutionOf, fuseArticles } from "../../../src/knowledge/search/fuse.ts";
import type { Fusion } from "../../../src/knowledge/search/fuse.ts";

const fusion = (
  own: Readonly<Record<string, number>>,
  sv: Readonly<Record<string, number>>,
  owned: readonly string[],
): Fusion => ({
  own: new Map(Object.entries(own)),
  foreign: [{ locale: "sv", scores: new Map(Object.entries(sv)) }],
  isOwn: (slug) => owned.includes(slug),
  locale: "fr",
});

test("dilutionOf() is the middle of what own articles score in both, within bounds", () => {
  expect(
    dilutionOf(fusion({ a: 0.6, b: 0.6, c: 0.6 }, { a: 0.5, b: 0.4, c: 0.6 }, [])),
  ).toBeCloseTo(1.2);
  expect(dilutionOf(fusion({ a: 0.9, b: 0.9 }, { a: 0.1, b: 0.1 }, []))).toBe(1.5);
  expect(dilutionOf(fusion({ a: 0.1, b: 0.1 }, { a: 0.9, b: 0.9 }, []))).toBe(0.9);
  expect(dilutionOf(fusion({ a: 0.9 }, { a: 0.1 }, []))).toBe(1.1);
});

test("fuseArticles() judges an article in the asker's language, helped by its translation", () => {
  const fused = fuseArticles(fusion({ a: 0.5, b: 0.5 }, { b: 0.7 }, ["a", "b"]));
  expect(fused.get("b")?.locale).toBe("fr");
  expect(fused.get("b")?.score).toBeGreaterThan(fused.get("a")?.score ?? 1);
});

test("fuseArticles() gives an article of another language its full weight", () => {
  const fused = fuseArticles(fusion({ a: 0.5 }, { a: 0.45, elsewhere: 0.6 }, ["a"]));
  expect(fused.get("elsewhere")).toMatchObject({ locale: "sv" });
  expect(fused.get("elsewhere")?.score).toBeGreaterThan(fused.get("a")?.score ?? 1);
});
