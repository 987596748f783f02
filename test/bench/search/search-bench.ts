import { spawnSync } from "node:child_process";
import type { SpawnSyncReturns } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { LOCALES } from "../../../src/kernel/locale.ts";
import { prepareCorpus } from "./bench-corpus.ts";
import type { BenchOptions } from "./bench-options.ts";
import { readOptions } from "./bench-options.ts";
import { missedGoals } from "./goals.ts";
import type { LanguageReport } from "./language.ts";
import type { EngineReport } from "./measure-engine.ts";
import { OURS } from "./our-engine.ts";
import { PEERS } from "./peers.ts";
import type { Failure } from "./engines-table.ts";
import { enginesTable } from "./engines-table.ts";
import { ablationTable, markdown, onlyTable, pairsTable } from "./tables.ts";

/** Measures one engine on one set of documents in a process of its own, within the limits. */
function measured<Report>(engine: string, set: string, { options, files }: Bench): Ran<Report> {
  const child = join(import.meta.dirname, "measure-engine.ts");
  const flags = ["--expose-gc", `--max-old-space-size=${options.megabytes}`];
  const task = JSON.stringify({ ...files, engine, set });
  process.stderr.write(`${engine}, ${set} …\n`);
  const ran = spawnSync(process.execPath, [...flags, child, task], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    timeout: options.minutes * 60_000,
    killSignal: "SIGKILL",
  });
  if (ran.status !== 0) {
    const failed = failureOf(ran, options);
    process.stderr.write(`${engine}, ${set}: ${failed}\n${ran.stderr.trim().slice(0, 2000)}\n`);
    return { reports: [], failed };
  }
  const lines = ran.stdout.trim().split("\n");
  return { reports: lines.map((line) => JSON.parse(line) as Report) };
}

type Ran<Report> = { readonly reports: readonly Report[]; readonly failed?: string };

/** Why an engine gave no figures, in a few words. */
function failureOf(
  { error, stderr }: Pick<SpawnSyncReturns<string>, "error" | "stderr">,
  { minutes, megabytes }: BenchOptions,
): string {
  if (error !== undefined && "code" in error && error.code === "ETIMEDOUT") {
    return `longer than ${minutes} min`;
  }
  if (/heap out of memory|Array buffer allocation failed/.test(stderr)) {
    return `more than ${megabytes} MB`;
  }
  const [said = "failed"] = /^\w*Error: .*$/m.exec(stderr) ?? [error?.message ?? "failed"];
  return said.replaceAll("|", " ").slice(0, 80);
}

type Bench = {
  readonly options: BenchOptions;
  readonly files: { readonly articles: string; readonly queries: string };
  readonly reports: EngineReport[];
  readonly failures: Failure[];
};

async function run(options: BenchOptions, temporary: string): Promise<void> {
  const corpus = await prepareCorpus(options, temporary);
  const files = { articles: corpus.file, queries: options.queries };
  const load = loadavg().map((one) => one.toFixed(1));
  console.log(`Node ${process.version}, ${cpus().length} cores, load ${load.join(" ")}`);
  console.log(`${corpus.articles} articles, read in ${corpus.seconds.toFixed(1)} s\n`);
  const bench: Bench = { options, files, reports: [], failures: [] };
  const tables: Readonly<Record<string, () => void>> = {
    engines: () => measureEngines(bench),
    ablation: () => {
      for (const set of ["plain", "hard"]) {
        print(ablationTable(measured<EngineReport>("ablation", set, bench).reports));
      }
    },
    only: () => printOnly(bench),
    growth: () => measureGrowth(bench),
  };
  for (const name of options.tables) tables[name]?.();
  print(enginesTable(bench));
  const ours = bench.reports.find(({ engine, set }) => engine === "snapdesk" && set === "plain");
  if (ours !== undefined) print(pairsTable(ours));
  const language = options.tables.includes("language") ? printLanguage(bench) : undefined;
  if (options.json !== undefined) {
    writeFileSync(options.json, JSON.stringify({ reports: bench.reports, language }, undefined, 1));
  }
  const missed = options.check ? missedGoals({ reports: bench.reports, language }) : [];
  for (const line of missed) console.error(line);
  if (missed.length > 0) process.exitCode = 1;
}

const print = (table: string): void => console.log(`${table}\n`);

function add(bench: Bench, engine: string, set: string): void {
  if (!(bench.options.engines?.includes(engine) ?? true)) return;
  const { reports, failed } = measured<EngineReport>(engine, set, bench);
  bench.reports.push(...reports);
  if (failed !== undefined) bench.failures.push({ engine, set, failed });
}

const ENGINES = [...Object.keys(PEERS), ...Object.keys(OURS).toReversed()];

function measureEngines(bench: Bench): void {
  for (const engine of ENGINES)
    for (const set of ["plain", "described", "hard"]) add(bench, engine, set);
}

function printOnly(bench: Bench): void {
  for (const locale of LOCALES) add(bench, "snapdesk", `only-${locale}`);
  print(onlyTable(bench.reports));
}

/** An engine that failed on so much is not asked about more. A corpus of one language needs no glossary. */
function measureGrowth(bench: Bench): void {
  for (const engine of ENGINES.filter((one) => one !== "snapdesk")) {
    for (const times of bench.options.growth.toSorted((a, b) => a - b)) {
      add(bench, engine, `scale-${times}`);
      if (bench.failures.some((one) => one.engine === engine && one.set === `scale-${times}`))
        break;
    }
  }
}

function printLanguage(bench: Bench): LanguageReport | undefined {
  const [report] = measured<LanguageReport>("language", "plain", bench).reports;
  const rows = Object.entries(report?.language ?? {});
  print(
    markdown(
      ["language of", "right"],
      rows.map(([form, right]) => [form, right.toFixed(3)]),
    ),
  );
  return report;
}

const options = readOptions();
if (options !== undefined) {
  const temporary = mkdtempSync(join(tmpdir(), "snapdesk-search-"));
  try {
    await run(options, temporary);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
