import { Presets, SingleBar } from "cli-progress";
import type { BuildProgress } from "../knowledge/search/live-search.ts";

const STEPS: Readonly<Record<BuildProgress["step"], string>> = {
  reading: "Reading articles",
  indexing: "Indexing articles",
  learning: "Learning words of other languages",
};

/** A corpus as small as the desk's own is there before a bar could be read. */
const FEW = 400;

/** How far the index of a large corpus is, on a terminal only. */
export function buildBar(): (progress: BuildProgress) => void {
  let bar: SingleBar | undefined;
  let running: BuildProgress["step"] | undefined;
  let large = false;
  return ({ step, done, total }) => {
    large ||= total >= FEW;
    if (!large) return;
    if (step !== running) {
      bar?.stop();
      bar = openBar(STEPS[step]);
      bar.start(total, done);
      running = step;
    }
    bar?.update(done);
    if (done < total) return;
    bar?.stop();
    running = undefined;
  };
}

const openBar = (step: string): SingleBar =>
  new SingleBar(
    {
      stream: process.stderr,
      noTTYOutput: false,
      clearOnComplete: true,
      format: `${step} {bar} {value}/{total}`,
    },
    Presets.shades_classic,
  );
