import type { Locale } from "../../../src/kernel/locale.ts";
import { LOCALES } from "../../../src/kernel/locale.ts";
import type { Article, Section } from "../../../src/knowledge/article.ts";
import { random } from "../../bench/search/random.ts";

const SYLLABLES: Readonly<Record<Locale, string>> = {
  en: "bor dap fim gul kow lat mip nog",
  fr: "beau coi deu gron lai moi nour pou",
  nl: "baar doek geit huid koor lijf meel noot",
  sv: "bjork drak fjall glad kvist ljung mork natt",
};
const WORDS = 120;

/** The same meanings in four made-up languages. */
function wordFor(meaning: number, locale: Locale): string {
  const next = random(`${locale} ${meaning}`);
  const syllables = SYLLABLES[locale].split(" ");
  return Array.from(
    { length: 3 },
    () => syllables[Math.floor(next() * syllables.length)] ?? "",
  ).join("");
}

const say = (said: readonly number[], locale: Locale): string =>
  said.map((one) => wordFor(one, locale)).join(" ");

function meanings(seed: string, many: number): number[] {
  const next = random(seed);
  return Array.from({ length: many }, () => Math.floor(next() ** 2 * WORDS));
}

const section = (seed: string, locale: Locale, depth: 1 | 2): Section => ({
  anchor: seed.replaceAll(" ", "-"),
  aliases: [],
  depth,
  heading: say(meanings(`${seed} heading`, 3), locale),
  path: [],
  blocks: [0, 1].map((at) => ({
    kind: "paragraph",
    display: say(meanings(`${seed} ${at}`, 14), locale),
    line: at,
  })),
  lines: [1, 2],
});

/** What the title of a toy article means, in any language. */
export const toyTitle = (slug: string, locale: Locale): string =>
  say(meanings(`${slug} title`, 5), locale);

/** An article about something of its own; the version changes what it says. */
export function toyArticle(slug: string, locale: Locale, version = ""): Article {
  const title = toyTitle(`${slug}${version}`, locale);
  return {
    slug,
    locale,
    file: `${locale}/${slug}.md`,
    title,
    status: "article",
    sections: [1, 2, 3].map((at) => section(`${slug}${version} ${at}`, locale, at === 1 ? 1 : 2)),
  };
}

/** `many` articles in each language. */
export const toyCorpus = (many: number): Article[] =>
  LOCALES.flatMap((locale) =>
    Array.from({ length: many }, (_, at) => toyArticle(`article-${at}`, locale)),
  );
