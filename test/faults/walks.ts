import {
  asyncModelRun,
  asyncProperty,
  check,
  commands,
  constant,
  constantFrom,
  nat,
} from "fast-check";
import type { AsyncCommand } from "fast-check";
import type { Stores } from "../../src/adapters/stores/open-stores.ts";
import { openStores } from "../../src/adapters/stores/open-stores.ts";
import { mayMove } from "../../src/desk/lifecycle.ts";
import type { Job } from "../../src/desk/job.ts";
import type { TicketState } from "../../src/desk/ticket.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import type { TicketId } from "../../src/kernel/ids.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { ANNA, restore } from "../contract/sample.ts";
import type { Outcome } from "./outcome.ts";
import { makeTestDesk } from "./test-desk.ts";
import { spoil } from "./spoiled-stores.ts";
import type { Spoiled } from "./spoiled-stores.ts";

const LEASE_MS = 60_000;
const STATES: readonly TicketState[] = [
  "claimed",
  "planned",
  "approval-wanted",
  "approved",
  "running",
  "verified",
  "rejected",
];

type ModelJob = {
  readonly ticket: TicketId;
  holder?: Held;
  until: number;
  due: number;
  fence: number;
  ended: boolean;
  begun: boolean;
};
type Held = { readonly job: Job; readonly by: string };

/** What must be the case, kept in plain memory. */
type Model = {
  now: number;
  readonly tickets: Map<
    string,
    { readonly id: TicketId; state: TicketState; version: number; lines: number }
  >;
  readonly jobs: ModelJob[];
  readonly claims: Held[];
  readonly engine: Map<string, number>;
};

type Real = {
  readonly stores: Stores;
  readonly kind: string;
  readonly prefix: string;
  clock: { at: number };
};

type Walk = AsyncCommand<Model, Real>;

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

const command = (name: string, run: (model: Model, real: Real) => Promise<void>): Walk => ({
  check: () => true,
  run,
  toString: () => name,
});

const ticketOf = (model: Model, n: number) =>
  [...model.tickets.values()][n % Math.max(1, model.tickets.size)];

const open = (key: number) =>
  command(`open(${key})`, async (model, { stores, kind, prefix }) => {
    const intake = `${prefix}:${key}`;
    const known = model.tickets.get(intake);
    const { ticket, first } = await stores.tickets.open(
      intake,
      { ...restore, words: intake },
      (one) => ({
        audit: { action: "desk.opened", data: {} },
        jobs: [{ kind, idem: `run:${one.id}`, data: {}, ticket: one.id }],
        notices: [
          {
            idem: `card:${one.id}`,
            recipient: { to: "person", person: ANNA },
            kind: "card",
            data: {},
          },
        ],
      }),
    );
    must(first === (known === undefined), "a key opened a second ticket");
    if (known !== undefined) return must(known.id === ticket.id, "a key gave another ticket");
    model.tickets.set(intake, { id: ticket.id, state: "new", version: 1, lines: 1 });
    model.jobs.push({
      ticket: ticket.id,
      until: 0,
      due: model.now,
      fence: 0,
      ended: false,
      begun: false,
    });
  });

const move = (n: number, to: TicketState) =>
  command(`move(${n}, ${to})`, async (model, { stores }) => {
    const ticket = ticketOf(model, n);
    if (ticket === undefined) return;
    const legal = mayMove("restore", ticket.state, to);
    const done = await stores.tickets.change(ticket.id, "desk", () =>
      ok({ state: to, audit: { action: "desk.moved", data: {} } }),
    );
    must(done.ok === legal, `${ticket.state} to ${to} was ${done.ok ? "allowed" : "refused"}`);
    if (!legal) return;
    ticket.state = to;
    ticket.version += 1;
    ticket.lines += 1;
  });

const refuse = (n: number) =>
  command(`refuse(${n})`, async (model, { stores }) => {
    const ticket = ticketOf(model, n);
    if (ticket === undefined) return;
    const no = () => fail({ kind: "no" as const });
    await stores.tickets.change(ticket.id, "desk", no, () => ({
      action: "desk.refused",
      data: {},
    }));
    ticket.lines += 1;
  });

const race = (n: number) =>
  command(`race(${n})`, async (model, { stores }) => {
    const ticket = ticketOf(model, n);
    if (ticket === undefined) return;
    const seen = ticket.version;
    const both = await Promise.all(
      [1, 2, 3].map(() =>
        stores.tickets.change(ticket.id, ANNA, (now) =>
          now.version === seen
            ? ok({ audit: { action: "desk.noted", data: {} } })
            : fail("moved-on"),
        ),
      ),
    );
    must(both.filter((one) => one.ok).length === 1, "more or less than one won a race");
    ticket.version += 1;
    ticket.lines += 1;
  });

const free = (model: Model) =>
  model.jobs.filter(
    (job) =>
      !job.ended && (job.holder === undefined ? job.due <= model.now : job.until < model.now),
  );

const take = (by: string) =>
  command(`take(${by})`, async (model, { stores, kind }) => {
    const ready = free(model);
    const job = await stores.jobs.claim(by, [kind]);
    must(
      (job === undefined) === (ready.length === 0),
      job === undefined ? "a due job was not given" : "a held job was given",
    );
    if (job === undefined) return;
    const mine = ready.find((one) => one.ticket === job.ticket);
    if (mine === undefined) throw new Error("a job that is not free was given");
    mine.fence += 1;
    must(job.fence === mine.fence, "the fence did not rise");
    mine.holder = { job, by };
    mine.until = model.now + LEASE_MS;
    model.claims.push(mine.holder);
  });

