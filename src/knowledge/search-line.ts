import type { Locale } from "../kernel/locale.ts";
import { isLocale } from "../kernel/locale.ts";
import type { Result } from "../kernel/result.ts";
import { fail, ok } from "../kernel/result.ts";
import type { SectionHit } from "./answer.ts";
import type { ArticleHit, SearchRequest, SearchResult } from "./ports.ts";

/** One line of `search --batch`, read and checked. */
export type SearchLine = { readonly id: string; readonly request: SearchRequest };

/** What `search --batch` prints for one line; the command adds `ms`. */
export type SearchedLine = {
  readonly id?: string;
  readonly locale: Locale | "other";
  readonly articles: readonly ArticleHit[];
  readonly sections: readonly SectionHit[];
};

/** Reads a line's object; the problem is the reason to print. */
export function readSearchLine(input: unknown): Result<SearchLine, string> {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return fail("expected an object");
  }
  const { id, query, locale, indexLocales } = input as Readonly<Record<string, unknown>>;
  if (typeof id !== "string" && typeof id !== "number") return fail("expected an id");
  if (typeof query !== "string" || query.trim() === "") return fail("expected a query");
  const where = readLocales(locale, indexLocales);
  return where.ok
    ? ok({ id: String(id), request: { query: query.slice(0, MAX_QUERY), ...where.value } })
    : where;
}

const MAX_QUERY = 4000;

function readLocales(
  locale: unknown,
  indexLocales: unknown,
): Result<Pick<SearchRequest, "locale" | "indexLocales">, string> {
  if (locale !== undefined && !isLocale(locale)) return fail("expected locale to be one of ours");
  if (indexLocales !== undefined && !isLocaleList(indexLocales)) {
    return fail("expected indexLocales to be a list of locales");
  }
  return ok({
    ...(locale === undefined ? {} : { locale }),
    ...(indexLocales === undefined ? {} : { indexLocales }),
  });
}

const isLocaleList = (input: unknown): input is Locale[] =>
  Array.isArray(input) && input.length > 0 && input.every(isLocale);

/** A search result in the shape of a batch line: at most ten of each. */
export const searchedLine = (result: SearchResult, id?: string): SearchedLine => ({
  ...(id === undefined ? {} : { id }),
  locale: result.locale,
  articles: result.articles.slice(0, 10),
  sections: result.sections.slice(0, 10),
});
