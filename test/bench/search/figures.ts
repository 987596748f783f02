import type { OpenEngine } from "./bench-engine.ts";
import type { Query } from "./bench-queries.ts";

/** What an engine reached on one kind of queries. */
export type Figure = { n: number; first: number; five: number; mrr: number; none: number };

export type Speed = {
  readonly p50: number;
  readonly p99: number;
  /** Of the processor alone: a busy machine does not change it. */
  readonly cpuP50: number;
  readonly cpuP99: number;
};

export type Measured = {
  readonly figures: Readonly<Record<string, Figure>>;
  readonly speed: Readonly<Record<string, Speed>>;
};

const WARM_UP = 80;

/** Asks everything once, after some warming up, one after another. */
export async function measure(engine: OpenEngine, queries: readonly Query[]): Promise<Measured> {
  const figures: Record<string, Figure> = {};
  const times = new Map<string, { wall: number[]; cpu: number[] }>();
  for (const query of queries.slice(0, WARM_UP)) await engine.find(query.text, query);
  for (const query of queries) {
    const [started, cpu] = [performance.now(), process.threadCpuUsage()];
    const slugs = await engine.find(query.text, query);
    const spent = process.threadCpuUsage(cpu);
    const wall = performance.now() - started;
    for (const name of query.counts) {
      countIn((figures[name] ??= { n: 0, first: 0, five: 0, mrr: 0, none: 0 }), slugs, query);
    }
    const [kind = ""] = query.counts;
    const known = times.get(kind) ?? { wall: [], cpu: [] };
    times.set(kind, known);
    known.wall.push(wall);
    known.cpu.push((spent.user + spent.system) / 1000);
  }
  const speed = [...times].map(([kind, { wall, cpu }]) => [kind, speedOf(wall, cpu)] as const);
  return { figures, speed: Object.fromEntries(speed) };
}

function countIn(figure: Figure, slugs: readonly string[], { relevant }: Query): void {
  const at = slugs.findIndex((slug) => relevant.includes(slug));
  figure.n += 1;
  if (at === 0) figure.first += 1;
  if (at >= 0 && at < 5) figure.five += 1;
  if (at >= 0) figure.mrr += 1 / (at + 1);
  if (slugs.length === 0) figure.none += 1;
}

const speedOf = (wall: readonly number[], cpu: readonly number[]): Speed => ({
  p50: quantile(wall, 0.5),
  p99: quantile(wall, 0.99),
  cpuP50: quantile(cpu, 0.5),
  cpuP99: quantile(cpu, 0.99),
});

const quantile = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * share)] ?? 0;
