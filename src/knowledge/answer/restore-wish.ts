import type { Answer } from "../answer.ts";
import type { Question } from "../question/read-question.ts";
import { LONGEST_KEPT_DAYS, saysLost } from "../question/rules/hints.ts";
import type { Signal } from "../question/signal.ts";
import { cellCases, missingFor } from "./pairs.ts";
import { askBack, verdictsOf } from "./policy-answer.ts";
import { sectionsWith } from "./cite.ts";
import type { Thought } from "./thought.ts";
import { say } from "./thought.ts";

type Has = (...all: readonly Signal[]) => boolean;

/** Somebody wants something put back, rather than to know whether it can be. */
function isRestoreWish({ question }: Thought): boolean {
  const { signals } = question;
  const has: Has = (...all) => all.every((one) => signals.has(one));
  if (asksOfTheWay(question, has)) return false;
  if (!(has("restore") || wantsOldCopy(has) || wantsPlaceBack(question))) return false;
  if (has("you-do") && (has("moment") || has("want"))) return !has("expired");
  return !has("ask") && (has("want") || has("moment"));
}

/** How, whither, from what, with what loss: questions about restoring. */
const asksOfTheWay = (question: Question, has: Has): boolean =>
  has("how") ||
  has("elsewhere") ||
  has("without") ||
  has("code", "change") ||
  asksOfSupport(question);

/** "Can support roll it back for us" wants to know what support does; a day would make it a wish. */
const asksOfSupport = ({ signals, text }: Question): boolean =>
  signals.has("support") && signals.has("ask") && !signals.has("moment") && THIRD_PERSON.test(text);

const THIRD_PERSON =
  /(?<!\p{L})(?:support\w*|adobe|assistance|help-?desk)(?: \S+){0,2} (?:restor|roll|put|bring|do|restaur|remet|peut|zet|draai|herstel|kan|rulla|aterstall|lagg|sjalv|zelf)|(?:kan|peut|can|will|would|could|does) (?:le |de |the |adobe )?(?:support\w*|adobe)(?!\p{L})/u;

/** "We need yesterday's snapshot": a copy or data of a past moment is wanted, none is to be taken. */
const wantsOldCopy = (has: Has): boolean =>
  has("moment") &&
  !has("dump") &&
  (has("backup") || has("database")) &&
  (has("retrieve") || (has("want") && !has("take")));

/** "We need production as it was yesterday, somebody deleted …" */
const wantsPlaceBack = (question: Question): boolean =>
  question.environments.length > 0 &&
  question.signals.has("want") &&
  question.signals.has("moment") &&
  saysLost({ question });

/** What one restores by oneself is kept for a week: an older one is no wish but a question. */
const isTooOld = ({ question }: Thought): boolean => (question.ageDays ?? 0) > LONGEST_KEPT_DAYS;

/** A wish to restore leads to the ticket, with what it already states; a missing plan is asked first. */
export function restoreWish(thought: Thought): Answer | undefined {
  const { scope, knowledge, texts, hits } = thought;
  if (scope.product !== "commerce-cloud" || !isRestoreWish(thought)) return undefined;
  const wish = { ...thought, subject: { about: "restore", also: [] } };
  const cases = cellCases(knowledge, "restore", scope);
  if (cases.length === 0) return undefined;
  const missing = missingFor(cases, scope, ({ verdict }) => verdict);
  if (missing.length > 0) return askBack(wish, missing);
  if (isTooOld(thought) && cases.every(({ item }) => item.verdict === "yes")) return undefined;
  const verdicts = verdictsOf(wish, cases);
  const citations = verdicts.flatMap((one) => one.citations);
  const [verdict, ...others] = [...new Set(verdicts.map((one) => one.verdict))];
  return say(wish, {
    kind: "restore-request",
    ...(verdict === undefined || others.length > 0 ? {} : { verdict }),
    verdicts,
    text: [texts.restoreWish, ...new Set(verdicts.map(({ text }) => text))].join("\n"),
    citations,
    sections: sectionsWith(citations, hits),
  });
}
