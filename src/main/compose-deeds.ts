import { setTimeout as sleep } from "node:timers/promises";
import type { Stores } from "../adapters/stores/open-stores.ts";
import type { Config } from "../config.ts";
import { askRequester } from "../desk/ask-requester.ts";
import { cancelTicket } from "../desk/cancel-ticket.ts";
import { claimTicket } from "../desk/claim-ticket.ts";
import { handTicketTo } from "../desk/hand-ticket-to.ts";
import type { JobHandler } from "../desk/job.ts";
import { noteOnTicket } from "../desk/note-on-ticket.ts";
import { openQuestionTicket } from "../desk/open-question-ticket.ts";
import type { TicketStore } from "../desk/ports.ts";
import type { QuestionCase } from "../desk/question-case.ts";
import { rateTicket } from "../desk/rate-ticket.ts";
import { rejectTicket } from "../desk/reject-ticket.ts";
import { replyToRequester } from "../desk/reply-to-requester.ts";
import { requesterWrote } from "../desk/requester-wrote.ts";
import { confirmSolved, notYetSolved, resolveQuestion } from "../desk/resolve-question.ts";
import { returnToBot } from "../desk/return-to-bot.ts";
import type { Rated } from "../desk/satisfaction.ts";
import { takeOver } from "../desk/take-over.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Answer } from "../knowledge/answer.ts";
import { acceptGap } from "../restore/accept-gap.ts";
import { acknowledgeHandOver, reportProblem } from "../restore/acknowledge-hand-over.ts";
import { approveRestore, refuseRestore } from "../restore/approve-restore.ts";
import { askEngine } from "../restore/ask-engine.ts";
import { claimOutcome } from "../restore/claim-outcome.ts";
import { changeMoment } from "../restore/change-moment.ts";
import { confirmOutcome } from "../restore/confirm-outcome.ts";
import { fileRestore } from "../restore/file-restore.ts";
import { handOver } from "../restore/hand-over.ts";
import { placeByHand } from "../restore/place-by-hand.ts";
import { planTicket } from "../restore/plan-ticket.ts";
import type { Projects, WayBackFor } from "../restore/ports.ts";
import { previewRestore } from "../restore/preview-restore.ts";
import { requestApproval } from "../restore/request-approval.ts";
import type { RestoreCase } from "../restore/restore-case.ts";
import { restoreTimers } from "../restore/restore-timers.ts";
import { retryRestore } from "../restore/retry-restore.ts";
import { runRestore } from "../restore/run-restore.ts";
import { startRestore } from "../restore/start-restore.ts";
import { stopByHand } from "../restore/stop-by-hand.ts";
import { stopRestore } from "../restore/stop-restore.ts";
import { withdrawApproval } from "../restore/withdraw-approval.ts";
import type { DeskDeeds, RestoreDeeds, SlackNeeds } from "../slack/app/slack-needs.ts";
import type { People } from "../slack/identity/people.ts";

type Needs = {
  readonly config: Config;
  readonly stores: Stores<RestoreCase, Answer>;
  readonly people: People;
  readonly projects: Projects;
  readonly wayBackFor: WayBackFor;
  readonly now: Clock;
};

/** Everything people can do, on the stores and engines of this desk. */
export const composeDeeds = (needs: Needs): SlackNeeds["deeds"] => ({
  ...deskDeeds(needs),
  ...restoreDeeds(needs),
});

function deskDeeds({ config, stores, people, now }: Needs): DeskDeeds {
  const { rightsOf } = people;
  const desk = { tickets: stores.tickets as TicketStore, rightsOf, now };
  const questions = { ...desk, tickets: stores.tickets as unknown as TicketStore<QuestionCase> };
  return {
    claimTicket: claimTicket(desk),
    handTicketTo: handTicketTo(desk),
    askRequester: askRequester(desk),
    noteOnTicket: noteOnTicket(desk),
    rejectTicket: rejectTicket(desk),
    cancelTicket: cancelTicket(desk),
    openQuestionTicket: openQuestionTicket({ ...questions, hours: config.hours }),
    replyToRequester: replyToRequester(desk),
    requesterWrote: requesterWrote(desk),
    resolveQuestion: resolveQuestion(questions),
    confirmSolved: confirmSolved(questions),
    notYetSolved: notYetSolved(questions),
    returnToBot: returnToBot({ ...desk, questions: stores.questions }),
    takeOver: takeOver(desk),
    rateTicket: rateTicket({ ...desk, tickets: stores.tickets as unknown as TicketStore<Rated> }),
  };
}

function restoreDeeds({ config, stores, people, ...rest }: Needs): RestoreDeeds {
  const { rightsOf } = people;
  const restore = { ...stores, ...rest, rightsOf, gapLimitMs: config.gapLimitMs };
  return {
    previewRestore: previewRestore(restore),
    fileRestore: fileRestore(restore),
    changeMoment: changeMoment(restore),
    planTicket: planTicket(restore),
    placeByHand: placeByHand(restore),
    requestApproval: requestApproval(restore),
    withdrawApproval: withdrawApproval(restore),
    approveRestore: approveRestore(restore),
    refuseRestore: refuseRestore(restore),
    startRestore: startRestore(restore),
    stopByHand: stopByHand(restore),
    stopRestore: stopRestore(restore),
    askEngine: askEngine(restore),
    claimOutcome: claimOutcome(restore),
    confirmOutcome: confirmOutcome(restore),
    retryRestore: retryRestore(restore),
    acceptGap: acceptGap(restore),
    handOver: handOver(restore),
    acknowledgeHandOver: acknowledgeHandOver(restore),
    reportProblem: reportProblem(restore),
  };
}

/** What the worker does, by kind of job. */
export function composeJobs(needs: Needs): Readonly<Record<string, JobHandler>> {
  const { stores, people, projects, now } = needs;
  return {
    ...restoreTimers({ tickets: stores.tickets, now }),
    "restore.run": runRestore({
      tickets: stores.tickets,
      effects: stores.effects,
      outbox: stores.outbox,
      projects,
      rightsOf: people.rightsOf,
      refreshRights: async (who) => {
        await people.groupsChanged();
        await Promise.all(who.map((person) => people.meet(person)));
      },
      now,
      sleep: async (ms, signal) => {
        await sleep(ms, undefined, { signal });
      },
    }),
  };
}
