import type { Figures } from "./setting.ts";

/** The first two minutes, with the first burst, belong to the start: caches fill, code is compiled. */
const WARM_UP = 120;

/** By how much memory may grow from after the start to the end. */
const MOST_DRIFT = 0.1;

/** Keeps what a process measures of itself each second of a run, and tells how its memory went. */
export function keepFigures(seconds: number) {
  const all: Figures[] = [];
  const warm = Math.min(WARM_UP, Math.floor(seconds / 4));
  const width = Math.min(WARM_UP, Math.max(5, Math.floor(seconds / 5)));
  /** A stretch of the run; the least of the heap is what is still held after its collection. */
  const around = (from: number) => {
    const some = all.slice(from, from + width);
    return {
      rss: middleOf(some.map((one) => one.rssMb)),
      heap: Math.min(...some.map((one) => one.heapMb)),
    };
  };
  const stretches = () => {
    const middle = Math.floor((warm + all.length - width) / 2);
    return { start: around(warm), middle: around(middle), end: around(all.length - width) };
  };
  const drift = () => {
    const { start, end } = stretches();
    return { rss: end.rss / start.rss - 1, heap: end.heap / start.heap - 1 };
  };
  const loop = () => all.at(-1) ?? { loopP99: Number.NaN, loopMax: Number.NaN };
  return {
    add: (figures: Figures) => {
      all.push(figures);
    },
    inWords: (): string => {
      const { start, middle, end } = stretches();
      const way = (what: "rss" | "heap") =>
        `${[start, middle, end].map((one) => Math.round(one[what])).join(" → ")} MB (${percent(drift()[what])})`;
      const { loopP99, loopMax } = loop();
      return `loop p99 ${loopP99.toFixed(1)}, longest ${loopMax.toFixed(0)} ms; rss ${way("rss")}, heap ${way("heap")}`;
    },
    /** A run too short to have warmed up says nothing about memory. */
    faults: (mostLoopMs: number): readonly string[] => {
      const { rss, heap } = drift();
      const grows = seconds >= 4 * WARM_UP && Math.max(rss, heap) > MOST_DRIFT;
      return [
        ...(grows ? [`memory grows: rss ${percent(rss)}, heap ${percent(heap)}`] : []),
        ...(loop().loopP99 < mostLoopMs ? [] : [`loop p99 ${loop().loopP99.toFixed(0)} ms`]),
      ];
    },
  };
}

const percent = (share: number): string => `${share < 0 ? "" : "+"}${(share * 100).toFixed(0)} %`;

function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
