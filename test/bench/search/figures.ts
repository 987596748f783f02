import type { OpenEngine } from "./bench-engine.ts";
import type { Query } from "./bench-queries.ts";

/** What an engine reached on one kind of queries. */
export type Figure = { n: number; first: number; five: number; mrr: number; none: number };

export type Speed = {
  readonly p50: number;
  readonly p99: number;
  /** Of the processor alone, over all queries: it counts in ticks too long for one of them. */
  readonly cpuMean: number;
};

export type Measured = {
  readonly figures: Readonly<Record<string, Figure>>;
  readonly speed: Readonly<Record<string, Speed>>;
};

const WARM_UP = 80;

/** Asks everything once, after some warming up, one after another and kind by kind. */
export async function measure(engine: OpenEngine, queries: readonly Query[]): Promise<Measured> {
  const figures: Record<string, Figure> = {};
  const speed: Record<string, Speed> = {};
  for (const query of queries.slice(0, WARM_UP)) await engine.find(query.text, query);
  for (const [kind, same] of Map.groupBy(queries, ({ counts: [first = ""] }) => first)) {
    const wall: number[] = [];
    const cpu = process.cpuUsage();
    for (const query of same) {
      const started = performance.now();
      const slugs = await engine.find(query.text, query);
      wall.push(performance.now() - started);
      for (const name of query.counts) {
        countIn((figures[name] ??= { n: 0, first: 0, five: 0, mrr: 0, none: 0 }), slugs, query);
      }
    }
    const { user, system } = process.cpuUsage(cpu);
    const cpuMean = (user + system) / 1000 / same.length;
    speed[kind] = { p50: quantile(wall, 0.5), p99: quantile(wall, 0.99), cpuMean };
  }
  return { figures, speed };
}

function countIn(figure: Figure, slugs: readonly string[], { relevant }: Query): void {
  const at = slugs.findIndex((slug) => relevant.includes(slug));
  figure.n += 1;
  if (at === 0) figure.first += 1;
  if (at >= 0 && at < 5) figure.five += 1;
  if (at >= 0) figure.mrr += 1 / (at + 1);
  if (slugs.length === 0) figure.none += 1;
}

const quantile = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * share)] ?? 0;
