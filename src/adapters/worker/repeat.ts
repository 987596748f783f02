import { reasonOf } from "./run-job.ts";

type Needs = {
  readonly everyMs: number;
  readonly work: () => Promise<void>;
  readonly trouble: (reason: string) => void;
};

/**
 * Does something again and again, one after the other, the first time after one pause: scheduled
 * backups, the published head of the audit trail, the health of the stores. A failure is told and not fatal.
 *
 * @returns stops it, after what is under way
 */
export function repeat({ everyMs, work, trouble }: Needs): () => Promise<void> {
  let under = Promise.resolve();
  let busy = false;
  const turn = async () => {
    busy = true;
    try {
      await work();
    } catch (cause) {
      trouble(reasonOf(cause));
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => {
    if (!busy) under = turn();
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await under;
  };
}
