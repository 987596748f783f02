import type { Article, Section } from "../article.ts";
import type { Fault } from "../fault.ts";
import type { ArticleFault } from "./article-fault.ts";
import { errorAt, infoAt, warningAt } from "./article-fault.ts";
import { otherLanguage } from "./prose.ts";
import type { ReadArticle } from "./read-article.ts";

/** A fault with the file, language and slug it belongs to. */
export const faultIn = (
  { file, locale, slug }: Pick<Article, "file" | "locale" | "slug">,
  fault: ArticleFault,
): Fault => ({ file, locale, slug, ...fault });

/** Everything that only shows when all articles are known. */
export function corpusFaults(read: readonly ReadArticle[]): Fault[] {
  const articles = read.map(({ article }) => article);
  return [
    ...read.flatMap(languageFault),
    ...duplicateFaults(read),
    ...caseFaults(articles),
    ...editionFaults(articles),
  ];
}

function languageFault({ article, prose }: ReadArticle): Fault[] {
  const locale = otherLanguage(prose, article.locale);
  if (locale === undefined) return [];
  const reason = `written in ${locale}, but stands under ${article.locale}`;
  return [faultIn(article, errorAt(1, "wrong-language", reason, article.title))];
}

const LEAST_REPEATED = 80;

function duplicateFaults(read: readonly ReadArticle[]): Fault[] {
  const long = read.filter(({ prose }) => prose.length >= LEAST_REPEATED);
  const bodies = Map.groupBy(long, ({ article, prose }) => `${article.locale} ${prose.digest}`);
  return [...bodies.values()].flatMap((same) => {
    if (same.length < 2) return [];
    const articles = same.map(({ article }) => article);
    const [kept, ...others] = articles.toSorted((a, b) => a.slug.length - b.slug.length);
    const reason = `the same text as ${kept?.slug ?? ""}`;
    return others.map((one) => faultIn(one, warningAt(1, "duplicate-body", reason, one.title)));
  });
}

function caseFaults(articles: readonly Article[]): Fault[] {
  const paths = Map.groupBy(articles, ({ file }) => file.toLowerCase());
  return [...paths.values()]
    .filter((same) => same.length > 1)
    .flatMap((same) => same.slice(1))
    .map((one) => faultIn(one, errorAt(1, "slug-case", "another file differs only by capitals")));
}

const isDay = (edition: string | undefined): edition is string =>
  /^\d{4}-\d\d-\d\d/.test(edition ?? "");

/** Editions that can be compared: a translation older than another. Others are only told apart. */
function editionFaults(articles: readonly Article[]): Fault[] {
  const slugs = Map.groupBy(articles, ({ slug }) => slug);
  return [...slugs.values()].flatMap((same) => {
    const editions = same.map(({ edition }) => edition).filter((one) => one !== undefined);
    if (new Set(editions).size < 2) return [];
    if (!editions.every(isDay)) return unordered(same);
    const newest = editions.toSorted().at(-1) ?? "";
    return same
      .filter(({ edition }) => edition !== undefined && edition < newest)
      .map((one) => {
        const reason = `edition ${one.edition}, another language has ${newest}`;
        return faultIn(one, warningAt(1, "edition-stale", reason, one.title));
      });
  });
}

function unordered(same: readonly Article[]): Fault[] {
  return same.slice(1).flatMap((one) => {
    const first = same[0];
    if (first === undefined || one.edition === first.edition) return [];
    const reason = `edition ${one.edition ?? "unknown"}, ${first.locale} has ${first.edition ?? "unknown"}`;
    return [faultIn(one, infoAt(1, "edition-differs", reason, one.title))];
  });
}

const depths = (one: Article): string => one.sections.map((section) => section.depth).join("");

/** Gives a translation the anchors of its English twin, where both have the same headings. */
export function alignAnchors(article: Article, english: Article | undefined): Article {
  if (english === undefined || english === article) return article;
  if (depths(article) !== depths(english)) return article;
  const sections = article.sections.map((section, index): Section => {
    const twin = english.sections[index];
    const foreign = [twin?.anchor ?? "", ...(twin?.aliases ?? [])];
    const fresh = foreign.filter((one) => one !== "" && one !== section.anchor);
    return { ...section, aliases: [...new Set([...section.aliases, ...fresh])] };
  });
  return { ...article, sections };
}
