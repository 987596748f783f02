import type { Instant } from "../kernel/clock.ts";
import type { PersonId, TicketId } from "../kernel/ids.ts";
import type { Result } from "../kernel/result.ts";
import type { QuestionId } from "./asked-question.ts";
import type { AuditNote } from "./audit-entry.ts";
import type { Notice } from "./notice.ts";

/** What somebody decided about a contradiction between languages, known by the hash of its sentences. */
export type Judgement = {
  readonly key: string;
  readonly what: "false-alarm" | "fix";
  readonly by: PersonId;
  readonly at: Instant;
  /** Why it is no contradiction, or what is to be put right. */
  readonly words: string;
  /** Who puts it right. */
  readonly ticket?: TicketId;
};

export interface FindingStore {
  /**
   * Judgement, audit line and notices in one commit; the same judgement again changes nothing. False:
   * it was judged before in other words or by somebody else, and nothing changes.
   */
  judge(
    judgement: Omit<Judgement, "at">,
    audit: AuditNote,
    notices: readonly Notice[],
  ): Promise<boolean>;
  /** All there are, oldest first. */
  judged(): Promise<readonly Judgement[]>;
}

/** A report as it was posted; what it says is opaque to the desk. */
export type KeptReport<Report = unknown> = {
  readonly id: string;
  readonly at: Instant;
  readonly report: Report;
};

export interface ReportStore<Report = unknown> {
  /** The report and the notices that post it in one commit. False: there is one of this id, nothing changes. */
  keep(id: string, report: Report, notices: readonly Notice[]): Promise<boolean>;
  get(id: string): Promise<KeptReport<Report> | undefined>;
  latest(): Promise<KeptReport<Report> | undefined>;
}

/** A policy cell that says something else than before. */
export type VerdictChange = {
  readonly cell: string;
  readonly from: string;
  readonly to: string;
  readonly since: Instant;
};

export interface VerdictStore {
  /**
   * Compares the verdicts of one state of the corpus with those that were in force, and keeps them with
   * the notices about what changed. A cell seen for the first time is no change.
   */
  note(
    verdicts: ReadonlyMap<string, string>,
    corpus: string,
    notices: (changes: readonly VerdictChange[]) => readonly Notice[],
  ): Promise<readonly VerdictChange[]>;
  /** Since when each cell has said what it says. */
  since(): Promise<ReadonlyMap<string, Instant>>;
}

/** Somebody was told that an answer of theirs no longer holds; `Told` is what they were told. */
export type Recall<Told = unknown> = {
  readonly question: QuestionId;
  /** 1 for the first time, 2 where it has changed again since. */
  readonly round: number;
  readonly by: PersonId;
  readonly at: Instant;
  readonly told: Told;
};

export type NewRecalls<Told> = {
  readonly recalls: readonly Omit<Recall<Told>, "by" | "at">[];
  readonly audit: AuditNote;
  readonly notices: readonly Notice[];
};

export interface RecallStore<Told = unknown> {
  /**
   * Decides on all recalls there are and keeps the new ones with their notices, in one commit: two who
   * decide come one after the other. `decide` is pure and quick. A refusal may carry an audit line.
   */
  record<Problem>(
    by: PersonId,
    decide: (past: readonly Recall<Told>[]) => Result<NewRecalls<Told>, Problem>,
    refusal?: (problem: Problem) => AuditNote | undefined,
  ): Promise<Result<readonly Recall<Told>[], Problem>>;
  /** Oldest first. */
  all(): Promise<readonly Recall<Told>[]>;
  get(question: QuestionId, round: number): Promise<Recall<Told> | undefined>;
}
