import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import type { SourceFile } from "../../src/knowledge/article.ts";
import { keptKnowledge } from "../../src/main/build-kept-knowledge.ts";
import { article, POLICY, smallCorpus, sourceFile } from "../knowledge/support/small-corpus.ts";

const folder = mkdtempSync(join(tmpdir(), "snapdesk-kept-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function build(cache: string, files: readonly SourceFile[]) {
  const kept = keptKnowledge({ content: "corpus", cache: join(folder, cache) });
  const built = await kept.build(files);
  kept.close();
  if (!built.ok) throw new Error(`Cannot build: ${built.problem[0]?.reason}`);
  return built.value;
}

const NEW = "Kan du inte ta manuella ögonblicksbilder? Jo, numera.";
const extra = sourceFile("articles/sv/extra.md", `---\ntitle: Extra\n---\n\n# Extra\n\n${NEW}\n`);
const known = ({ articles, cells, faults }: Awaited<ReturnType<typeof build>>) => ({
  articles,
  cells,
  faults,
});

test.each<[what: string, sql: string]>([
  ["damaged", "update pieces set value = zeroblob(length(value))"],
  ["made by other code", "update made_by set version = 'older'"],
  ["lost in part", "delete from pieces where kind in ('article', 'list')"],
  ["another corpus'", `update pieces set "key" = 'x' || "key"`],
])("keptKnowledge() knows the same where what was kept is %s", async (what, sql) => {
  const cache = `${what.replaceAll(/\W/g, "-")}.sqlite`;
  const first = await build(cache, smallCorpus());
  const database = new DatabaseSync(join(folder, cache));
  database.exec(sql);
  database.close();
  const again = await build(cache, smallCorpus());
  expect(known(again)).toEqual(known(first));
  expect(again.knowsWord("staging", "en")).toBe(true);
  expect(again.knowsWord("nonsense", "en")).toBe(false);
});

test("keptKnowledge() follows files that come, change and go", async () => {
  const whole = [...smallCorpus(), extra];
  await build("edits.sqlite", smallCorpus());
  const more = await build("edits.sqlite", whole);
  expect(more.knowsWord("numera", "sv")).toBe(true);
  expect(more.search.find({ query: "extra", locale: "sv" }).articles[0]?.slug).toBe("extra");
  const less = await build("edits.sqlite", smallCorpus());
  expect(less.knowsWord("numera", "sv")).toBe(false);
  const found = less.search.find({ query: "extra", locale: "sv" }).articles;
  expect(found.map(({ slug }) => slug)).not.toContain("extra");
});

test("keptKnowledge() refuses an edited policy, whatever was kept of the old one", async () => {
  await build("policy.sqlite", smallCorpus());
  const text = new TextDecoder().decode(POLICY.bytes).replace("product: ", "product: un");
  const edited = smallCorpus().filter(({ path }) => path !== POLICY.path);
  const kept = keptKnowledge({ content: "corpus", cache: join(folder, "policy.sqlite") });
  expect(await kept.build([...edited, sourceFile(POLICY.path, text)])).toMatchObject({ ok: false });
  const other = edited.filter(({ path }) => path !== "articles/sv/manual.md");
  const changed = [...other, POLICY, article("sv", "På Pro går det bra.")];
  expect(await kept.build(changed)).toMatchObject({ ok: false });
  kept.close();
});
