import type { Locale } from "../../../src/kernel/locale.ts";
import type { Article } from "../../../src/knowledge/article.ts";
import { rawWords } from "../../../src/knowledge/search/cut-words.ts";
import { foldWord } from "../../../src/knowledge/search/fold-word.ts";
import { SEARCH_STOP_WORDS } from "../../../src/knowledge/search/stop-words.ts";
import type { Row } from "./bench-corpus.ts";
import { isKeptBack } from "./document-sets.ts";
import { random } from "./random.ts";

/** One query as it is put to an engine, and the figures it counts for. */
export type Query = {
  readonly text: string;
  readonly locale: Locale;
  /** Searched languages; all of them where it is left out. */
  readonly indexLocales?: readonly Locale[];
  readonly relevant: readonly string[];
  readonly counts: readonly string[];
};

const slugsOf = ({ relevant }: Row): string[] => relevant.map((path) => path.replace(/\.md$/, ""));

const isCross = ({ kind }: Row): boolean => kind.startsWith("cross");

/** The queries that make sense for a set of documents. */
export function queriesFor(
  set: string,
  rows: readonly Row[],
  articles: readonly Article[],
): Query[] {
  if (set === "hard")
    return mono(
      rows.filter(({ kind }) => kind === "description"),
      "hard",
    );
  if (set === "described") return mono(rows, "described");
  if (set.startsWith("only-")) return onlyIn(set.slice("only-".length) as Locale, rows);
  if (set.startsWith("scale-")) return speed(rows);
  return [...mono(rows, "mono"), ...typos(rows, articles), ...cross(rows)];
}

function mono(rows: readonly Row[], name: string): Query[] {
  return rows
    .filter((row) => !isCross(row))
    .map((row) => ({
      text: row.kind === "description" ? (row.query_noid ?? row.query) : row.query,
      locale: row.lang,
      indexLocales: [row.lang],
      relevant: slugsOf(row),
      counts: [name, `${name} ${row.kind}`],
    }));
}

function cross(rows: readonly Row[]): Query[] {
  return rows.filter(isCross).map((row) => ({
    text: row.query,
    locale: row.lang,
    indexLocales: [row.index_lang],
    relevant: slugsOf(row),
    counts: [
      "cross",
      `cross ${row.lang}-${row.index_lang}`,
      ...((row.title_overlap ?? 1) < 0.2 ? ["cross low overlap"] : []),
    ],
  }));
}

function onlyIn(locale: Locale, rows: readonly Row[]): Query[] {
  return rows
    .filter((row) => isCross(row) && row.lang !== locale)
    .flatMap((row) => {
      const kept = slugsOf(row).some(isKeptBack);
      if (kept && row.index_lang !== locale) return [];
      const name = kept ? "only elsewhere" : "everywhere";
      return [{ text: row.query, locale: row.lang, relevant: slugsOf(row), counts: [name] }];
    });
}

function speed(rows: readonly Row[]): Query[] {
  const english = rows.filter(
    ({ lang, kind }) => lang === "en" && ["description", "short-noisy"].includes(kind),
  );
  return english.map((row) => ({
    text: row.query_noid ?? row.query,
    locale: "en",
    indexLocales: ["en"],
    relevant: slugsOf(row),
    counts: [row.kind === "description" ? "long" : "short"],
  }));
}

/** The three rarest words of a title, two of them misspelt, without accents. */
function typos(rows: readonly Row[], articles: readonly Article[]): Query[] {
  const titles = new Map(articles.map((one) => [`${one.locale} ${one.slug}`, one.title]));
  const frequency = new Map<string, number>();
  for (const { locale, title } of articles) {
    for (const word of new Set(titleWords(title, locale))) {
      const key = `${locale} ${word}`;
      frequency.set(key, (frequency.get(key) ?? 0) + 1);
    }
  }
  const asked = new Map<string, Query>();
  for (const row of rows.filter(isCross)) {
    const [slug = ""] = slugsOf(row);
    for (const locale of [row.lang, row.index_lang]) {
      const title = titles.get(`${locale} ${slug}`) ?? "";
      const rare = [...new Set(titleWords(title, locale))]
        .toSorted(
          (a, b) => (frequency.get(`${locale} ${a}`) ?? 0) - (frequency.get(`${locale} ${b}`) ?? 0),
        )
        .slice(0, 3);
      if (rare.length < 3) continue;
      asked.set(`${locale} ${slug}`, {
        text: misspelt(rare.map(foldWord)),
        locale,
        indexLocales: [locale],
        relevant: [slug],
        counts: ["typos", `typos ${locale}`],
      });
    }
  }
  return [...asked.values()];
}

const titleWords = (title: string, locale: Locale): string[] =>
  rawWords(title.toLowerCase()).filter(
    (word) => /^\p{L}{4,}$/u.test(word) && !SEARCH_STOP_WORDS[locale].has(word),
  );

function misspelt(words: readonly string[]): string {
  const next = random(words.join(" "));
  const spared = Math.floor(next() * words.length);
  return words.map((word, at) => (at === spared ? word : slip(word, next))).join(" ");
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** One slip of the finger, never in the first letter. */
function slip(word: string, next: () => number): string {
  const at = 1 + Math.floor(next() * (word.length - 1));
  const letter = LETTERS[Math.floor(next() * LETTERS.length)] ?? "e";
  const [head, tail] = [word.slice(0, at), word.slice(at)];
  const kinds = [
    () => head + tail.slice(1),
    () => head + letter + tail,
    () => head + letter + tail.slice(1),
    () => (tail.length < 2 ? head : head + (tail[1] ?? "") + (tail[0] ?? "") + tail.slice(2)),
  ];
  return kinds[Math.floor(next() * kinds.length)]?.() ?? word;
}
