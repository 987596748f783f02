import type { Locale } from "../../kernel/locale.ts";
import type { Article, Section } from "../article.ts";
import type { Citation, SectionHit } from "../answer.ts";
import type { Knowledge } from "../knowledge.ts";
import type { Evidence } from "../policy.ts";

/** The quotes that prove a cell or a fact in one language. */
export function citationsOf(
  evidence: readonly Evidence[],
  locale: Locale,
  knowledge: Knowledge,
): Citation[] {
  return evidence.flatMap(({ article: slug, anchor, quote }) => {
    const words = quote[locale];
    const found = words === undefined ? undefined : knowledge.section(slug, anchor, locale);
    if (words === undefined || found === undefined) return [];
    return [citationOf(found.article, found.section, words, knowledge)];
  });
}

/** A quote with everything needed to find and judge it. */
export function citationOf(
  article: Article,
  section: Section,
  quote: string,
  knowledge: Knowledge,
): Citation {
  const url = article.sources?.[0];
  return {
    slug: article.slug,
    anchor: section.anchor,
    heading: section.heading,
    title: article.title,
    locale: article.locale,
    quote,
    ...(article.edition === undefined ? {} : { edition: article.edition }),
    ...(url === undefined ? {} : { url }),
    ...(isStale(article, knowledge) ? { stale: true } : {}),
  };
}

const isDay = (text: string | undefined): text is string => /^\d{4}-\d\d-\d\d/.test(text ?? "");

/** Another language has a newer edition of the article. Only dates can be compared. */
function isStale({ slug, edition, locale }: Article, { articles }: Knowledge): boolean {
  if (!isDay(edition)) return false;
  return articles.some(
    (one) =>
      one.slug === slug && one.locale !== locale && isDay(one.edition) && one.edition > edition,
  );
}

/** The same quote of the same section is shown once. */
export const eachOnce = (citations: readonly Citation[]): Citation[] =>
  citations.filter(
    ({ slug, anchor, quote }, at) =>
      citations.findIndex(
        (one) => one.slug === slug && one.anchor === anchor && one.quote === quote,
      ) === at,
  );

/** The sections cited, then what the search finds: at most ten, each once. */
export function sectionsWith(
  cited: readonly Citation[],
  found: readonly SectionHit[],
): SectionHit[] {
  const top = found[0]?.score ?? 0;
  const first = cited.map(({ slug, anchor, heading, locale }, index) => ({
    slug,
    anchor,
    heading,
    locale,
    score: Math.round((top + cited.length - index) * 1000) / 1000,
  }));
  const seen = new Set<string>();
  return [...first, ...found]
    .filter(({ slug, anchor }) => {
      const key = `${slug}#${anchor}`;
      return seen.has(key) ? false : seen.add(key) !== undefined;
    })
    .slice(0, 10);
}
