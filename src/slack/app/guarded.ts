import type { Log } from "./log.ts";

type Needs = {
  readonly log: Log;
  /** Something may have been committed: look into the outbox. */
  readonly wake: () => void;
};

/** Names a failure to the person and in the log, so that the two can be brought together. */
export const newReference = (): string => `E-${crypto.randomUUID().slice(0, 8)}`;

/**
 * Runs a listener so that no failure stays invisible: it is logged, and the person is told with a
 * reference. Never throws.
 */
export async function guarded(
  { log, wake }: Needs,
  what: string,
  work: () => Promise<void>,
  tellFailure: (reference: string) => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (cause) {
    const reference = newReference();
    log("error", "a listener failed", { what, reference, cause });
    await tellFailure(reference).catch((second: unknown) => {
      log("error", "a person could not be told of a failure", { what, reference, cause: second });
    });
  } finally {
    wake();
  }
}
