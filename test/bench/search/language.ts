import type { Article } from "../../../src/knowledge/article.ts";
import { LOCALES } from "../../../src/kernel/locale.ts";
import { atOnce } from "../../../src/kernel/steps.ts";
import { languageModel } from "../../../src/knowledge/language.ts";
import { learnLanguage } from "../../../src/knowledge/learnt-language.ts";
import { foldWord } from "../../../src/knowledge/search/fold-word.ts";
import type { Row } from "./bench-corpus.ts";

export type LanguageReport = { readonly language: Readonly<Record<string, number>> };

const FORMS: Readonly<Record<string, (text: string) => string>> = {
  "as written": (text) => text,
  "without accents": (text) => foldWord(text.toLowerCase()),
  "first four words": (text) => text.split(" ").slice(0, 4).join(" "),
};

/** How often the language of a query is told right, learnt from the articles alone. */
export function languageFigures(
  articles: readonly Article[],
  rows: readonly Row[],
): LanguageReport {
  const model = languageModel(
    new Map(
      LOCALES.map((locale) => {
        const texts = articles.filter((one) => one.locale === locale).map(proseOf);
        return [locale, atOnce(learnLanguage(texts, locale))];
      }),
    ),
  );
  const language: Record<string, number> = {};
  for (const [form, change] of Object.entries(FORMS)) {
    for (const kind of ["description", "short-noisy", "cross-lingual-title"]) {
      const some = rows.filter((row) => row.kind === kind);
      const right = some.filter((row) => model.detect(change(row.query)).locale === row.lang);
      if (some.length > 0) language[`${kind}, ${form}`] = right.length / some.length;
    }
  }
  return { language };
}

const proseOf = ({ title, description = "", sections }: Article): string =>
  [
    title,
    description,
    ...sections.flatMap(({ heading, blocks }) => [
      heading,
      ...blocks.filter(({ kind }) => kind !== "code").map(({ display }) => display),
    ]),
  ].join(" ");
