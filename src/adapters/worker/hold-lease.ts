import type { Job } from "../../desk/job.ts";
import type { JobStore } from "../../desk/ports.ts";

type Needs = {
  readonly jobs: Pick<JobStore, "heartbeat">;
  readonly heartbeatMs: number;
  readonly leaseMs: number;
  readonly trouble: (cause: unknown) => void;
};

/**
 * Prolongs a job's lease until it is stopped. Where the lease is lost, or may be because the
 * database has not answered for as long as it lasts, `lost` is called, once.
 *
 * @returns stops it
 */
export function holdLease(needs: Needs, job: Job, lost: () => void): () => void {
  const { jobs, heartbeatMs, leaseMs, trouble } = needs;
  let until = performance.now() + leaseMs;
  let over = false;
  const end = () => {
    over = true;
    clearInterval(timer);
  };
  /** Undefined: the database did not say. */
  const ask = (): Promise<boolean | undefined> =>
    jobs.heartbeat(job).catch((cause: unknown) => {
      trouble(cause);
      return undefined;
    });
  const beat = async () => {
    const asked = performance.now();
    const held = await ask();
    if (over) return;
    if (held === true) until = asked + leaseMs;
    if (held === false || performance.now() >= until) {
      end();
      lost();
    }
  };
  const timer = setInterval(() => void beat(), heartbeatMs);
  return end;
}
