import type { Article, Section } from "../article.ts";
import type { Fault } from "../fault.ts";
import { conceptMarks } from "../terms/concept-marks.ts";
import type { Concept } from "../terms/read-terms.ts";
import { alignSections } from "./align-sections.ts";
import type { Claim } from "./claim.ts";
import { joinClaims } from "./claim.ts";
import { compareNegation, compareScope } from "./compare-cues.ts";
import { compareMentions } from "./compare-mentions.ts";
import { compareQuantities } from "./compare-quantities.ts";
import type { Difference } from "./difference.ts";
import { editionGroups } from "./edition-groups.ts";
import { groupUnits } from "./group-units.ts";
import type { UnitGroup } from "./group-units.ts";
import { mentionFinder } from "./mentions.ts";
import { missingSections, staleEditions } from "./structure-faults.ts";
import { missingSentences } from "./missing-sentences.ts";
import { comparisons, trusted } from "./trust.ts";
import type { Compared } from "./trust.ts";
import type { Reading, Unit } from "./unit.ts";
import { headUnits, unitsOf } from "./unit.ts";

export type Comparing = {
  readonly concepts: readonly Concept[];
  /** Called for each article that is compared. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
};

/** What the languages of a corpus say against each other, article by article. */
export function findContradictions(
  articles: readonly Article[],
  { concepts, onProgress }: Comparing,
): Fault[] {
  const reading: Reading = { mentions: mentionFinder(concepts), marks: conceptMarks(concepts) };
  const groups = editionGroups(articles, reading);
  const comparing = comparisons();
  const found = groups.flatMap((editions, index) => {
    onProgress?.(index + 1, groups.length);
    return [...staleEditions(editions), ...contradictionsBetween(editions, reading, comparing)];
  });
  return trusted(found, comparing);
}

function contradictionsBetween(
  editions: readonly Article[],
  reading: Reading,
  compared: Compared,
): Fault[] {
  const heads = new Map(editions.map((one) => [one, headUnits(one, reading)]));
  const groups = alignSections(editions);
  const sections = groups.map((group) => unitsIn(group.sections, reading));
  const all = [heads, ...sections].flatMap((lots) => groupUnits(lots));
  for (const { lots } of all) for (const { locale } of lots.keys()) compared.count(locale);
  return [
    ...missingSections(editions, groups),
    ...missingSentences(all),
    ...all.flatMap((group) => differencesIn(group).map((found) => faultOf(group, found))),
  ];
}

const unitsIn = (
  sections: ReadonlyMap<Article, Section>,
  reading: Reading,
): Map<Article, readonly Unit[]> =>
  new Map(
    [...sections].map(([article, section]) => [article, unitsOf(section, article.locale, reading)]),
  );

function differencesIn({ lots }: UnitGroup): Difference<Article>[] {
  if (lots.size < 2) return [];
  const claims = new Map<Article, Claim>(
    [...lots].map(([article, units]) => [article, joinClaims(units.map((unit) => unit.claim))]),
  );
  return [
    ...compareNegation(claims),
    ...compareScope(claims),
    ...compareQuantities(claims),
    ...compareMentions(claims, "environment"),
    ...compareMentions(claims, "plan"),
  ];
}

function faultOf({ lots, quality }: UnitGroup, found: Difference<Article>): Fault {
  const { odd, rule, weight, reason, votes } = found;
  const passage = (article: Article) => {
    const units = lots.get(article) ?? [];
    return { line: units[0]?.line ?? 1, excerpt: units.map((unit) => unit.text).join(" ") };
  };
  const others = [...lots.keys()]
    .filter((article) => article !== odd)
    .map((article) => ({ locale: article.locale, file: article.file, ...passage(article) }));
  const confidence =
    Math.round(weight * (votes > 1 ? 1 : 0.85) * Math.min(1, 0.7 + quality) * 100) / 100;
  return {
    file: odd.file,
    locale: odd.locale,
    slug: odd.slug,
    rule,
    severity: "error",
    confidence,
    reason,
    ...passage(odd),
    others,
  };
}
