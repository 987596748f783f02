import type { EngineReport } from "./measure-engine.ts";
import { KINDS, markdown, recall, recallAndRank } from "./tables.ts";

/** An engine that gave no figures for a set of documents, and why. */
export type Failure = { readonly engine: string; readonly set: string; readonly failed: string };

type Results = { readonly reports: readonly EngineReport[]; readonly failures: readonly Failure[] };

const HEAD = [
  "engine",
  ...KINDS,
  "all R@1 / R@5 / MRR",
  "with description",
  "hard",
  "typos",
  "cross",
  "none found",
  "p50 / p99 ms",
  "mean CPU ms",
  "build CPU s",
  "heap MB",
  "growth",
  "its build CPU s",
  "its heap MB",
  "its long queries, p50 / p99 / CPU ms",
  "its four words, p50 / p99 / CPU ms",
  "failed",
];

/** Every engine in one row: the same articles, the same queries, and the corpus many times over. */
export function enginesTable(results: Results): string {
  const engines = new Set([...results.reports, ...results.failures].map(({ engine }) => engine));
  return markdown(
    HEAD,
    [...engines].map((engine) => {
      const reports = results.reports.filter((one) => one.engine === engine);
      const failures = results.failures.filter((one) => one.engine === engine);
      const failed = failures.map(({ set, failed: why }) => `${set}: ${why}`).join("; ");
      return [
        engine,
        ...qualityCells(reports),
        ...costCells(reports),
        ...growthCells(reports),
        failed,
      ];
    }),
  );
}

const inSet = (reports: readonly EngineReport[], set: string) =>
  reports.find((one) => one.set === set);

function qualityCells(reports: readonly EngineReport[]): string[] {
  const plain = inSet(reports, "plain")?.figures ?? {};
  const none = plain["mono"];
  return [
    ...KINDS.map((kind) => recall(plain[`mono ${kind}`])),
    recallAndRank(plain["mono"]),
    recallAndRank(inSet(reports, "described")?.figures["described"]),
    recall(inSet(reports, "hard")?.figures["hard"]),
    recall(plain["typos"]),
    recall(plain["cross"]),
    none === undefined ? "–" : `${((100 * none.none) / none.n).toFixed(1)} %`,
  ];
}

function costCells(reports: readonly EngineReport[]): string[] {
  const plain = inSet(reports, "plain");
  const speed = plain?.speed["mono"];
  return [
    `${number(speed?.p50)} / ${number(speed?.p99)}`,
    number(speed?.cpuMean, 2),
    number(plain?.buildCpuS),
    heap(plain?.heapMb),
  ];
}

/** One figure for each step, from the smallest corpus to the largest. */
function growthCells(reports: readonly EngineReport[]): string[] {
  const steps = reports
    .filter(({ set }) => set.startsWith("scale-"))
    .toSorted((a, b) => a.documents - b.documents);
  const each = (cell: (report: EngineReport) => string): string =>
    steps.length === 0 ? "–" : steps.map(cell).join(", ");
  const speed = (kind: string) =>
    each(({ speed: { [kind]: of } }) =>
      [number(of?.p50, 2), number(of?.p99, 2), number(of?.cpuMean, 2)].join(" / "),
    );
  return [
    each(({ set, documents }) => `×${set.slice("scale-".length)} (${documents})`),
    each(({ buildCpuS }) => number(buildCpuS)),
    each(({ heapMb }) => heap(heapMb)),
    speed("long"),
    speed("short"),
  ];
}

const number = (value: number | undefined, digits = 1): string =>
  value === undefined ? "–" : value.toFixed(digits);

/** SQLite keeps its pages outside of what is measured. */
const heap = (megabytes: number | undefined): string =>
  megabytes !== undefined && megabytes < 1 ? "outside" : number(megabytes, 0);
