/** Work done piece by piece: whoever drives it may do something else between two pieces. */
export type Steps<Outcome> = Generator<undefined, Outcome, undefined>;

/** Does all the work without a pause. */
export function atOnce<Outcome>(steps: Steps<Outcome>): Outcome {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
