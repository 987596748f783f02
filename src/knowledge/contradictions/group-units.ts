import type { Article } from "../article.ts";
import { alignUnits } from "./align-units.ts";
import type { Unit } from "./unit.ts";
import { alike } from "./unit.ts";

/** Sentences of several editions that say the same, one lot per edition. */
export type UnitGroup = {
  readonly lots: ReadonlyMap<Article, readonly Unit[]>;
  /** Editions that have the section and lack these sentences. */
  readonly lacking: readonly Article[];
  /** How alike the lots are, 0 to 1. */
  readonly quality: number;
};

/**
 * Aligns the sentences of one section over all editions, along English or the edition in the
 * middle; where that one lacks what several others have, along the longest.
 */
export function groupUnits(editions: ReadonlyMap<Article, readonly Unit[]>): UnitGroup[] {
  const pivot = pivotOf(editions);
  if (pivot === undefined) return [];
  const groups = groupAlong(pivot, editions);
  const extra = new Set(
    groups.filter(({ lots }) => !lots.has(pivot)).flatMap(({ lots }) => [...lots.keys()]),
  );
  const longest = [...editions].toSorted((a, b) => b[1].length - a[1].length)[0]?.[0];
  return extra.size < 2 || longest === undefined ? groups : groupAlong(longest, editions);
}

function groupAlong(pivot: Article, editions: ReadonlyMap<Article, readonly Unit[]>): UnitGroup[] {
  const units = editions.get(pivot) ?? [];
  const lots = units.map((_, index) => ({
    places: [index],
    lots: new Map<Article, Set<number>>(),
  }));
  const extra: UnitGroup[] = [];
  const groupOf = lots.map((_, index) => index);
  for (const [article, own] of editions) {
    if (article === pivot) continue;
    for (const { left, right } of alignUnits(units, own)) {
      if (left.length === 0) extra.push(alone(article, pick(own, right), editions));
      const [first, ...more] = left;
      if (first === undefined) continue;
      for (const other of more) merge(groupOf, first, other);
      const lot = lots[first]?.lots;
      lot?.set(article, new Set([...(lot.get(article) ?? []), ...right]));
    }
  }
  const roots = Map.groupBy(groupOf.keys(), (index) => groupOf[index] ?? index);
  const grouped = [...roots.values()].map((places) => {
    const joined = new Map<Article, readonly Unit[]>([[pivot, pick(units, places)]]);
    for (const [article, own] of editions) {
      const taken = places.flatMap((place) => [...(lots[place]?.lots.get(article) ?? [])]);
      if (article !== pivot) joined.set(article, pick(own, [...new Set(taken)].toSorted(byNumber)));
    }
    return groupFrom(joined);
  });
  return [...grouped, ...extra];
}

const byNumber = (a: number, b: number): number => a - b;

const pick = (units: readonly Unit[], places: readonly number[]): Unit[] =>
  places.flatMap((place) => units[place] ?? []);

function merge(groupOf: number[], one: number, other: number): void {
  const [to, from] = [groupOf[one] ?? one, groupOf[other] ?? other];
  groupOf.forEach((group, index) => {
    if (group === from) groupOf[index] = to;
  });
}

function alone(
  article: Article,
  units: readonly Unit[],
  editions: ReadonlyMap<Article, unknown>,
): UnitGroup {
  const lacking = [...editions.keys()].filter((one) => one !== article);
  return { lots: new Map([[article, units]]), lacking, quality: 0 };
}

function groupFrom(joined: ReadonlyMap<Article, readonly Unit[]>): UnitGroup {
  const present = [...joined].filter(([, units]) => units.length > 0);
  const lacking = [...joined].filter(([, units]) => units.length === 0).map(([article]) => article);
  const [first, ...others] = present.map(([, units]) => units);
  const scores = others.map((units) => alike(first ?? [], units));
  const quality = scores.reduce((total, one) => total + one, 0) / Math.max(1, scores.length);
  return { lots: new Map(present), lacking, quality };
}

/** English where it is there, else the edition with the median number of sentences. */
function pivotOf(editions: ReadonlyMap<Article, readonly Unit[]>): Article | undefined {
  const sorted = [...editions].toSorted((a, b) => a[1].length - b[1].length);
  const english = sorted.find(([article]) => article.locale === "en");
  return (english ?? sorted[Math.floor(sorted.length / 2)])?.[0];
}
