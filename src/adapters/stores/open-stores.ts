import type {
  AuditStore,
  EffectStore,
  Inbox,
  JobStore,
  Outbox,
  QuestionStore,
  TicketStore,
} from "../../desk/ports.ts";
import type {
  FindingStore,
  RecallStore,
  ReportStore,
  VerdictStore,
} from "../../desk/knowledge-ports.ts";
import type { DraftStore } from "../../restore/ports.ts";
import { auditStore } from "./audit-store.ts";
import type { Database, StoreOptions } from "./database.ts";
import { draftStore } from "./draft-store.ts";
import { effectStore } from "./effect-store.ts";
import { findingStore } from "./finding-store.ts";
import { layGround } from "./ground.ts";
import { inbox } from "./inbox.ts";
import { jobStore } from "./job-store.ts";
import { outbox } from "./outbox.ts";
import { questionStore } from "./question-store.ts";
import { recallStore } from "./recall-store.ts";
import { reportStore } from "./report-store.ts";
import { ticketStore } from "./ticket-store.ts";
import { timers } from "./timers.ts";
import type { Timers } from "./timers.ts";
import { verdictStore } from "./verdict-store.ts";
import type { Work } from "./work-signal.ts";

/** Everything the desk keeps, on one database. */
export type Stores<Case = unknown, Answer = unknown> = {
  readonly tickets: TicketStore<Case>;
  readonly jobs: JobStore;
  readonly timers: Timers;
  readonly effects: EffectStore;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly questions: QuestionStore<Answer>;
  readonly audit: AuditStore;
  readonly drafts: DraftStore;
  readonly findings: FindingStore;
  readonly reports: ReportStore;
  readonly verdicts: VerdictStore;
  readonly recalls: RecallStore;
  /** Calls back after each commit, also of other processes, that left jobs or notices. Returns how to stop. */
  readonly onWork: (listener: (work: Work) => void) => () => void;
};

/** The stores over a database that is open. */
export function openStores<Case = unknown, Answer = unknown>(
  database: Database,
  options: StoreOptions = {},
): Stores<Case, Answer> {
  const ground = layGround(database, options);
  return {
    tickets: ticketStore<Case>(ground),
    jobs: jobStore(ground),
    timers: timers(ground),
    effects: effectStore(ground),
    inbox: inbox(ground),
    outbox: outbox(ground),
    questions: questionStore<Answer>(ground),
    audit: auditStore(ground),
    drafts: draftStore(ground),
    findings: findingStore(ground),
    reports: reportStore(ground),
    verdicts: verdictStore(ground),
    recalls: recallStore(ground),
    onWork: (listener) => {
      ground.listeners.add(listener);
      const deaf = database.signal?.onHeard(listener);
      return () => {
        deaf?.();
        ground.listeners.delete(listener);
      };
    },
  };
}