const holding = (model: Model, n: number) => {
  const held = model.claims[n % Math.max(1, model.claims.length)];
  const job = model.jobs.find((one) => one.ticket === held?.job.ticket);
  return held === undefined || job === undefined
    ? undefined
    : { held, job, present: job.holder === held && !job.ended };
};

const beat = (n: number) =>
  command(`beat(${n})`, async (model, { stores }) => {
    const one = holding(model, n);
    if (one === undefined) return;
    must(
      (await stores.jobs.heartbeat(one.held.job)) === one.present,
      "a heartbeat of an old holder counted",
    );
    if (one.present) one.job.until = model.now + LEASE_MS;
  });

const restoreOnce = (n: number) =>
  command(`restore(${n})`, async (model, { stores, prefix }) => {
    const one = holding(model, n);
    if (one === undefined) return;
    const idem = `${prefix}:${one.job.ticket}`;
    const effect = { ticket: one.job.ticket, step: "restore", idem, requestHash: "h" };
    const begun = await stores.effects.begin(one.held.job, effect);
    must(begun.ok === one.present, "an old holder began an effect");
    if (!begun.ok) return;
    must((begun.value !== undefined) === one.job.begun, "an effect was forgotten");
    one.job.begun = true;
    if (begun.value === undefined) model.engine.set(idem, (model.engine.get(idem) ?? 0) + 1);
  });

const finish = (n: number) =>
  command(`finish(${n})`, async (model, { stores }) => {
    const one = holding(model, n);
    const ticket = [...model.tickets.values()].find((each) => each.id === one?.job.ticket);
    if (one === undefined || ticket === undefined) return;
    const done = await stores.tickets.change(ticket.id, "desk", () =>
      ok({
        audit: { action: "restore.verified", data: {} },
        notices: [
          {
            idem: `done:${ticket.id}`,
            recipient: { to: "person", person: ANNA },
            kind: "hand-over",
            data: {},
          },
        ],
        finishes: one.held.job,
      }),
    );
    must(done.ok === one.present, "an old holder finished a job");
    if (!done.ok) return;
    one.job.ended = true;
    ticket.version += 1;
    ticket.lines += 1;
  });

const giveBack = (n: number, ms: number) =>
  command(`giveBack(${n}, ${ms})`, async (model, { stores }) => {
    const one = holding(model, n);
    if (one === undefined) return;
    const due = model.now + ms;
    const done = await stores.jobs.giveBack(one.held.job, due as Instant);
    must(done === one.present, "an old holder gave a job back");
    if (!done) return;
    delete one.job.holder;
    one.job.due = due;
  });

const wait = (ms: number) =>
  command(`wait(${ms})`, async (model, real) => {
    real.clock.at += ms;
    model.now = real.clock.at;
  });

const ANY = [
  nat(2).map(open),
  nat(2).chain((n) => constantFrom(...STATES).map((to) => move(n, to))),
  nat(2).map(refuse),
  nat(2).map(race),
  constantFrom("a", "b").map(take),
  nat(7).map(beat),
  nat(7).map(restoreOnce),
  nat(7).map(finish),
  nat(7).chain((n) => constantFrom(0, 30_000).map((ms) => giveBack(n, ms))),
  constantFrom(20_000, 61_000).map(wait),
  constant(open(0)),
];

type Options = { readonly runs: number; readonly spoiled?: Spoiled; readonly seed?: number };

/** Random walks of up to sixty steps over tickets, jobs and effects, each compared with a plain model. */
export async function walks({ runs, spoiled, seed = 7 }: Options): Promise<Outcome> {
  const desk = await makeTestDesk("sqlite");
  const database = await desk.open();
  const clock = { at: Date.UTC(2026, 10, 3, 12) };
  const stores = spoil(
    spoiled,
    openStores(database, { clock: () => clock.at as Instant, leaseMs: LEASE_MS }),
    database,
  );
  let walk = 0;
  const result = await check(
    asyncProperty(commands(ANY, { maxCommands: 60, size: "max" }), async (steps) => {
      walk += 1;
      const model: Model = {
        now: clock.at,
        tickets: new Map(),
        jobs: [],
        claims: [],
        engine: new Map(),
      };
      const real: Real = { stores, clock, kind: `walk-${walk}`, prefix: `walk-${walk}` };
      await asyncModelRun(() => ({ model, real }), steps);
      await compare(model, stores);
    }),
    { numRuns: runs, seed, endOnFailure: true },
  );
  await database.close();
  await desk.remove();
  const why =
    result.errorInstance instanceof Error ? result.errorInstance.message : "a walk failed";
  return {
    rounds: result.numRuns,
    measured: `${walk} walks of up to 60 steps`,
    faults: result.failed ? [why] : [],
  };
}

async function compare(model: Model, { tickets }: Stores): Promise<void> {
  for (const { id, lines, state, version } of model.tickets.values()) {
    const kept = await tickets.get(id);
    must(kept?.state === state, `${id} is ${kept?.state}, not ${state}`);
    must(kept?.version === version, `${id} has version ${kept?.version}, not ${version}`);
    must((await tickets.history(id)).length === lines, `${id} has a line too many or too few`);
  }
  must(
    [...model.engine.values()].every((n) => n === 1),
    "an engine restored twice",
  );
}
