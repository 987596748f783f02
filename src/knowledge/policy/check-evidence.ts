import type { Locale } from "../../kernel/locale.ts";
import { LOCALES } from "../../kernel/locale.ts";
import type { Article, Section } from "../article.ts";
import type { Fault } from "../fault.ts";
import type { Evidence } from "../policy.ts";
import type { Written } from "./read-policy.ts";

/** Finds the section an evidence names, in one language. */
export type FindSection = (
  slug: string,
  anchor: string,
  locale: Locale,
) => { readonly article: Article; readonly section: Section } | undefined;

export function sectionFinder(articles: readonly Article[]): FindSection {
  const byKey = new Map(
    articles
      .filter(({ status }) => status === "article")
      .map((one) => [`${one.locale} ${one.slug}`, one]),
  );
  return (slug, anchor, locale) => {
    const article = byKey.get(`${locale} ${slug}`);
    const section = article?.sections.find(
      (one) => one.anchor === anchor || one.aliases.includes(anchor),
    );
    return article === undefined || section === undefined ? undefined : { article, section };
  };
}

/** Whether a quote stands word for word in one block of a section whose polarity can be trusted. */
export const provenBy = (section: Section, quote: string): boolean =>
  quote.trim() !== "" &&
  section.blocks.some((block) => block.damaged !== true && block.display.includes(quote));

type Proven = { readonly id: string; readonly evidence: readonly Evidence[] };

/**
 * Whether every language proves what a cell or a fact says: at least one quote per language, and
 * each quote stands in the section it names.
 */
export function evidenceFaults(written: Written<Proven>, find: FindSection): Fault[] {
  const { item, file, line } = written;
  const missing = (locale: Locale, reason: string, excerpt = ""): Fault => ({
    file,
    line,
    locale,
    rule: "evidence-missing",
    severity: "error",
    confidence: 1,
    reason: `${item.id}: ${reason}`,
    excerpt,
  });
  return LOCALES.flatMap((locale) => {
    const quotes = item.evidence.flatMap((one) => {
      const quote = one.quote[locale];
      return quote === undefined ? [] : [{ ...one, quote }];
    });
    if (quotes.length === 0) return [missing(locale, `no quote in ${locale}`)];
    return quotes.flatMap(({ article, anchor, quote }) => {
      const found = find(article, anchor, locale);
      if (found === undefined) {
        return [
          {
            ...missing(locale, `no section ${article}#${anchor} in ${locale}`, quote),
            slug: article,
          },
        ];
      }
      if (provenBy(found.section, quote)) return [];
      const reason = `the quote does not stand in ${article}#${anchor} in ${locale}`;
      return [{ ...missing(locale, reason, quote), slug: article }];
    });
  });
}
