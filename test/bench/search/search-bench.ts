import { spawnSync } from "node:child_process";
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
import {
  ablationTable,
  enginesTable,
  markdown,
  onlyTable,
  pairsTable,
  scaleTable,
} from "./tables.ts";

/** At fifty times the corpus these need minutes for one query, or more memory than there is. */
const SCALED = [
  "snapdesk, no glossary",
  "flexsearch, suggest",
  "minisearch, stems + fuzzy",
  "orama, default",
  "SQLite FTS5",
];

/** An engine that takes longer on one set of documents is left out there. */
const MOST_MINUTES = 20;

/** Measures one engine on one set of documents in a process of its own. */
function measured<Report>(
  engine: string,
  set: string,
  files: { articles: string; queries: string },
): Report[] {
  const child = join(import.meta.dirname, "measure-engine.ts");
  const flags = ["--expose-gc", "--max-old-space-size=6000"];
  const task = JSON.stringify({ ...files, engine, set });
  process.stderr.write(`${engine}, ${set} …\n`);
  const ran = spawnSync(process.execPath, [...flags, child, task], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    timeout: MOST_MINUTES * 60_000,
  });
  if (ran.status !== 0) {
    process.stderr.write(
      `${engine}, ${set}: ${ran.error?.message ?? ran.stderr.trim().split("\n").slice(0, 8).join("\n")}\n`,
    );
    return [];
  }
  return ran.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Report);
}

type Bench = {
  readonly options: BenchOptions;
  readonly files: { readonly articles: string; readonly queries: string };
  readonly reports: EngineReport[];
};

async function run(options: BenchOptions, temporary: string): Promise<void> {
  const corpus = await prepareCorpus(options, temporary);
  const files = { articles: corpus.file, queries: options.queries };
  const load = loadavg().map((one) => one.toFixed(1));
  console.log(`Node ${process.version}, ${cpus().length} cores, load ${load.join(" ")}`);
  console.log(`${corpus.articles} articles, read in ${corpus.seconds.toFixed(1)} s\n`);
  const bench: Bench = { options, files, reports: [] };
  const tables: Readonly<Record<string, () => void>> = {
    engines: () => printEngines(bench),
    ablation: () => {
      for (const set of ["plain", "hard"]) print(ablationTable(measured("ablation", set, files)));
    },
    only: () => printOnly(bench),
    scale: () => printScale(bench),
  };
  for (const name of options.tables) tables[name]?.();
  const language = options.tables.includes("language") ? printLanguage(bench) : undefined;
  if (options.json !== undefined) {
    writeFileSync(options.json, JSON.stringify({ reports: bench.reports, language }, undefined, 1));
  }
  const missed = options.check ? missedGoals({ reports: bench.reports, language }) : [];
  for (const line of missed) console.error(line);
  if (missed.length > 0) process.exitCode = 1;
}

const print = (table: string): void => console.log(`${table}\n`);

function add({ options, files, reports }: Bench, engine: string, set: string): void {
  if (options.engines?.includes(engine) ?? true) {
    reports.push(...measured<EngineReport>(engine, set, files));
  }
}

function printEngines(bench: Bench): void {
  for (const engine of [...Object.keys(PEERS), ...Object.keys(OURS).toReversed()]) {
    for (const set of ["plain", "described", "hard"]) add(bench, engine, set);
  }
  print(enginesTable(bench.reports));
  const ours = bench.reports.find(({ engine, set }) => engine === "snapdesk" && set === "plain");
  if (ours !== undefined) print(pairsTable(ours));
}

function printOnly(bench: Bench): void {
  for (const locale of LOCALES) add(bench, "snapdesk", `only-${locale}`);
  print(onlyTable(bench.reports));
}

function printScale(bench: Bench): void {
  for (const scale of bench.options.scales) {
    for (const engine of SCALED) add(bench, engine, `scale-${scale}`);
  }
  print(scaleTable(bench.reports));
}

function printLanguage({ files }: Bench): LanguageReport | undefined {
  const [report] = measured<LanguageReport>("language", "plain", files);
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
