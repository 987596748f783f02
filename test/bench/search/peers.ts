import { DatabaseSync } from "node:sqlite";
import { create, insertMultiple, search as searchOrama } from "@orama/orama";
import { Document } from "flexsearch";
import MiniSearch from "minisearch";
import { snowballStem } from "../../../src/adapters/snowball/snowball-stem.ts";
import type { Locale } from "../../../src/kernel/locale.ts";
import { analyserOf } from "../../../src/knowledge/search/analyser.ts";
import { stemStream } from "../../../src/knowledge/search/tally.ts";
import type { BuildEngine, PlainDocument } from "./bench-engine.ts";
import { perLocale } from "./bench-engine.ts";

const MOST = 10;
const FIELDS = ["title", "headings", "body"] as const;

/** The engines a Node project would pick, each set up as its documentation says. */
export const PEERS: Readonly<Record<string, BuildEngine>> = {
  "flexsearch, default": (articles) =>
    perLocale(articles, (documents) => flexsearch(documents, false)),
  "flexsearch, suggest": (articles) =>
    perLocale(articles, (documents) => flexsearch(documents, true)),
  "minisearch, default": (articles) => perLocale(articles, (documents) => minisearch(documents)),
  "minisearch, stems + fuzzy": (articles) => perLocale(articles, minisearch),
  "orama, default": (articles) =>
    perLocale(articles, (documents, locale) => orama(documents, locale)),
  "orama, tolerance 1": (articles) =>
    perLocale(articles, (documents, locale) => orama(documents, locale, 1)),
  "SQLite FTS5": (articles) => perLocale(articles, fts5),
};

async function flexsearch(documents: readonly PlainDocument[], suggest: boolean) {
  const index = new Document({ document: { id: "id", index: [...FIELDS] } });
  for (const { id, title, headings, body } of documents) index.add({ id, title, headings, body });
  return (query: string): string[] => {
    const scores = new Map<number, number>();
    for (const { field, result } of index.search(query, { suggest, limit: 100 })) {
      const weight = field === "title" ? 2 : 1;
      result.forEach((id, rank) => {
        scores.set(Number(id), (scores.get(Number(id)) ?? 0) + weight / (10 + rank));
      });
    }
    const ranked = [...scores].toSorted(([, a], [, b]) => b - a).slice(0, MOST);
    return ranked.map(([id]) => documents[id]?.slug ?? "");
  };
}

/** With a locale: our stems as tokens, and fuzzy; without: as it comes. */
async function minisearch(documents: readonly PlainDocument[], locale?: Locale) {
  const boost = { title: 3, headings: 1.5 };
  const index =
    locale === undefined
      ? new MiniSearch<PlainDocument>({ fields: [...FIELDS], searchOptions: { boost } })
      : new MiniSearch<PlainDocument>({
          fields: [...FIELDS],
          tokenize: stemsOf(locale),
          processTerm: (term) => term,
          searchOptions: { boost, fuzzy: (term) => (term.length > 3 ? 0.2 : false) },
        });
  index.addAll(documents);
  return (query: string): string[] =>
    index
      .search(query)
      .slice(0, MOST)
      .map(({ id }) => documents[Number(id)]?.slug ?? "");
}

function stemsOf(locale: Locale): (text: string) => string[] {
  const analyser = analyserOf(locale, { stem: snowballStem(), split: () => [] });
  return (text) => analyser.words(text).flatMap((word) => [...stemStream(word)]);
}

const ORAMA_LANGUAGES = { en: "english", fr: "french", nl: "dutch", sv: "swedish" } as const;

async function orama(documents: readonly PlainDocument[], locale: Locale, tolerance = 0) {
  const index = create({
    schema: { title: "string", headings: "string", body: "string" },
    language: ORAMA_LANGUAGES[locale],
  });
  const slugs = documents.map(({ slug, title, headings, body }) => ({
    slug,
    title,
    headings,
    body,
  }));
  await insertMultiple(index, slugs);
  return async (term: string): Promise<string[]> => {
    const boost = { title: 3, headings: 1.5 };
    const { hits } = await searchOrama(index, { term, boost, tolerance, limit: MOST });
    return hits.map(({ document }) => (document as Partial<PlainDocument>).slug ?? "");
  };
}

async function fts5(documents: readonly PlainDocument[]) {
  const database = new DatabaseSync(":memory:");
  database.exec(
    `create virtual table t using fts5(slug unindexed, title, headings, body,
     tokenize = "unicode61 remove_diacritics 2")`,
  );
  const insert = database.prepare("insert into t values (?, ?, ?, ?)");
  database.exec("begin");
  for (const { slug, title, headings, body } of documents) insert.run(slug, title, headings, body);
  database.exec("commit");
  const find = database.prepare(
    `select slug from t where t match ? order by bm25(t, 0, 3.0, 1.5, 1.0) limit ${MOST}`,
  );
  return (query: string): string[] => {
    const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0) return [];
    return find
      .all(words.map((word) => `"${word}"`).join(" OR "))
      .map((row) => String(row["slug"]));
  };
}
