import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { SourceFile } from "../../knowledge/article.ts";
import type { BuildProgress } from "../../knowledge/search/live-search.ts";
import { openSearchCache } from "./search-cache.ts";

export type PrepareOptions = {
  /** The corpus' folder, which names it in the cache. */
  readonly content: string;
  readonly files: readonly SourceFile[];
  /** The cache's file. */
  readonly cache: string;
  readonly onProgress?: (progress: BuildProgress) => void;
};

/** What the worker is told. */
export type PrepareTask = { readonly content: string; readonly cache: string };

/** So few files are read and indexed at once by whoever wants them. */
const FEW_FILES = 400;

/**
 * Reads, indexes and learns a large corpus in a thread of its own and leaves it all in the cache,
 * so that the desk goes on while that lasts and opens the new state in a moment. Does nothing for
 * a small corpus, or one that has not changed since.
 *
 * @throws whatever the thread threw
 */
export async function prepareSearch(options: PrepareOptions): Promise<void> {
  const { content, files, cache, onProgress } = options;
  if (files.length < FEW_FILES) return;
  const state = stateOf(files);
  if (preparedState(options) === state) return;
  await inWorker({ content, cache }, onProgress);
  const kept = openSearchCache(cache);
  kept.put("prepared", content, { state });
  kept.close();
}

function preparedState({ cache, content }: PrepareOptions): string | undefined {
  const kept = openSearchCache(cache);
  const prepared = kept.get("prepared", content) as { state: string } | undefined;
  kept.close();
  return prepared?.state;
}

function stateOf(files: readonly SourceFile[]): string {
  const hash = createHash("sha256");
  for (const { path, bytes } of files) hash.update(`\n${path} ${bytes.length}\n`).update(bytes);
  return hash.digest("hex");
}

async function inWorker(
  task: PrepareTask,
  onProgress: PrepareOptions["onProgress"],
): Promise<void> {
  const worker = new Worker(new URL("prepare-worker.ts", import.meta.url), { workerData: task });
  await new Promise<void>((resolve, reject) => {
    worker.on("message", (progress: BuildProgress) => onProgress?.(progress));
    worker.once("error", reject);
    worker.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Cannot prepare the search: its thread ended with ${code}`));
    });
  });
}
