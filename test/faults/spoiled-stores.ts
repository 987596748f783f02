import type { Database } from "../../src/adapters/stores/database.ts";
import type { Stores } from "../../src/adapters/stores/open-stores.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import { ok } from "../../src/kernel/result.ts";

/** Faults for the random walks to find, one at a time. */
export const SPOILED = {
  "key is ignored": ({ tickets }) => ({
    tickets: {
      ...tickets,
      open: (key, draft, opening) => tickets.open(`${key}:${Math.random()}`, draft, opening),
    },
  }),
  "life cycle is ignored": ({ tickets }, { kysely }) => ({
    tickets: {
      ...tickets,
      change: async (id, actor, decide, refusal) => {
        const done = await tickets.change(id, actor, decide, refusal);
        if (done.ok || (done.problem as { kind?: string }).kind !== "illegal-move") return done;
        const { to } = done.problem as { to: "claimed" };
        await kysely.updateTable("ticket").set({ state: to }).where("id", "=", id).execute();
        return ok((await tickets.get(id)) as never);
      },
    },
  }),
  "version stands still": ({ tickets }, { kysely }) => ({
    tickets: {
      ...tickets,
      change: async (id, actor, decide, refusal) => {
        const done = await tickets.change(id, actor, decide, refusal);
        if (done.ok)
          await kysely.updateTable("ticket").set({ version: 1 }).where("id", "=", id).execute();
        return done;
      },
    },
  }),
  "refusal is not noted": ({ tickets }) => ({
    tickets: { ...tickets, change: (id, actor, decide) => tickets.change(id, actor, decide) },
  }),
  "change is kept twice": ({ tickets }) => ({
    tickets: {
      ...tickets,
      change: async (id, actor, decide, refusal) => {
        const done = await tickets.change(id, actor, decide, refusal);
        if (done.ok)
          await tickets.change(id, actor, () => ok({ audit: { action: "again", data: {} } }));
        return done;
      },
    },
  }),
  "lease is ignored": ({ jobs }, { kysely }) => ({
    jobs: {
      ...jobs,
      claim: async (worker, kinds, except) => {
        await kysely
          .updateTable("job")
          .set({ lease_until: 0 })
          .where("state", "=", "running")
          .execute();
        return jobs.claim(worker, kinds, except);
      },
    },
  }),
  "lease never ends": ({ jobs }, { kysely }) => ({
    jobs: {
      ...jobs,
      claim: async (worker, kinds, except) => {
        const far = { lease_until: Number.MAX_SAFE_INTEGER };
        await kysely.updateTable("job").set(far).where("state", "=", "running").execute();
        return jobs.claim(worker, kinds, except);
      },
    },
  }),
  "fence does not rise": ({ jobs }, { kysely }) => ({
    jobs: {
      ...jobs,
      claim: async (worker, kinds, except) => {
        const job = await jobs.claim(worker, kinds, except);
        if (job === undefined) return undefined;
        await kysely
          .updateTable("job")
          .set({ fence: 1 })
          .where("id", "=", Number(job.id))
          .execute();
        return { ...job, fence: 1 };
      },
    },
  }),
  "heartbeat always counts": ({ jobs }) => ({
    jobs: { ...jobs, heartbeat: async (job) => (await jobs.heartbeat(job)) || true },
  }),
  "heartbeat prolongs nothing": ({ jobs }, { kysely }) => ({
    jobs: {
      ...jobs,
      heartbeat: async (job) => {
        const row = kysely.selectFrom("job").select("fence").where("id", "=", Number(job.id));
        return (await row.where("state", "=", "running").executeTakeFirst())?.fence === job.fence;
      },
    },
  }),
  "completion needs no fence": ({ tickets }) => ({
    tickets: {
      ...tickets,
      change: async (id, actor, decide, refusal) => {
        const bare: typeof decide = (ticket) => {
          const decided = decide(ticket);
          if (!decided.ok) return decided;
          const { audit, notices = [] } = decided.value;
          return ok({ audit, notices });
        };
        const done = await tickets.change(id, actor, decide, refusal);
        if (done.ok || (done.problem as { kind?: string }).kind !== "lease-lost") return done;
        return tickets.change(id, actor, bare, refusal);
      },
    },
  }),
  "job comes back at once": ({ jobs }) => ({
    jobs: { ...jobs, giveBack: (job) => jobs.giveBack(job, 0 as Instant) },
  }),
  "effect is forgotten": ({ effects }) => ({
    effects: {
      ...effects,
      begin: async (job, effect) => {
        const begun = await effects.begin(job, effect);
        return begun.ok ? ok(undefined) : begun;
      },
    },
  }),
  "effect needs no fence": ({ effects }) => ({
    effects: {
      ...effects,
      begin: async (job, effect) => {
        const begun = await effects.begin(job, effect);
        return begun.ok ? begun : ok(undefined);
      },
    },
  }),
} satisfies Record<string, (stores: Stores, database: Database) => Partial<Stores>>;

export type Spoiled = keyof typeof SPOILED;

/** The stores with one of the faults in them. */
export function spoil(fault: Spoiled | undefined, stores: Stores, database: Database): Stores {
  return fault === undefined ? stores : { ...stores, ...SPOILED[fault](stores, database) };
}
