import { digestOf } from "../../kernel/digest.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Article } from "../article.ts";
import type { DominantLanguage } from "./dominant-language.ts";
import { dominantLanguage } from "./dominant-language.ts";

/** What the running text of an article is, without the text. */
export type Prose = {
  readonly language: DominantLanguage;
  /** Characters. */
  readonly length: number;
  /** The same for articles that say the same in as many sections. */
  readonly digest: string;
};

/** What an article says in sentences: no code, no images. */
export function proseOf({ sections }: Pick<Article, "sections">): Prose {
  const text = sections
    .flatMap(({ blocks }) => blocks)
    .filter(({ kind }) => kind !== "code" && kind !== "image")
    .map(({ display }) => display)
    .join(" ");
  return {
    language: dominantLanguage(text),
    length: text.length,
    digest: digestOf(`${sections.length} ${text}`),
  };
}

/** The language it is really in, where it is long enough to tell and not its folder's. */
export function otherLanguage({ language }: Prose, folder: Locale): Locale | undefined {
  const { locale, share } = language;
  return locale !== undefined && locale !== folder && share > 0.6 ? locale : undefined;
}
