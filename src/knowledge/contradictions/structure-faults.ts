import { LOCALES } from "../../kernel/locale.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Article } from "../article.ts";
import type { Fault } from "../fault.ts";
import type { SectionGroup } from "./align-sections.ts";

/** Sections of a slug that one edition lacks, where that edition is not older than the others. */
export function missingSections(
  editions: readonly Article[],
  groups: readonly SectionGroup[],
): Fault[] {
  return groups.flatMap(({ sections }) => {
    const lacking = editions.filter((one) => !sections.has(one));
    const [having] = [...sections];
    if (having === undefined || lacking.length === 0 || having[1].heading === "") return [];
    if (sections.size < lacking.length) return [];
    const others = [...sections].map(([article, section]) => ({
      locale: article.locale,
      file: article.file,
      line: section.lines[0],
      excerpt: section.heading,
    }));
    return lacking
      .filter((one) => !editionDiffers(one, [...sections.keys()]))
      .map((one) => ({
        file: one.file,
        line: 1,
        locale: one.locale,
        slug: one.slug,
        rule: "section-missing",
        severity: "warning" as const,
        confidence: sections.size > 1 ? 0.9 : 0.6,
        reason: `lacks the section "${having[1].heading}" (#${having[1].anchor})`,
        excerpt: one.title,
        others,
      }));
  });
}

/** Whether an edition is known to be of another time than all of the others. */
export const editionDiffers = (one: Article, others: readonly Article[]): boolean =>
  one.edition !== undefined &&
  others.every((other) => other.edition !== undefined && other.edition !== one.edition);

/** Articles that at least two languages have and another language of the corpus lacks. */
export function missingTranslations(articles: readonly Article[]): Fault[] {
  const locales = LOCALES.filter((locale) => articles.some((one) => one.locale === locale));
  const slugs = Map.groupBy(articles, (one) => one.slug);
  return [...slugs.values()].flatMap((editions) => {
    const lacking = locales.filter((locale) => editions.every((one) => one.locale !== locale));
    const [first] = editions;
    if (first === undefined || editions.length < 2 || lacking.length >= editions.length) return [];
    return lacking.map((locale) => translationMissing(first, locale, editions.length));
  });
}

function translationMissing(first: Article, locale: Locale, count: number): Fault {
  return {
    file: first.file,
    line: 1,
    locale,
    slug: first.slug,
    rule: "translation-missing",
    severity: "warning",
    confidence: 0.9,
    reason: `not in ${locale}, though in ${count} other languages`,
    excerpt: first.title,
  };
}

/**
 * Editions of one article named by a commit have no order; where all others share one, the odd one
 * is stale. Editions that are days are compared when the corpus is read.
 */
export function staleEditions(editions: readonly Article[]): Fault[] {
  const odd = editions.filter((one) => {
    const others = editions.filter((other) => other !== one);
    const same = new Set(others.map((other) => other.edition)).size === 1;
    return others.length > 1 && same && editionDiffers(one, others);
  });
  return odd.filter((one) => !/^\d{4}-\d\d-\d\d/.test(one.edition ?? "")).map(staleFault);
}

const staleFault = ({ file, locale, slug, edition, title }: Article): Fault => ({
  file,
  line: 1,
  locale,
  slug,
  rule: "edition-stale",
  severity: "warning",
  confidence: 0.7,
  reason: `edition ${edition?.slice(0, 12) ?? "unknown"}: all other languages share another one`,
  excerpt: title,
});
