import type { Article } from "../article.ts";
import type { Reading, Unit } from "./unit.ts";
import { alike, unitsOf } from "./unit.ts";

/** Articles of fewer sections have too common a shape to be known by it. */
const LEAST_SECTIONS = 4;
/** Sister articles about two plans reach 0.56, editions of one article 0.6 and more. */
const LEAST_ALIKE = 0.58;
/** So many articles of one shape are a form that is filled in again and again. */
const MOST_OF_A_SHAPE = 60;

/**
 * The editions of each article: those of one slug, and, among articles whose slug stands in one
 * language only, those with the same headings that say the same section by section.
 */
export function editionGroups(articles: readonly Article[], reading: Reading): Article[][] {
  const shown = articles.filter((one) => one.status === "article");
  const slugs = [...Map.groupBy(shown, (one) => one.slug).values()];
  const alone = slugs.flatMap((same) => (same.length === 1 ? same : []));
  return [...slugs.filter((same) => same.length > 1), ...twins(alone, reading)];
}

function twins(alone: readonly Article[], reading: Reading): Article[][] {
  const shaped = alone.filter((one) => one.sections.length >= LEAST_SECTIONS);
  const shapes = Map.groupBy(shaped, ({ sections }) => sections.map(({ depth }) => depth).join(""));
  return [...shapes.values()].flatMap((same) =>
    same.length < 2 || same.length > MOST_OF_A_SHAPE ? [] : twinsAmong(same, reading),
  );
}

type Pair = { readonly one: Article; readonly other: Article; readonly score: number };

/** The best pairs first; an article joins one group, and a group has each language once. */
function twinsAmong(same: readonly Article[], reading: Reading): Article[][] {
  const read = new Map(same.map((one) => [one, sectionsOf(one, reading)]));
  const pairs = same.flatMap((one, index) =>
    same.slice(index + 1).flatMap((other): Pair[] => {
      const score = likeness(read.get(one) ?? [], read.get(other) ?? []);
      return one.locale === other.locale || score < LEAST_ALIKE ? [] : [{ one, other, score }];
    }),
  );
  const groupOf = new Map<Article, Article[]>(same.map((one) => [one, [one]]));
  for (const { one, other } of pairs.toSorted((a, b) => b.score - a.score)) {
    const [left = [], right = []] = [groupOf.get(one), groupOf.get(other)];
    const clash = left.some((a) => right.some((b) => a.locale === b.locale));
    if (left === right || clash) continue;
    const joined = [...left, ...right];
    for (const article of joined) groupOf.set(article, joined);
  }
  return [...new Set(groupOf.values())].filter((group) => group.length > 1);
}

const sectionsOf = ({ sections, locale }: Article, reading: Reading): Unit[][] =>
  sections.map((section) => unitsOf(section, locale, reading));

const likeness = (one: readonly Unit[][], other: readonly Unit[][]): number =>
  one.reduce((total, units, index) => total + alike(units, other[index] ?? []), 0) /
  Math.max(1, one.length);
