import type { EngineReport } from "./measure-engine.ts";
import type { Figure } from "./figures.ts";
import type { LanguageReport } from "./language.ts";
import { added } from "./tables.ts";

/** On a machine that does other work too, times may be so many times longer. */
const PATIENCE = 3;
const share = (count: number, figure: Figure): number => (figure.n === 0 ? 1 : count / figure.n);

type Results = {
  readonly reports: readonly EngineReport[];
  readonly language: LanguageReport | undefined;
};

/** Every goal that was missed or not measured, as a line. */
export function missedGoals({ reports, language }: Results): string[] {
  const ours = reports.filter(({ engine }) => engine === "snapdesk");
  const plain = ours.find(({ set }) => set === "plain");
  const figure = (set: string, name: string) => ours.find((one) => one.set === set)?.figures[name];
  const only = ours.filter(({ set }) => set.startsWith("only-"));
  const sum = (name: string) => added(only.flatMap(({ figures }) => figures[name] ?? []));
  const atLeast = (what: string, goal: number, got: number | undefined) =>
    got === undefined
      ? [`${what}: not measured`]
      : got >= goal
        ? []
        : [`${what}: ${got.toFixed(3)}, expected at least ${goal}`];
  const atMost = (what: string, goal: number, got: number | undefined) =>
    got === undefined
      ? [`${what}: not measured`]
      : got <= goal
        ? []
        : [`${what}: ${got.toFixed(1)}, expected at most ${goal}`];
  const five = (one: Figure | undefined) =>
    one === undefined || one.n === 0 ? undefined : share(one.five, one);
  const mono = figure("plain", "mono");
  return [
    ...atLeast("one language, R@1", 0.89, mono === undefined ? undefined : share(mono.first, mono)),
    ...atLeast("one language, R@5", 0.965, five(mono)),
    ...atLeast("noisy, R@5", 0.95, five(figure("plain", "mono short-noisy"))),
    ...atLeast("hard descriptions, R@5", 0.88, five(figure("hard", "hard"))),
    ...atLeast("two typos, R@5", 0.97, five(figure("plain", "typos"))),
    ...atLeast("only in another language, R@5", 0.9, five(sum("only elsewhere"))),
    ...atLeast("in all languages, R@5", 0.99, five(sum("everywhere"))),
    ...atLeast("language of descriptions", 0.99, language?.language["description, as written"]),
    ...atMost("p99 in ms", 60 * PATIENCE, plain?.speed["mono"]?.p99),
    ...atMost("lists and glossary in s", 55 * PATIENCE, plain?.buildS),
    ...atMost("heap in MB", 600, plain?.heapMb),
    ...atMost("build for each article, ×50 to ×1", MOST_GROWTH, growthOf(reports, 50)),
    ...atMost("build for each article, ×10 to ×1", MOST_GROWTH, growthOf(reports, 10)),
    ...atMost("p99 of long queries at ×50 in ms", 60 * PATIENCE, longAt(reports, 50)),
    ...["long", "short"].flatMap((kind) => quickerPeers(reports, kind, 50)),
  ];
}

/** Near enough to linear. */
const MOST_GROWTH = 2.5;
const GROWN = "snapdesk, no glossary";

const grown = (reports: readonly EngineReport[], times: number): EngineReport | undefined =>
  reports.find(({ engine, set }) => engine === GROWN && set === `scale-${times}`);

/** How many times more an article costs to build in at so many times the corpus. */
function growthOf(reports: readonly EngineReport[], times: number): number | undefined {
  const [once, many] = [grown(reports, 1), grown(reports, times)];
  if (once === undefined || many === undefined) return undefined;
  return many.buildCpuS / many.documents / (once.buildCpuS / once.documents);
}

const longAt = (reports: readonly EngineReport[], times: number): number | undefined =>
  grown(reports, times)?.speed["long"]?.p99;

/** Who finds less than every second article has nothing to be quick at. */
const FINDS = 0.5;

/** The peers that answer sooner than we do, so many times the corpus. */
function quickerPeers(reports: readonly EngineReport[], kind: string, times: number): string[] {
  const ours = grown(reports, times)?.speed[kind]?.p50;
  if (ours === undefined) return [`${kind} queries at ×${times}: not measured`];
  return reports.flatMap(({ engine, set, figures, speed }) => {
    const found = figures[kind];
    const p50 = speed[kind]?.p50 ?? Number.POSITIVE_INFINITY;
    if (set !== `scale-${times}` || found === undefined || p50 >= ours) return [];
    if (engine.startsWith("snapdesk") || share(found.five, found) < FINDS) return [];
    const [theirs, mine] = [p50.toFixed(2), ours.toFixed(2)];
    return [`${kind} queries at ×${times}: ${engine} takes ${theirs} ms, we ${mine}`];
  });
}
