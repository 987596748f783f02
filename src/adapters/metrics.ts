import { monitorEventLoopDelay } from "node:perf_hooks";
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import type { DeskFigures } from "./stores/desk-figures.ts";

/** What is counted as it happens. */
const COUNTED = {
  tickets_accepted_total: "Tickets that were committed",
  dedup_total: "Deliveries that had been stored before",
  lease_lost_total: "Jobs whose lease was lost while they were in hand",
  fenced_total: "Completions refused because somebody else had the job",
  jobs_done_total: "Jobs done",
  jobs_failed_total: "Attempts at jobs that failed",
  jobs_abandoned_total: "Jobs given up for good",
  notices_sent_total: "Messages that Slack has taken",
  notices_dead_total: "Messages that cannot be sent",
  store_errors_total: "Calls the database could not keep",
} as const;

/** What is timed, in seconds. */
const TIMED = {
  ack_seconds: "From a delivery to its acknowledgement",
  commit_seconds: "One transaction",
} as const;

export type CounterName = keyof typeof COUNTED;
export type TimerName = keyof typeof TIMED;

export type Metrics = {
  count(name: CounterName, by?: number): void;
  observe(name: TimerName, seconds: number): void;
  /** When the newest backup was made, in milliseconds. */
  backedUp(at: number): void;
  /** Everything, as Prometheus reads it. */
  expose(): Promise<{ readonly type: string; readonly text: string }>;
};

const ACK_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5];

/** Metrics of one process; the figures of the database are read when somebody asks. */
export function openMetrics(figures: () => Promise<DeskFigures>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counters = each(COUNTED, (name, help) => new Counter({ name, help, registers }));
  const timers = each(
    TIMED,
    (name, help) => new Histogram({ name, help, registers, buckets: ACK_BUCKETS }),
  );
  const gauges = figureGauges(registry);
  let backedUpAt: number | undefined;
  return {
    count: (name, by = 1) => counters[name].inc(by),
    observe: (name, seconds) => timers[name].observe(seconds),
    backedUp: (at) => {
      backedUpAt = at;
    },
    expose: async () => {
      gauges(await figures(), backedUpAt);
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

function each<Name extends string, Made>(
  what: Readonly<Record<Name, string>>,
  make: (name: Name, help: string) => Made,
): Record<Name, Made> {
  const made = Object.entries<string>(what).map(([name, help]) => [name, make(name as Name, help)]);
  return Object.fromEntries(made) as Record<Name, Made>;
}

/** What the timer that measures it waits for by itself. */
const RESOLUTION_S = 0.01;
const NS = 1e9;

function figureGauges(registry: Registry) {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const jobs = new Gauge({
    name: "jobs",
    help: "Jobs by state",
    labelNames: ["state"],
    registers: [registry],
  });
  const oldest = gauge("oldest_ready_seconds", "Age of the job that is due the longest");
  const unknown = gauge("effects_unknown", "Effects whose outcome nobody knows");
  const dead = gauge("outbox_dead", "Messages that could not be sent");
  const lag = gauge("outbox_lag_seconds", "Age of the message that is due the longest");
  const wal = gauge("wal_bytes", "Size of the write-ahead log");
  const delay = gauge(
    "eventloop_delay_seconds",
    "Delay of the event loop since the last look, p99",
  );
  const loop = monitorEventLoopDelay({ resolution: 10 });
  loop.enable();
  const backup = gauge("backup_age_seconds", "Age of the newest backup");
  return (figures: DeskFigures, backedUpAt: number | undefined): void => {
    jobs.reset();
    for (const [state, n] of Object.entries(figures.jobs)) jobs.set({ state }, n);
    oldest.set(figures.oldestReadySeconds);
    unknown.set(figures.effectsUnknown);
    dead.set(figures.outboxDead);
    lag.set(figures.outboxLagSeconds);
    wal.set(figures.walBytes);
    delay.set(Math.max(0, loop.percentile(99) / NS - RESOLUTION_S));
    loop.reset();
    if (backedUpAt !== undefined) backup.set((Date.now() - backedUpAt) / 1_000);
  };
}
