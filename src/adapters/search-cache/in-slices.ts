import { setImmediate } from "node:timers/promises";
import type { Steps } from "../../kernel/steps.ts";

/** So long others wait at most, where no single step takes longer. */
const SLICE_MS = 8;

/** Does work in short slices: in between the process answers whoever else wants something. */
export async function inSlices<Outcome>(steps: Steps<Outcome>): Promise<Outcome> {
  let until = performance.now() + SLICE_MS;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await setImmediate();
    until = performance.now() + SLICE_MS;
  }
}
