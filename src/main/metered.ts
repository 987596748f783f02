import type { Metrics } from "../adapters/metrics.ts";
import type { Stores } from "../adapters/stores/open-stores.ts";
import type { Answer } from "../knowledge/answer.ts";
import type { RestoreCase } from "../restore/restore-case.ts";

type DeskStores = Stores<RestoreCase, Answer>;

/** The same stores, counted: what comes in, what is a repetition, what becomes a ticket, what goes out. */
export function metered(stores: DeskStores, metrics: Metrics): DeskStores {
  const { inbox, jobs, outbox, tickets } = stores;
  /** False: somebody else has the job by now. */
  const fenced = async (held: Promise<boolean>): Promise<boolean> => {
    if (!(await held)) metrics.count("fenced_total");
    return held;
  };
  return {
    ...stores,
    inbox: {
      ...inbox,
      store: async (key, body) => {
        const first = await timed(metrics, () => inbox.store(key, body));
        if (!first) metrics.count("dedup_total");
        return first;
      },
    },
    tickets: {
      ...tickets,
      open: async (key, draft, opening) => {
        const opened = await timed(metrics, () => tickets.open(key, draft, opening));
        metrics.count(opened.first ? "tickets_accepted_total" : "dedup_total");
        return opened;
      },
      change: async (...change) => {
        const changed = await tickets.change(...change);
        if (!changed.ok && isLeaseLost(changed.problem)) metrics.count("fenced_total");
        return changed;
      },
    },
    jobs: {
      ...jobs,
      finish: (job) => fenced(jobs.finish(job)),
      giveBack: (job, runAt, reason) => fenced(jobs.giveBack(job, runAt, reason)),
      abandon: (job, reason) => fenced(jobs.abandon(job, reason)),
    },
    outbox: {
      ...outbox,
      sent: async (row, message) => {
        await outbox.sent(row, message);
        metrics.count("notices_sent_total");
      },
      dead: async (row, reason) => {
        await outbox.dead(row, reason);
        metrics.count("notices_dead_total");
      },
    },
  };
}

const isLeaseLost = (problem: unknown): boolean =>
  typeof problem === "object" &&
  problem !== null &&
  "kind" in problem &&
  problem.kind === "lease-lost";

const MS = 1_000;

async function timed<T>(metrics: Metrics, commit: () => Promise<T>): Promise<T> {
  const started = performance.now();
  try {
    return await commit();
  } catch (cause) {
    metrics.count("store_errors_total");
    throw cause;
  } finally {
    metrics.observe("commit_seconds", (performance.now() - started) / MS);
  }
}
