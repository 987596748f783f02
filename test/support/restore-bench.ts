import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "../../src/adapters/stores/open-sqlite.ts";
import { openStores } from "../../src/adapters/stores/open-stores.ts";
import { claimTicket } from "../../src/desk/claim-ticket.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import type { PersonId, TicketId } from "../../src/kernel/ids.ts";
import { approveRestore } from "../../src/restore/approve-restore.ts";
import { fileRestore } from "../../src/restore/file-restore.ts";
import { planTicket } from "../../src/restore/plan-ticket.ts";
import type { Project, Projects } from "../../src/restore/ports.ts";
import { requestApproval } from "../../src/restore/request-approval.ts";
import type { RestoreCase, RestoreTicket } from "../../src/restore/restore-case.ts";
import { runRestore } from "../../src/restore/run-restore.ts";
import { startRestore } from "../../src/restore/start-restore.ts";
import { scriptedEngine, snapshotAt } from "./scripted-engine.ts";

export const ANNA: PersonId = "T0LOCAL/U0ANNA";
export const SAM: PersonId = "T0LOCAL/U0SAM";
export const INES: PersonId = "T0LOCAL/U0INES";
export const OMAR: PersonId = "T0LOCAL/U0OMAR";
export const GUEST: PersonId = "T0LOCAL/U0GUEST";

const NOON = Date.parse("2026-11-20T12:00:00Z") as Instant;
export const HALF_PAST_TEN = Date.parse("2026-11-20T10:30:00Z") as Instant;

const SHOP: Project = {
  id: "shop-eu",
  name: "Shop EU",
  product: "commerce-cloud",
  plan: "pro",
  environments: ["integration", "staging", "production"],
};

/** The deeds of a restore on a real SQLite store and a scripted engine, with a clock held in hand. */
export async function restoreBench(over: { nativeIdempotency?: boolean } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "snapdesk-restore-"));
  const database = await openSqlite(join(folder, "desk.sqlite"));
  let time = NOON;
  const now = () => time;
  const stores = openStores<RestoreCase>(database, { clock: now });
  const staff = new Set<PersonId>([SAM, INES, OMAR]);
  const approvers = new Set<PersonId>([OMAR, INES]);
  const rightsOf = (person: PersonId) => ({
    staff: staff.has(person),
    approver: approvers.has(person),
    foreign: person === GUEST,
  });
  const engine = scriptedEngine(
    now,
    [
      snapshotAt("at-nine", (NOON - 3 * 3_600_000) as Instant),
      snapshotAt("at-ten", (NOON - 2 * 3_600_000) as Instant),
      snapshotAt("at-eleven", (NOON - 3_600_000) as Instant),
    ],
    over,
  );
  const projects: Projects = {
    list: () => [SHOP],
    find: (id) => (id === SHOP.id ? SHOP : undefined),
    engineFor: () => engine,
  };
  const wayBackFor = () => ({
    mode: "restore" as const,
    cell: "restore.pro.integration",
    byCustomer: true,
  });
  const needs = {
    ...stores,
    projects,
    wayBackFor,
    rightsOf,
    now,
    gapLimitMs: 24 * 3_600_000,
    refreshRights: () => Promise.resolve(),
    sleep: () => Promise.resolve(),
  };
  const bench = {
    needs,
    engine,
    staff,
    approvers,
    advance: (ms: number) => {
      time = (time + ms) as Instant;
    },
    draft: (by: PersonId = ANNA) =>
      stores.drafts.save(
        {
          project: "shop-eu",
          environment: "integration",
          moment: { instant: HALF_PAST_TEN, zone: "Europe/Stockholm", words: "fredag 11.30" },
          wanted: ["database"],
          reason: "En medarbetare tömde katalogen",
        },
        by,
      ),
    filed: async (): Promise<RestoreTicket> => {
      const filed = await fileRestore(needs)({
        draft: await bench.draft(),
        by: ANNA,
        locale: "sv",
        origin: { channel: "D0ANNA" },
      });
      if (!filed.ok) throw new Error(filed.problem.kind);
      return filed.value.ticket;
    },
    planned: async (): Promise<RestoreTicket & { digest: string }> => {
      const { id } = await bench.filed();
      await claimTicket(needs)({ id, by: SAM });
      const planned = await planTicket(needs)({ id, by: SAM });
      if (!planned.ok) throw new Error(planned.problem.kind);
      return { ...planned.value, digest: planned.value.case.restorePlan?.digest ?? "" };
    },
    approved: async (): Promise<RestoreTicket & { digest: string }> => {
      const { id, digest } = await bench.planned();
      await requestApproval(needs)({ id, by: SAM, digest });
      const approved = await approveRestore(needs)({ id, by: OMAR, digest, words: "agreed" });
      if (!approved.ok) throw new Error(approved.problem.kind);
      return { ...approved.value, digest };
    },
    started: async (): Promise<RestoreTicket & { digest: string }> => {
      const { id, digest } = await bench.approved();
      const started = await startRestore(needs)({ id, by: SAM, digest, typed: "integration" });
      if (!started.ok) throw new Error(started.problem.kind);
      return { ...started.value, digest };
    },
    /** Takes up the next job, as a worker does, and says how that turn ended. */
    turn: async () => {
      const job = await stores.jobs.claim("worker", ["restore.run"]);
      if (job === undefined) return "no job";
      const outcome = await runRestore(needs)(job, new AbortController().signal);
      if (outcome.kind === "done") await stores.jobs.finish(job);
      if (outcome.kind === "again") await stores.jobs.giveBack(job, outcome.runAt, outcome.reason);
      return outcome.kind;
    },
    ticket: async (id: TicketId): Promise<RestoreTicket> => {
      const ticket = await stores.tickets.get(id);
      if (ticket === undefined) throw new Error(`no ticket ${id}`);
      return ticket;
    },
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
  return bench;
}

export type RestoreBench = Awaited<ReturnType<typeof restoreBench>>;
