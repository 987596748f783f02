import type { Generated } from "kysely";
import type { OutboxState } from "./outbox-row.ts";
import type { TicketKind, TicketState } from "../../desk/ticket.ts";

/** The tables, the same on both databases. Times are milliseconds in UTC, JSON is canonical text. */
export type Schema = {
  inbox: InboxTable;
  ticket: TicketTable;
  job: JobTable;
  effect: EffectTable;
  outbox: OutboxTable;
  slot: SlotTable;
  timer: TimerTable;
  audit: AuditTable;
  audit_head: AuditHeadTable;
  question: QuestionTable;
  voice: VoiceTable;
  draft: DraftTable;
  report: ReportTable;
  judgement: JudgementTable;
  verdict: VerdictTable;
  recall: RecallTable;
  counter: CounterTable;
  beat: BeatTable;
  schema_migration: MigrationTable;
};

type InboxTable = {
  seq: Generated<number>;
  event_key: string;
  received_at: number;
  body_hash: string;
  /** Empty once it is done: only the key is kept for good. */
  body: string;
  done_at: number | null;
};

export type TicketTable = {
  seq: Generated<number>;
  id: string;
  intake_key: string;
  kind: TicketKind;
  state: TicketState;
  version: number;
  requester: string;
  locale: string;
  assignee: string | null;
  waiting_since: number | null;
  created_at: number;
  updated_at: number;
  channel: string;
  thread: string | null;
  words: string;
  data: string;
};

export type JobTable = {
  id: Generated<number>;
  kind: string;
  idem: string;
  data: string;
  ticket_id: string | null;
  state: "ready" | "running" | "done" | "failed";
  run_at: number;
  attempts: number;
  fence: number;
  lease_until: number | null;
  worker: string | null;
  last_error: string | null;
};

type EffectTable = {
  idem: string;
  ticket_id: string;
  step: string;
  request_hash: string;
  state: "started" | "done" | "unknown";
  fence: number;
  operation_id: string | null;
  result: string | null;
};

export type OutboxTable = {
  id: Generated<number>;
  idem: string;
  recipient: string;
  kind: string;
  data: string;
  slot: string | null;
  state: OutboxState;
  run_at: number;
  attempts: number;
  lease_until: number | null;
  sender: string | null;
  channel: string | null;
  ts: string | null;
  last_error: string | null;
};

type SlotTable = { slot: string; channel: string; ts: string };

type TimerTable = { key: string; due_at: number; fired_at: number | null; job: string };

export type AuditTable = {
  seq: number;
  at: number;
  actor: string;
  action: string;
  ticket_id: string | null;
  data: string;
  prev: string;
  hash: string;
};

type AuditHeadTable = { id: number; seq: number; hash: string };

export type QuestionTable = {
  seq: Generated<number>;
  id: string;
  asked_by: string;
  channel: string;
  thread: string | null;
  message_ts: string;
  words: string;
  locale: string;
  asked_at: number;
  version: number;
  answer: string;
  feedback: string | null;
};

type VoiceTable = { channel: string; thread: string; voice: string };

type DraftTable = {
  draft: number;
  version: number;
  owner: string;
  saved_at: number;
  data: string;
};

type ReportTable = { id: string; at: number; data: string };

export type JudgementTable = {
  key: string;
  what: "false-alarm" | "fix";
  actor: string;
  at: number;
  words: string;
  ticket_id: string | null;
};

type VerdictTable = { cell: string; verdict: string; since: number; corpus: string };

export type RecallTable = {
  question_id: string;
  round: number;
  actor: string;
  at: number;
  data: string;
};

type CounterTable = { name: string; value: number };

/** One row that the health check writes, to know that writing works. */
type BeatTable = { name: string; at: number };

type MigrationTable = { name: string; applied_at: number };
