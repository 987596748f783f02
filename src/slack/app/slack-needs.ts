import type { askRequester } from "../../desk/ask-requester.ts";
import type { cancelTicket } from "../../desk/cancel-ticket.ts";
import type { claimTicket } from "../../desk/claim-ticket.ts";
import type { handTicketTo } from "../../desk/hand-ticket-to.ts";
import type { noteOnTicket } from "../../desk/note-on-ticket.ts";
import type { openQuestionTicket } from "../../desk/open-question-ticket.ts";
import type { AuditStore, Inbox, Outbox, QuestionStore, TicketStore } from "../../desk/ports.ts";
import type { rateTicket } from "../../desk/rate-ticket.ts";
import type { rejectTicket } from "../../desk/reject-ticket.ts";
import type { replyToRequester } from "../../desk/reply-to-requester.ts";
import type { requesterWrote } from "../../desk/requester-wrote.ts";
import type { confirmSolved, notYetSolved, resolveQuestion } from "../../desk/resolve-question.ts";
import type { returnToBot } from "../../desk/return-to-bot.ts";
import type { takeOver } from "../../desk/take-over.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Answer } from "../../knowledge/answer.ts";
import type { acceptGap } from "../../restore/accept-gap.ts";
import type { acknowledgeHandOver, reportProblem } from "../../restore/acknowledge-hand-over.ts";
import type { approveRestore, refuseRestore } from "../../restore/approve-restore.ts";
import type { askEngine } from "../../restore/ask-engine.ts";
import type { changeMoment } from "../../restore/change-moment.ts";
import type { fileRestore } from "../../restore/file-restore.ts";
import type { handOver } from "../../restore/hand-over.ts";
import type { planTicket } from "../../restore/plan-ticket.ts";
import type { DraftStore, Projects, WayBackFor } from "../../restore/ports.ts";
import type { PreviewRestore } from "../../restore/preview-restore.ts";
import type { requestApproval } from "../../restore/request-approval.ts";
import type { retryRestore } from "../../restore/retry-restore.ts";
import type { claimOutcome } from "../../restore/claim-outcome.ts";
import type { confirmOutcome } from "../../restore/confirm-outcome.ts";
import type { placeByHand } from "../../restore/place-by-hand.ts";
import type { startRestore } from "../../restore/start-restore.ts";
import type { stopByHand } from "../../restore/stop-by-hand.ts";
import type { stopRestore } from "../../restore/stop-restore.ts";
import type { withdrawApproval } from "../../restore/withdraw-approval.ts";
import type { People } from "../identity/people.ts";
import type { KnowledgeDoor } from "../knowledge/knowledge-door.ts";
import type { Pace } from "../outbox/channel-pace.ts";
import type { Writers } from "../report/writers.ts";
import type { Cite } from "../restore/render-hand-over.ts";
import type { Log } from "./log.ts";
import type { SlackConfig } from "./slack-config.ts";

/** Everything people do at the desk, as it is composed by the program that starts it. */
export type DeskDeeds = {
  readonly claimTicket: ReturnType<typeof claimTicket>;
  readonly handTicketTo: ReturnType<typeof handTicketTo>;
  readonly askRequester: ReturnType<typeof askRequester>;
  readonly noteOnTicket: ReturnType<typeof noteOnTicket>;
  readonly rejectTicket: ReturnType<typeof rejectTicket>;
  readonly cancelTicket: ReturnType<typeof cancelTicket>;
  readonly openQuestionTicket: ReturnType<typeof openQuestionTicket>;
  readonly replyToRequester: ReturnType<typeof replyToRequester>;
  readonly requesterWrote: ReturnType<typeof requesterWrote>;
  readonly resolveQuestion: ReturnType<typeof resolveQuestion>;
  readonly confirmSolved: ReturnType<typeof confirmSolved>;
  readonly notYetSolved: ReturnType<typeof notYetSolved>;
  readonly returnToBot: ReturnType<typeof returnToBot>;
  readonly takeOver: ReturnType<typeof takeOver>;
  readonly rateTicket: ReturnType<typeof rateTicket>;
};

/** Everything that is done to a restore. */
export type RestoreDeeds = {
  readonly previewRestore: PreviewRestore;
  readonly fileRestore: ReturnType<typeof fileRestore>;
  readonly changeMoment: ReturnType<typeof changeMoment>;
  readonly planTicket: ReturnType<typeof planTicket>;
  readonly placeByHand: ReturnType<typeof placeByHand>;
  readonly requestApproval: ReturnType<typeof requestApproval>;
  readonly withdrawApproval: ReturnType<typeof withdrawApproval>;
  readonly approveRestore: ReturnType<typeof approveRestore>;
  readonly refuseRestore: ReturnType<typeof refuseRestore>;
  readonly startRestore: ReturnType<typeof startRestore>;
  readonly stopByHand: ReturnType<typeof stopByHand>;
  readonly stopRestore: ReturnType<typeof stopRestore>;
  readonly askEngine: ReturnType<typeof askEngine>;
  readonly claimOutcome: ReturnType<typeof claimOutcome>;
  readonly confirmOutcome: ReturnType<typeof confirmOutcome>;
  readonly retryRestore: ReturnType<typeof retryRestore>;
  readonly acceptGap: ReturnType<typeof acceptGap>;
  readonly handOver: ReturnType<typeof handOver>;
  readonly acknowledgeHandOver: ReturnType<typeof acknowledgeHandOver>;
  readonly reportProblem: ReturnType<typeof reportProblem>;
};

/** What the app needs to run. */
export type SlackNeeds = {
  readonly config: SlackConfig;
  readonly people: People;
  readonly knowledge: KnowledgeDoor;
  /** The passage a step or a rule rests on. */
  readonly cite: Cite;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly questions: QuestionStore<Answer>;
  readonly tickets: TicketStore;
  readonly drafts: DraftStore;
  readonly audit: Pick<AuditStore, "append">;
  readonly projects: Projects;
  readonly wayBackFor: WayBackFor;
  /** Absent where no channel is set for those who write the articles. */
  readonly writers?: Writers;
  readonly deeds: DeskDeeds & RestoreDeeds;
  readonly now: Clock;
  readonly log: Log;
  /** Calls back after commits that left something to say. Returns how to stop. */
  readonly onWork?: (listener: () => void) => () => void;
  readonly pace?: Pace;
  /** Told how long each delivery waited for its acknowledgement. */
  readonly observeAck?: (seconds: number) => void;
  readonly progressMs?: number;
  readonly pollMs?: number;
  /** Name of this process among several. */
  readonly name?: string;
};

/** What listeners get: everything above, the deeds at hand. */
export type Context = Omit<SlackNeeds, "deeds"> &
  DeskDeeds &
  RestoreDeeds & {
    /** User id of our bot. */
    readonly botUser: () => string;
    readonly wake: () => void;
  };
