import { readArticles, readRows } from "./bench-corpus.ts";
import type { BuildEngine } from "./bench-engine.ts";
import { queriesFor } from "./bench-queries.ts";
import { documentsOf } from "./document-sets.ts";
import type { Measured } from "./figures.ts";
import { measure } from "./figures.ts";
import { languageFigures } from "./language.ts";
import { ablations, OURS } from "./our-engine.ts";
import { PEERS } from "./peers.ts";

/** What one process is to measure. */
export type EngineTask = {
  readonly articles: string;
  readonly queries: string;
  readonly engine: string;
  readonly set: string;
};

export type EngineReport = Measured & {
  readonly engine: string;
  readonly set: string;
  readonly documents: number;
  readonly buildS: number;
  readonly buildCpuS: number;
  readonly heapMb: number;
};

const megabytes = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

const task = JSON.parse(process.argv[2] ?? "{}") as EngineTask;
const rows = readRows(task.queries);
const read = readArticles(task.articles);

async function measureOne(engine: string, build: BuildEngine): Promise<EngineReport> {
  const articles = documentsOf(read, task.set);
  const queries = queriesFor(task.set, rows, read);
  const before = megabytes();
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const opened = await build(articles);
  const spent = process.cpuUsage(cpu);
  return {
    engine,
    set: task.set,
    documents: articles.length,
    buildS: (performance.now() - started) / 1000,
    buildCpuS: (spent.user + spent.system) / 1e6,
    heapMb: megabytes() - before,
    ...(await measure(opened, queries)),
  };
}

async function* reports(): AsyncGenerator<object> {
  if (task.engine === "language") yield languageFigures(read, rows);
  else if (task.engine === "ablation") {
    const queries = queriesFor(task.set, rows, read);
    for (const [engine, opened] of ablations(documentsOf(read, task.set))) {
      yield { engine, set: task.set, ...(await measure(opened, queries)) };
    }
  } else {
    const build = OURS[task.engine] ?? PEERS[task.engine];
    if (build === undefined) throw new Error(`Cannot measure "${task.engine}": not known`);
    yield await measureOne(task.engine, build);
  }
}

for await (const report of reports()) process.stdout.write(`${JSON.stringify(report)}\n`);
