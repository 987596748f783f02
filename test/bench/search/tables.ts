import type { Figure } from "./figures.ts";
import type { EngineReport } from "./measure-engine.ts";

/** A table in Markdown. */
export function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const share = (count: number, { n }: Figure): string => (n === 0 ? "–" : (count / n).toFixed(3));

/** Recall at 1 and at 5. */
export const recall = (figure: Figure | undefined): string =>
  figure === undefined ? "–" : `${share(figure.first, figure)} / ${share(figure.five, figure)}`;

/** Recall at 1, at 5, and the mean of the reciprocal ranks to ten. */
export const recallAndRank = (figure: Figure | undefined): string =>
  figure === undefined ? "–" : `${recall(figure)} / ${share(figure.mrr, figure)}`;

export const KINDS = ["description", "heading+title-words", "retranslated", "short-noisy"];

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
