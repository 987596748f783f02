import type { Locale } from "../../../src/kernel/locale.ts";
import type { Article } from "../../../src/knowledge/article.ts";
import { LOCALES } from "../../../src/kernel/locale.ts";

export type Asked = { readonly locale: Locale; readonly indexLocales?: readonly Locale[] };

/** An engine with its documents in it. Gives distinct slugs, best first, at most 10. */
export type OpenEngine = {
  readonly find: (query: string, asked: Asked) => readonly string[] | Promise<readonly string[]>;
};

export type BuildEngine = (articles: readonly Article[]) => OpenEngine | Promise<OpenEngine>;

/** The fields every engine but ours is given. */
export type PlainDocument = {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
  readonly headings: string;
  readonly body: string;
};

function plainDocuments(articles: readonly Article[], locale: Locale): PlainDocument[] {
  return articles
    .filter((one) => one.locale === locale)
    .map(({ slug, title, description = "", sections }, id) => ({
      id,
      slug,
      title,
      headings: sections.map(({ heading }) => heading).join("\n"),
      body: [
        description,
        ...sections.flatMap(({ blocks }) => blocks.map(({ display }) => display)),
      ].join("\n"),
    }));
}

/** One index a language, searched in the language of the articles wanted. */
export async function perLocale(
  articles: readonly Article[],
  build: (
    documents: readonly PlainDocument[],
    locale: Locale,
  ) => Promise<(query: string) => readonly string[] | Promise<readonly string[]>>,
): Promise<OpenEngine> {
  const engines = new Map<Locale, Awaited<ReturnType<typeof build>>>();
  for (const locale of LOCALES) {
    engines.set(locale, await build(plainDocuments(articles, locale), locale));
  }
  return {
    find: (query, { locale, indexLocales }) =>
      engines.get(indexLocales?.[0] ?? locale)?.(query) ?? [],
  };
}
