import type { Instant } from "../../kernel/clock.ts";
import { userOf } from "../../kernel/ids.ts";
import type { PersonId } from "../../kernel/ids.ts";
import { unreachable } from "../../kernel/unreachable.ts";
import type { DeskProblem } from "../../desk/desk-problem.ts";
import type { RestoreDeedProblem } from "../../restore/restore-deed-problem.ts";
import type { Check } from "../../restore/restore-plan.ts";
import type { RestoreProblem } from "../../restore/restore-problem.ts";
import { escapeMrkdwn } from "../blocks/escape-mrkdwn.ts";
import { spanText } from "../text/span-text.ts";
import { checkText, leftOutTexts } from "../restore/finding-text.ts";
import type { Text } from "../text/text.ts";
import { utcText } from "../text/when-text.ts";

type NameOf = (person: PersonId) => string;

const mentionOf: NameOf = (person) => `<@${userOf(person)}>`;

/** Why a deed was not done: one clear sentence for whoever wanted it. */
export function problemText(
  problem: RestoreDeedProblem,
  text: Text,
  nameOf: NameOf = mentionOf,
): string {
  if (isOf(DESK, problem)) return deskText(problem, text, nameOf);
  return isOf(ENGINE, problem) ? engineText(problem, text) : planText(problem, text);
}

const DESK: Readonly<Record<DeskProblem["kind"], true>> = {
  "no-ticket": true,
  "illegal-move": true,
  "lease-lost": true,
  "not-allowed": true,
  taken: true,
  "not-claimed": true,
  "moved-on": true,
  "words-missing": true,
  "already-rated": true,
  "same-person": true,
};

const ENGINE: Readonly<Record<RestoreProblem["kind"], true>> = {
  "not-supported": true,
  "in-the-future": true,
  "out-of-retention": true,
  "no-snapshot-before": true,
  "gap-too-large": true,
  "snapshot-not-eligible": true,
  "unknown-part": true,
};

const isOf = <Kind extends string>(
  kinds: Readonly<Record<Kind, true>>,
  problem: RestoreDeedProblem,
): problem is Extract<RestoreDeedProblem, { readonly kind: Kind }> =>
  Object.hasOwn(kinds, problem.kind);

function deskText(problem: DeskProblem, { problem: say, ticket }: Text, nameOf: NameOf): string {
  switch (problem.kind) {
    case "no-ticket":
      return say.noTicket(problem.id);
    case "illegal-move":
      return say.illegalMove;
    case "lease-lost":
      return say.leaseLost;
    case "not-allowed":
      return rightText(problem.needs, say);
    case "taken":
      return say.taken(nameOf(problem.by));
    case "not-claimed":
      return say.notClaimed;
    case "moved-on":
      return say.movedOn(ticket.state[problem.state]);
    case "words-missing":
      return say.wordsMissing;
    case "already-rated":
      return say.alreadyRated;
    case "same-person":
      return say.samePerson[problem.as];
    default:
      return unreachable(problem);
  }
}

type Right = Extract<DeskProblem, { readonly kind: "not-allowed" }>["needs"];

function rightText(needs: Right, say: Text["problem"]): string {
  const texts: Readonly<Record<Right, string>> = {
    staff: say.staffOnly,
    approver: say.approverOnly,
    requester: say.requesterOnly,
    member: say.memberOnly,
    writer: say.writerOnly,
  };
  return texts[needs];
}

function engineText(problem: RestoreProblem, text: Text): string {
  const { problem: say } = text;
  switch (problem.kind) {
    case "not-supported":
      return say.notSupported[problem.reason];
    case "in-the-future":
      return say.future;
    case "out-of-retention":
      return say.outOfRetention(utcText(problem.earliest));
    case "no-snapshot-before":
      return [noSnapshotText(problem.earliest, say), ...leftOutTexts(problem, text)].join(" ");
    case "gap-too-large":
      return say.gapTooLarge(spanText(problem.gapMs, text), spanText(problem.limitMs, text));
    case "snapshot-not-eligible":
      return say.notEligible(escapeMrkdwn(problem.id));
    case "unknown-part":
      return say.unknownPart(escapeMrkdwn(problem.part), escapeMrkdwn(problem.known.join(", ")));
    default:
      return unreachable(problem);
  }
}

const noSnapshotText = (earliest: Instant | undefined, say: Text["problem"]): string =>
  earliest === undefined ? say.noSnapshot : say.noSnapshotEarliest(utcText(earliest));

const staleText = (expiresAt: Instant | undefined, say: Text["problem"]): string =>
  expiresAt === undefined ? say.planStale : say.planExpired(utcText(expiresAt));

function unmetText(failed: readonly Check[], text: Text): string {
  const said = failed.map((check) => checkText(check, text)).join(" ");
  return text.problem.precondition(said.replace(/\.$/, ""));
}

type PlanProblem = Exclude<RestoreDeedProblem, DeskProblem | RestoreProblem>;

function planText(problem: PlanProblem, text: Text): string {
  const { problem: say } = text;
  switch (problem.kind) {
    case "unknown-project":
      return say.unknownProject(escapeMrkdwn(problem.project));
    case "no-way-back":
      return say.noWayBack;
    case "no-engine":
      return say.noEngine;
    case "plan-stale":
      return staleText(problem.expiresAt, say);
    case "precondition-failed":
      return unmetText(problem.failed, text);
    case "name-mismatch":
      return say.nameMismatch(problem.expected);
    case "gap-not-accepted":
      return say.gapNotAccepted(spanText(problem.gapMs, text));
    case "cannot-stop":
      return say.cannotStop;
    case "by-hand-needed":
      return say.byHandNeeded;
    case "snap-time-late":
      return say.snapTimeLate(utcText(problem.snapTime));
    case "draft-gone":
      return say.draftGone;
    default:
      return unreachable(problem);
  }
}
