import type { Metrics } from "../adapters/metrics.ts";
import type { openLog } from "../adapters/logger.ts";
import type { WorkerEvent } from "../adapters/worker/worker-event.ts";
import type { Log } from "../slack/app/log.ts";

/** The log as the rest of the desk writes it. */
export const toLog =
  (logger: ReturnType<typeof openLog>): Log =>
  (level, what, data = {}) => {
    logger[level](data, what);
  };

/** Counts what the worker does, and writes down what an operator should know. */
export const counted =
  (metrics: Pick<Metrics, "count">, log: Log) =>
  (event: WorkerEvent): void => {
    switch (event.kind) {
      case "done":
        metrics.count("jobs_done_total");
        return;
      case "lease-lost":
        metrics.count("lease_lost_total");
        log("warn", "a lease was lost", { job: event.job.id, kind: event.job.kind });
        return;
      case "failed":
        metrics.count("jobs_failed_total");
        log("warn", "a job failed", {
          job: event.job.id,
          kind: event.job.kind,
          reason: event.reason,
        });
        return;
      case "gave-up":
        metrics.count("jobs_abandoned_total");
        return;
      case "trouble":
        metrics.count("store_errors_total");
        log("error", "the stores do not answer", { reason: event.reason });
        return;
      case "claimed":
      case "given-back":
      case "timers-fired":
    }
  };
