import type { Figure } from "./figures.ts";
import type { EngineReport } from "./measure-engine.ts";

/** A table in Markdown. */
export function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const share = (count: number, { n }: Figure): string => (n === 0 ? "–" : (count / n).toFixed(3));

/** Recall at 1 and at 5. */
const recall = (figure: Figure | undefined): string =>
  figure === undefined ? "–" : `${share(figure.first, figure)} / ${share(figure.five, figure)}`;

/** Recall at 1, at 5, and the mean of the reciprocal ranks to ten. */
const recallAndRank = (figure: Figure | undefined): string =>
  figure === undefined ? "–" : `${recall(figure)} / ${share(figure.mrr, figure)}`;

const number = (value: number | undefined, digits = 1): string =>
  value === undefined ? "–" : value.toFixed(digits);

/** SQLite keeps its pages outside of what is measured. */
const heap = (megabytes: number | undefined): string =>
  megabytes !== undefined && megabytes < 1 ? "outside" : number(megabytes, 0);

const reportOf = (reports: readonly EngineReport[], engine: string, set: string) =>
  reports.find((one) => one.engine === engine && one.set === set);

const KINDS = ["description", "heading+title-words", "retranslated", "short-noisy"];

/** All engines on the same articles and the same queries. */
export function enginesTable(reports: readonly EngineReport[]): string {
  const engines = [
    ...new Set(reports.filter(({ set }) => set === "plain").map(({ engine }) => engine)),
  ];
  const head = [
    "engine",
    ...KINDS,
    "all R@1 / R@5 / MRR",
    "with description",
    "hard",
    "typos",
    "cross",
  ];
  const more = ["none found", "build s (cpu)", "heap MB", "p50 / p99 ms", "cpu p99 ms"];
  const rows = engines.map((engine) => {
    const plain = reportOf(reports, engine, "plain");
    const figure = (name: string) => plain?.figures[name];
    const speed = plain?.speed["mono"];
    const none = figure("mono");
    return [
      engine,
      ...KINDS.map((kind) => recall(figure(`mono ${kind}`))),
      recallAndRank(figure("mono")),
      recallAndRank(reportOf(reports, engine, "described")?.figures["described"]),
      recall(reportOf(reports, engine, "hard")?.figures["hard"]),
      recall(figure("typos")),
      recall(figure("cross")),
      none === undefined ? "–" : `${((100 * none.none) / none.n).toFixed(1)} %`,
      `${number(plain?.buildS)} (${number(plain?.buildCpuS)})`,
      heap(plain?.heapMb),
      `${number(speed?.p50)} / ${number(speed?.p99)}`,
      number(speed?.cpuP99),
    ];
  });
  return markdown([...head, ...more], rows);
}

/** What each part gave: everything, then one part less at a time. */
export function ablationTable(
  reports: readonly Pick<EngineReport, "engine" | "figures">[],
): string {
  const kinds = ["mono", ...KINDS.map((kind) => `mono ${kind}`), "hard", "typos", "cross"];
  return markdown(
    ["", ...kinds],
    reports.map(({ engine, figures }) => [engine, ...kinds.map((kind) => recall(figures[kind]))]),
  );
}

/** Cross-lingual queries by pair of languages. */
export function pairsTable({ figures }: Pick<EngineReport, "figures">): string {
  const names = Object.keys(figures).filter(
    (name) => name.startsWith("cross ") || name.startsWith("typos "),
  );
  return markdown(
    ["queries", "n", "R@1 / R@5 / MRR"],
    names.map((name) => [name, String(figures[name]?.n), recallAndRank(figures[name])]),
  );
}

/** Articles that exist in one language only, and those that exist in all. */
export function onlyTable(reports: readonly EngineReport[]): string {
  const sets = reports.filter(({ set }) => set.startsWith("only-"));
  const names = ["only elsewhere", "everywhere"];
  const sum = (name: string) => recall(added(sets.flatMap(({ figures }) => figures[name] ?? [])));
  return markdown(
    ["fifth kept back in", ...names],
    [
      ...sets.map(({ set, figures }) => [
        set.slice(5),
        ...names.map((name) => recall(figures[name])),
      ]),
      ["all", ...names.map(sum)],
    ],
  );
}

export function added(figures: readonly Figure[]): Figure {
  const sum = { n: 0, first: 0, five: 0, mrr: 0, none: 0 };
  for (const one of figures) {
    sum.n += one.n;
    sum.first += one.first;
    sum.five += one.five;
    sum.mrr += one.mrr;
    sum.none += one.none;
  }
  return sum;
}

/** How engines grow with the corpus. */
export function scaleTable(reports: readonly EngineReport[]): string {
  const scaled = reports.filter(({ set }) => set.startsWith("scale-"));
  return markdown(
    [
      "engine",
      "articles",
      "build s (cpu)",
      "heap MB",
      "long query p50 / p99 ms",
      "four words p50 / p99 ms",
    ],
    scaled.map(({ engine, documents, buildS, buildCpuS, heapMb, speed }) => [
      engine,
      String(documents),
      `${number(buildS)} (${number(buildCpuS)})`,
      heap(heapMb),
      `${number(speed["long"]?.p50, 2)} / ${number(speed["long"]?.p99, 2)}`,
      `${number(speed["short"]?.p50, 2)} / ${number(speed["short"]?.p99, 2)}`,
    ]),
  );
}
