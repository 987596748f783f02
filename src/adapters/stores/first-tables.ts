import { sql } from "kysely";
import type { Transaction } from "kysely";
import { NO_AUDIT } from "../../desk/audit-chain.ts";
import type { Schema } from "./schema.ts";
import type { TableWords } from "./table-words.ts";

/** Tickets are numbered from 1001, questions and drafts from 1. */
const COUNTERS = [
  { name: "RST", value: 1000 },
  { name: "Q", value: 0 },
  { name: "D", value: 0 },
];

export async function firstTables(t: Transaction<Schema>, words: TableWords): Promise<void> {
  await deskTables(t, words);
  await workTables(t, words);
  await questionTables(t, words);
  await auditTables(t, words);
  await t.insertInto("counter").values(COUNTERS).execute();
  await t
    .insertInto("audit_head")
    .values({ id: 1, ...NO_AUDIT })
    .execute();
}

async function deskTables(t: Transaction<Schema>, words: TableWords): Promise<void> {
  const { counting, end, integer, text } = words;
  await sql`create table counter (name ${text} primary key, value ${integer} not null)${end}`.execute(
    t,
  );
  await sql`create table inbox (
    seq ${counting}, event_key ${text} not null unique, received_at ${integer} not null,
    body_hash text not null, body text not null, done_at ${integer})${end}`.execute(t);
  await sql`create index inbox_open on inbox (received_at) where done_at is null`.execute(t);
  await sql`create table ticket (
    seq ${counting}, id ${text} not null unique, intake_key ${text} not null unique,
    kind text not null check (kind in ('question', 'restore')), state text not null,
    version ${integer} not null, requester text not null, locale text not null, assignee text,
    waiting_since ${integer}, created_at ${integer} not null, updated_at ${integer} not null,
    channel text not null, thread text, words text not null, data text not null)${end}`.execute(t);
  await sql`create index ticket_state on ticket (state, seq)`.execute(t);
  await sql`create index ticket_requester on ticket (requester, seq)`.execute(t);
  await sql`create table draft (
    draft ${integer} not null, version ${integer} not null, owner text not null,
    saved_at ${integer} not null, data text not null, primary key (draft, version))${end}`.execute(
    t,
  );
}

async function workTables(t: Transaction<Schema>, words: TableWords): Promise<void> {
  const { counting, end, integer, text } = words;
  await sql`create table job (
    id ${counting}, kind text not null, idem ${text} not null unique, data text not null,
    ticket_id ${text} references ticket (id),
    state text not null check (state in ('ready', 'running', 'done', 'failed')),
    run_at ${integer} not null, attempts ${integer} not null, fence ${integer} not null,
    lease_until ${integer}, worker text, last_error text)${end}`.execute(t);
  await sql`create index job_ready on job (run_at, id) where state = 'ready'`.execute(t);
  await sql`create index job_lease on job (lease_until) where state = 'running'`.execute(t);
  await sql`create table effect (
    idem ${text} primary key, ticket_id ${text} not null references ticket (id), step text not null,
    request_hash text not null, state text not null check (state in ('started', 'done', 'unknown')),
    fence ${integer} not null, operation_id text, result text)${end}`.execute(t);
  await sql`create table outbox (
    id ${counting}, idem ${text} not null unique, recipient ${text} not null, kind text not null,
    data text not null, slot ${text},
    state text not null check (state in ('ready', 'sending', 'sent', 'superseded', 'dead')),
    run_at ${integer} not null, attempts ${integer} not null, lease_until ${integer}, sender text,
    channel text, ts text, last_error text)${end}`.execute(t);
  const unsent = sql`where state in ('ready', 'sending')`;
  await sql`create index outbox_slot on outbox (slot, id) ${unsent}`.execute(t);
  await sql`create index outbox_recipient on outbox (recipient, id) ${unsent}`.execute(t);
  await sql`create index outbox_order on outbox (id) ${unsent}`.execute(t);
  await sql`create table slot (
    slot ${text} primary key, channel text not null, ts text not null)${end}`.execute(t);
  await sql`create table timer (
    key ${text} primary key, due_at ${integer} not null, fired_at ${integer}, job text not null)${end}`.execute(
    t,
  );
  await sql`create index timer_due on timer (due_at) where fired_at is null`.execute(t);
  await sql`create table beat (name ${text} primary key, at ${integer} not null)${end}`.execute(t);
}

async function questionTables(t: Transaction<Schema>, words: TableWords): Promise<void> {
  const { counting, end, integer, text } = words;
  await sql`create table question (
    seq ${counting}, id ${text} not null unique, asked_by text not null, channel ${text} not null,
    thread ${text}, message_ts ${text} not null, words text not null, locale text not null,
    asked_at ${integer} not null, version ${integer} not null, answer text not null, feedback text,
    unique (channel, message_ts))${end}`.execute(t);
  await sql`create index question_thread on question (channel, thread)`.execute(t);
  await sql`create index question_asked on question (asked_at)`.execute(t);
  await sql`create table voice (
    channel ${text} not null, thread ${text} not null, voice text not null,
    primary key (channel, thread))${end}`.execute(t);
}

/** Lines of the audit trail are written once: the database itself refuses to change or delete one. */
async function auditTables(t: Transaction<Schema>, words: TableWords): Promise<void> {
  const { end, integer, kind, text } = words;
  await sql`create table audit (
    seq ${integer} primary key, at ${integer} not null, actor text not null, action text not null,
    ticket_id ${text}, data text not null, prev text not null, hash text not null unique)${end}`.execute(
    t,
  );
  await sql`create index audit_ticket on audit (ticket_id, seq)`.execute(t);
  await sql`create table audit_head (
    id ${integer} primary key check (id = 1), seq ${integer} not null, hash text not null)${end}`.execute(
    t,
  );
  if (kind === "sqlite") {
    const refuse = sql`begin select raise(abort, 'audit lines are written once'); end`;
    await sql`create trigger audit_update before update on audit ${refuse}`.execute(t);
    await sql`create trigger audit_delete before delete on audit ${refuse}`.execute(t);
    return;
  }
  await sql`create function audit_once() returns trigger language plpgsql as
    $$ begin raise exception 'audit lines are written once'; end $$`.execute(t);
  await sql`create trigger audit_once before update or delete or truncate on audit
    for each statement execute function audit_once()`.execute(t);
}
