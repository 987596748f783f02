import type { Article } from "../article.ts";
import type { Fault } from "../fault.ts";
import type { UnitGroup } from "./group-units.ts";
import type { Unit } from "./unit.ts";
import { editionDiffers } from "./structure-faults.ts";

/** Sentences that all other editions of a section have, and surely the same one. */
export function missingSentences(groups: readonly UnitGroup[]): Fault[] {
  return groups.flatMap(({ lots, lacking, quality }) => {
    const [odd, ...more] = lacking;
    const have = [...lots.keys()];
    if (odd === undefined || more.length > 0 || lots.size < 2 || quality < LEAST) return [];
    const short = [...lots.values()].some((units) => lengthOf(units) < SHORT);
    return short || editionDiffers(odd, have) ? [] : [faultOf(odd, lots)];
  });
}

/** Sentences less alike than this may have been put together by mistake. */
const LEAST = 0.35;

/** A few words may as well be said in the sentence before. */
const SHORT = 20;

const lengthOf = (units: readonly Unit[]): number =>
  units.reduce((total, unit) => total + unit.text.length, 0);

function faultOf(odd: Article, lots: UnitGroup["lots"]): Fault {
  const others = [...lots].map(([article, units]) => ({
    locale: article.locale,
    file: article.file,
    line: units[0]?.line ?? 1,
    excerpt: units.map((unit) => unit.text).join(" "),
  }));
  return {
    file: odd.file,
    line: 1,
    locale: odd.locale,
    slug: odd.slug,
    rule: "sentence-missing",
    severity: "warning",
    confidence: lots.size > 2 ? 0.7 : 0.5,
    reason: "lacks a sentence that all other languages have",
    excerpt: odd.title,
    others,
  };
}
