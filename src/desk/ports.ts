import type { Json } from "../kernel/canonical-json.ts";
import type { Instant } from "../kernel/clock.ts";
import type { PersonId, TicketId } from "../kernel/ids.ts";
import type { Locale } from "../kernel/locale.ts";
import type { Result } from "../kernel/result.ts";
import type { AskedQuestion, QuestionId, Voice } from "./asked-question.ts";
import type { Actor, AuditEntry, AuditNote } from "./audit-entry.ts";
import type { Job, NewJob } from "./job.ts";
import type { Notice } from "./notice.ts";
import type { Place, Ticket, TicketKind, TicketState } from "./ticket.ts";

/** A time something falls due: fired once, never early. */
export type NewTimer = { readonly key: string; readonly dueAt: Instant; readonly job: NewJob };

/** What one decision changes. All of it is one commit, or none of it. */
export type Change<Case = unknown> = {
  readonly state?: TicketState;
  /** `null` takes the assignee away. */
  readonly assignee?: PersonId | null;
  /** `null` starts the response clock again. */
  readonly waitingSince?: Instant | null;
  readonly locale?: Locale;
  readonly case?: Case;
  readonly audit: AuditNote;
  readonly notices?: readonly Notice[];
  readonly jobs?: readonly NewJob[];
  readonly timers?: readonly NewTimer[];
  /** Keys of timers that are no longer wanted. */
  readonly cancelTimers?: readonly string[];
  /** The job this change completes. Where its fence has moved on, nothing is changed: `lease-lost`. */
  readonly finishes?: Pick<Job, "id" | "fence">;
};

export type ChangeProblem =
  | { readonly kind: "no-ticket"; readonly id: TicketId }
  /** The move is not in the ticket's life cycle. */
  | { readonly kind: "illegal-move"; readonly from: TicketState; readonly to: TicketState }
  | { readonly kind: "lease-lost" };

export type NewTicket<Case = unknown> = {
  readonly kind: TicketKind;
  readonly requester: PersonId;
  readonly locale: Locale;
  readonly origin: Place;
  readonly words: string;
  readonly case: Case;
  /** A question that already has an answer's id keeps it as its ticket's id. */
  readonly id?: TicketId;
};

/** What is committed with a new ticket; gets the ticket with its number. */
export type Opening<Case> = (ticket: Ticket<Case>) => Omit<Change<Case>, "state" | "case">;

export type TicketQuery = {
  readonly kind?: TicketKind;
  readonly states?: readonly TicketState[];
  readonly requester?: PersonId;
  readonly assignee?: PersonId;
  /** At most this many, default 50. */
  readonly limit?: number;
  /** Only tickets older than this one (list order). */
  readonly before?: TicketId;
};

/** Where tickets are kept. Every method that changes something resolves after its commit, never before. */
export interface TicketStore<Case = unknown> {
  get(id: TicketId): Promise<Ticket<Case> | undefined>;
  /** Newest first. */
  list(query: TicketQuery): Promise<readonly Ticket<Case>[]>;
  countByState(kind?: TicketKind): Promise<Readonly<Partial<Record<TicketState, number>>>>;
  /** Ticket, audit line, jobs and notices in one commit. The same key again gives the first ticket and changes nothing. */
  open(
    intakeKey: string,
    draft: NewTicket<Case>,
    opening: Opening<Case>,
  ): Promise<{ readonly ticket: Ticket<Case>; readonly first: boolean }>;
  /**
   * Reads the ticket, decides and commits in one transaction; two deciders come one after the other.
   * `decide` is pure and quick: it looks at the ticket as it is now, so rights, state, version and digest
   * are checked where they are used. A refusal may carry an audit line: it is kept, nothing else changes.
   */
  change<Problem>(
    id: TicketId,
    actor: Actor,
    decide: (ticket: Ticket<Case>) => Result<Change<Case>, Problem>,
    refusal?: (problem: Problem) => AuditNote | undefined,
  ): Promise<Result<Ticket<Case>, Problem | ChangeProblem>>;
  /** The ticket's audit trail, oldest first. */
  history(id: TicketId): Promise<readonly AuditEntry[]>;
}

/** Jobs with lease, heartbeat and fence, on the database's own clock. */
export interface JobStore {
  add(jobs: readonly NewJob[]): Promise<void>;
  /**
   * Takes the next job that is due, or one whose holder has let its lease run out.
   * `except`: ids this worker has in hand, never given to it twice even where the clock jumps.
   */
  claim(
    worker: string,
    kinds: readonly string[],
    except?: readonly string[],
  ): Promise<Job | undefined>;
  /** Prolongs the lease. False: it is lost; stop starting things and write nothing. */
  heartbeat(job: Job): Promise<boolean>;
  /** Done, where no ticket changes with it. False: the lease was lost. */
  finish(job: Job): Promise<boolean>;
  /** Hands the job back, to be taken up again at `runAt`. Without a reason it did not fail, and this attempt is not counted. */
  giveBack(job: Job, runAt: Instant, reason?: string): Promise<boolean>;
  /** Gives up for good. */
  abandon(job: Job, reason: string): Promise<boolean>;
}

