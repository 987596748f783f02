import type { Locale } from "../kernel/locale.ts";
import type { Product } from "../kernel/product.ts";
import type { SectionHit } from "./answer.ts";

export type SearchRequest = {
  readonly query: string;
  readonly locale?: Locale;
  /** Only articles of these languages are searched. */
  readonly indexLocales?: readonly Locale[];
  /** At most 10. */
  readonly limit?: number;
  readonly product?: Product;
};

export type ArticleHit = { readonly slug: string; readonly locale: Locale; readonly score: number };

export type SearchResult = {
  readonly locale: Locale | "other";
  readonly sure: boolean;
  /** Best first, distinct by slug. */
  readonly articles: readonly ArticleHit[];
  /** Best first, at most one locale per section. */
  readonly sections: readonly SectionHit[];
};

/** Finds articles and sections. */
export interface Search {
  find(request: SearchRequest): SearchResult;
}
