import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { KeptArticles } from "../../../src/adapters/search-cache/article-cache.ts";
import { openKnowledgeSearch } from "../../../src/adapters/search-cache/open-knowledge-search.ts";
import { prepareSearch } from "../../../src/adapters/search-cache/prepare-search.ts";
import { openSearchCache } from "../../../src/adapters/search-cache/search-cache.ts";
import { readCorpus } from "../../../src/knowledge/corpus.ts";
import { toyTitle } from "../../knowledge/search/toy-corpus.ts";

const folder = mkdtempSync(join(tmpdir(), "snapdesk-cache-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

const VALUE = { numbers: Uint16Array.of(1, 2, 3), list: [["a", 1]], nothing: undefined };

test("openSearchCache() gives back what it kept, in the next process too", () => {
  const path = at("kept/cache.sqlite");
  const first = openSearchCache(path);
  first.put("index", "corpus en", VALUE);
  first.put("index", "large", { bytes: new Uint8Array(2_000_000).fill(7) });
  first.close();
  const again = openSearchCache(path);
  expect(again.get("index", "corpus en")).toEqual(VALUE);
  expect(again.get("index", "large")).toEqual({ bytes: new Uint8Array(2_000_000).fill(7) });
  expect(again.get("glossary", "corpus en")).toBeUndefined();
  expect(again.keys("index").toSorted()).toEqual(["corpus en", "large"]);
  again.close();
});

test("openSearchCache() keeps in pieces what is too long for one value, and notices a lost one", () => {
  const path = at("pieces.sqlite");
  const cache = openSearchCache(path, 1000);
  const long = { bytes: Uint8Array.from({ length: 2_000_500 }, (_, place) => place % 251) };
  cache.put("index", "long", VALUE);
  cache.put("index", "long", long);
  expect(cache.get("index", "long")).toEqual(long);
  expect(cache.keys("index")).toEqual(["long"]);
  cache.put("index", "long", VALUE);
  expect(cache.get("index", "long")).toEqual(VALUE);
  cache.put("index", "long", long);
  cache.close();
  const file = new DatabaseSync(path);
  expect(file.prepare("select count(*) n from pieces").get()?.["n"]).toBeGreaterThan(2000);
  file.exec("delete from pieces where piece = 7");
  file.close();
  const again = openSearchCache(path, 1000);
  expect(again.get("index", "long")).toBeUndefined();
  again.close();
});

test.each<[what: string, content: string | Buffer]>([
  ["no database", "This is not a database at all. ".repeat(50)],
  ["empty", ""],
  ["cut off", "cut"],
])("openSearchCache() begins anew where the file is %s", (what, content) => {
  const path = at(`${what}.sqlite`);
  writeFileSync(path, content);
  if (what === "cut off") {
    rmSync(path);
    const whole = openSearchCache(path);
    whole.put("index", "a", { bytes: new Uint8Array(3_000_000).fill(3) });
    whole.close();
    writeFileSync(path, readFileSync(path).subarray(0, 20_000));
  }
  const cache = openSearchCache(path);
  cache.put("index", "b", VALUE);
  expect(cache.get("index", "a")).toBeUndefined();
  cache.close();
});

test("openSearchCache() gets over damage that shows later, and over it for good", () => {
  const path = at("later.sqlite");
  const whole = openSearchCache(path);
  for (const key of ["a", "b", "c"]) {
    whole.put("index", key, { bytes: new Uint8Array(2_000_000).fill(3) });
  }
  whole.close();
  const bytes = readFileSync(path);
  bytes.fill(0xff, 4096 * 3, bytes.length - 4096 * 3);
  writeFileSync(path, bytes);
  const damaged = openSearchCache(path);
  for (const key of ["a", "b", "c"]) expect(damaged.get("index", key)).toBeUndefined();
  damaged.put("index", "d", VALUE);
  damaged.close();
  const again = openSearchCache(path);
  again.put("index", "e", VALUE);
  expect(again.get("index", "e")).toEqual(VALUE);
  again.close();
});

test("openSearchCache() forgets what other code has made", () => {
  const path = at("older.sqlite");
  const older = openSearchCache(path);
  older.put("index", "a", VALUE);
  older.close();
  const database = new DatabaseSync(path);
  database.exec("update made_by set version = 'another'");
  database.close();
  const cache = openSearchCache(path);
  expect(cache.get("index", "a")).toBeUndefined();
  cache.put("index", "a", VALUE);
  cache.close();
  const again = openSearchCache(path);
  expect(again.get("index", "a")).toEqual(VALUE);
  again.close();
});

test("get() never gives back a value whose bytes have changed", () => {
  const path = at("flipped.sqlite");
  const cache = openSearchCache(path);
  cache.put("index", "a", { bytes: new Uint8Array(2_000_000).fill(7) });
  cache.close();
  const database = new DatabaseSync(path);
  const { value } = database.prepare("select value from pieces").get() as { value: Uint8Array };
  value[value.length - 3] = (value[value.length - 3] ?? 0) ^ 1;
  database.prepare("update pieces set value = ?").run(value);
  database.close();
  const again = openSearchCache(path);
  expect(again.get("index", "a")).toBeUndefined();
  again.close();
});

test("openSearchCache() keeps in memory where no file can be", () => {
  writeFileSync(at("file"), "a file, no folder");
  const cache = openSearchCache(at("file/cache.sqlite"));
  cache.put("index", "a", VALUE);
  expect(cache.get("index", "a")).toEqual(VALUE);
  cache.close();
});

const markdown = (slug: string) => ({
  path: `en/${slug}.md`,
  bytes: new TextEncoder().encode(
    `---\ntitle: ${toyTitle(slug, "en")}\n---\n\n# ${slug}\n\nText of ${slug}.\n`,
  ),
});

test("KeptArticles gives an article read before, and keeps those in use", () => {
  const path = at("articles.sqlite");
  const files = [markdown("one"), markdown("two")];
  const [first, cache] = [openSearchCache(path), openSearchCache(path)];
  const kept = new KeptArticles(first);
  const read = readCorpus(files, kept);
  kept.flush();
  first.close();
  const again = new KeptArticles(cache);
  expect(readCorpus(files, again)).toEqual(read);
  expect(again.size).toBe(2);
  cache.close();
});

test("prepareSearch() leaves a small corpus to whoever opens it, and a large one in the cache", async () => {
  const content = at("content");
  mkdirSync(join(content, "en"), { recursive: true });
  const files = Array.from({ length: 410 }, (_, number) => markdown(`article-${number}`));
  for (const { path, bytes } of files) writeFileSync(join(content, path), bytes);
  const cache = at("prepared.sqlite");
  const steps: string[] = [];
  const onProgress = ({ step }: { step: string }) => steps.push(step);
  await prepareSearch({ content, files: files.slice(0, 3), cache, onProgress });
  expect(steps).toEqual([]);
  let turns = 0;
  const turning = setInterval(() => (turns += 1), 5);
  await prepareSearch({ content, files, cache, onProgress });
  clearInterval(turning);
  expect(turns).toBeGreaterThan(5);
  expect(new Set(steps)).toEqual(new Set(["reading", "indexing"]));
  steps.length = 0;
  await prepareSearch({ content, files, cache, onProgress });
  expect(steps).toEqual([]);

  const search = openKnowledgeSearch({ content, cache });
  const { articles } = readCorpus(files, search.articles);
  const language = { detect: () => ({ locale: "en" as const, sure: true }) };
  const found = search.searchOver({ articles, concepts: [], language });
  expect(found.find({ query: toyTitle("article-99", "en") }).articles[0]?.slug).toBe("article-99");
  expect(search.stats().articles).toBe(410);
  search.close();
});
