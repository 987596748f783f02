import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { liveKnowledge } from "../../../src/adapters/content/live-knowledge.ts";
import { watchContent } from "../../../src/adapters/content/watch-content.ts";
import type { Fault } from "../../../src/knowledge/fault.ts";
import { buildKnowledge } from "../../../src/knowledge/knowledge.ts";
import { article, smallCorpus } from "../../knowledge/support/small-corpus.ts";
import { searchOver } from "../../support/search-over.ts";

let root = "";

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "live-"));
  for (const { path, bytes } of smallCorpus()) await put(path, bytes);
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function put(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), bytes);
}

async function open(refused: Fault[]) {
  const live = await liveKnowledge({
    folder: root,
    build: (files) => buildKnowledge({ searchOver, files }),
    onSwap: () => undefined,
    onRefused: (faults) => refused.push(...faults),
    quietMs: 20,
  });
  if (!live.ok) throw new Error("Cannot open: expected a good corpus");
  return live.value;
}

const NEW = "På Pro kan du inte ta manuella ögonblicksbilder av staging. Ett nytt stycke.";

test("liveKnowledge() takes an edit over without a restart", async () => {
  const live = await open([]);
  const before = live.current();
  await put("articles/sv/manual.md", article("sv", NEW).bytes);
  await live.refresh();
  expect(live.current()).not.toBe(before);
  expect(live.current().section("manual", "where", "sv")?.section.blocks[0]?.display).toBe(NEW);
  live.close();
});

test("liveKnowledge() keeps the last good knowledge on a broken edit and names the fault", async () => {
  const refused: Fault[] = [];
  const live = await open(refused);
  const before = live.current();
  await put("articles/sv/manual.md", article("sv", "På Pro går det bra.").bytes);
  await live.refresh();
  expect(live.current()).toBe(before);
  expect(refused).toMatchObject([{ rule: "evidence-missing", locale: "sv", slug: "manual" }]);
  live.close();
});

test("watchContent() tells a burst of edits once", async () => {
  const onEdit = vi.fn<() => void>();
  const watching = watchContent({ folder: root, quietMs: 50, onEdit, onProblem: () => undefined });
  await put("articles/sv/manual.md", article("sv", NEW).bytes);
  await put("articles/sv/manual.md", article("sv", `${NEW} Och ett till.`).bytes);
  await vi.waitFor(() => expect(onEdit).toHaveBeenCalledOnce(), { timeout: 5000 });
  watching.close();
});