/** The ticket's side of what leaves us: committed before the outside is called. */
export type EffectRow = {
  readonly idem: string;
  readonly state: "started" | "done" | "unknown";
  readonly operationId?: string;
  readonly requestHash: string;
};

export interface EffectStore {
  /** The row as it was before this call (undefined: it is new), after committing `started` under the job's fence. */
  begin(
    job: Job,
    effect: {
      readonly ticket: TicketId;
      readonly step: string;
      readonly idem: string;
      readonly requestHash: string;
    },
  ): Promise<Result<EffectRow | undefined, { readonly kind: "lease-lost" }>>;
  settle(
    idem: string,
    now: {
      readonly state: "done" | "unknown" | "started";
      readonly operationId?: string;
      readonly result?: Json;
    },
  ): Promise<void>;
}

/** Events and submissions that came in, each once and for good. */
export interface Inbox {
  /** False: this key was stored before, with the same body. */
  store(key: string, body: Json): Promise<boolean>;
  done(key: string): Promise<void>;
  /** What was stored and never finished, oldest first: fed back after a start. */
  unfinished(olderThan: Instant): Promise<readonly { readonly key: string; readonly body: Json }[]>;
}

/** A notice on its way out. */
export type OutboxRow = Notice & {
  readonly id: string;
  readonly attempts: number;
  /** `sending`: it was on its way when the process ended; ask before sending again. */
  readonly state: "ready" | "sending";
  /** The message its slot stands for, where there is one. */
  readonly posted?: { readonly channel: string; readonly ts: string };
};

export interface Outbox {
  add(notices: readonly Notice[]): Promise<void>;
  /** Rows that are due, in order per recipient; marks them `sending` under this sender's lease. */
  take(sender: string, limit: number): Promise<readonly OutboxRow[]>;
  sent(row: OutboxRow, message: { readonly channel: string; readonly ts: string }): Promise<void>;
  /** Try again later; the row keeps its place before later ones of its slot. */
  later(row: OutboxRow, runAt: Instant, reason: string): Promise<void>;
  /** It cannot be sent: kept as `dead`, with the reason, for staff to see. */
  dead(row: OutboxRow, reason: string): Promise<void>;
  /** The message a slot stands for. */
  posted(slot: string): Promise<{ readonly channel: string; readonly ts: string } | undefined>;
  /** Forgets a message that was deleted in Slack, so that the next notice of its slot posts anew. */
  forget(slot: string): Promise<void>;
}

/** Questions and answers, and who speaks in a thread. */
export interface QuestionStore<Answer = unknown> {
  /** Question and the notices that answer it in one commit. The same message again gives the first one. */
  record(
    question: Omit<AskedQuestion<Answer>, "id" | "version" | "askedAt">,
    notices: (id: QuestionId) => readonly Notice[],
  ): Promise<{ readonly question: AskedQuestion<Answer>; readonly first: boolean }>;
  get(id: QuestionId): Promise<AskedQuestion<Answer> | undefined>;
  ofMessage(channel: string, ts: string): Promise<AskedQuestion<Answer> | undefined>;
  /** The questions of a thread, oldest first. */
  inThread(place: Place): Promise<readonly AskedQuestion<Answer>[]>;
  /** Compare-and-set: undefined where the version has moved on. */
  change(
    id: QuestionId,
    version: number,
    next: Partial<Pick<AskedQuestion<Answer>, "words" | "locale" | "answer" | "feedback">>,
    notices: readonly Notice[],
  ): Promise<AskedQuestion<Answer> | undefined>;
  voice(place: Place): Promise<Voice>;
  setVoice(place: Place, voice: Voice): Promise<void>;
  /** Answered with this policy cell since then: for recalling an answer that has changed. */
  answeredSince(since: Instant): Promise<readonly AskedQuestion<Answer>[]>;
}

/** The audit trail of the whole desk. */
export interface AuditStore {
  append(actor: Actor, note: AuditNote, ticket?: TicketId): Promise<AuditEntry>;
  entries(fromSeq: number, limit: number): Promise<readonly AuditEntry[]>;
  head(): Promise<{ readonly seq: number; readonly hash: string } | undefined>;
}
