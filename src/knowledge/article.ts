import type { Locale } from "../kernel/locale.ts";
import type { Environment, Plan, Product } from "../kernel/product.ts";

/** A file of the corpus as it was found. `path` is relative to the corpus, with forward slashes. */
export type SourceFile = { readonly path: string; readonly bytes: Uint8Array };

export type BlockKind =
  "paragraph" | "item" | "cell-row" | "callout" | "code" | "quote" | "fold" | "tab" | "image";

/** A piece of a section: what people are shown, and where it stands. */
export type Block = {
  readonly kind: BlockKind;
  /** Markup resolved, entities decoded once, spaces collapsed. Quotes of evidence are compared with this. */
  readonly display: string;
  /** Line of the source file, counted from 1, frontmatter included. */
  readonly line: number;
  /** Number of a step in a numbered list. */
  readonly ordinal?: number;
  /** Polarity cannot be trusted: may be shown, never proves a verdict. */
  readonly damaged?: boolean;
};

/** What a heading owns: the unit of search and citation. */
export type Section = {
  /** The same in every language where it is explicit. Empty for text before the first heading. */
  readonly anchor: string;
  readonly aliases: readonly string[];
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  readonly heading: string;
  /** Headings above it, outermost first. */
  readonly path: readonly string[];
  readonly blocks: readonly Block[];
  readonly lines: readonly [from: number, to: number];
};

/** One markdown file of one locale. */
export type Article = {
  /** Path below the locale folder without `.md`; the same in every language. */
  readonly slug: string;
  readonly locale: Locale;
  readonly file: string;
  readonly title: string;
  /** The H1 where it differs from the title. */
  readonly heading?: string;
  readonly description?: string;
  readonly status: "article" | "hidden" | "not-an-article";
  readonly product?: Product;
  readonly plans?: readonly Plan[];
  readonly environments?: readonly Environment[];
  readonly edition?: string;
  /** Public pages it rests on. */
  readonly sources?: readonly string[];
  readonly sections: readonly Section[];
};
