import { judgeFinding, mayJudge } from "../../desk/judge-finding.ts";
import { reportNotice } from "../../desk/knowledge-notices.ts";
import { recallAnswers } from "../../desk/recall-answers.ts";
import { fail, ok } from "../../kernel/result.ts";
import { fieldIn } from "../app/fields.ts";
import { isBody, textIn as textOf } from "../app/incoming.ts";
import { noticeView } from "../app/small-views.ts";
import type { Form, FormTable } from "../app/turn.ts";
import { WORDS } from "../desk/desk-forms.ts";
import { problemText } from "../desk/problem-text.ts";
import type { DeskProblem } from "../../desk/desk-problem.ts";
import { outdating } from "./find-outdated.ts";
import { byConversation } from "./outdated-answers.ts";
import { newRecalls } from "./new-recalls.ts";
import { listDigest, recallView } from "./recall-view.ts";
import { readFindingValue } from "./render-report.ts";
import { findingOf } from "./report-actions.ts";
import type { ReportNeeds } from "./report-actions.ts";

/** The forms behind the buttons of what writers are told. */
export function reportForms(needs: ReportNeeds): FormTable {
  return {
    "knowledge.false-alarm": onFalseAlarm(needs),
    "knowledge.fix": onFix(needs),
    "knowledge.recall": onRecall(needs),
  };
}

const wordsOf = ({ view }: Form): string => fieldIn(view.fields, WORDS) ?? "";

const refuse = (form: Form, problem: DeskProblem): Promise<void> =>
  form.ack({
    response_action: "errors",
    errors: { [WORDS]: problemText(problem, form.text) },
  });

const say = (form: Form, words: string): Promise<void> =>
  form.ack({ response_action: "update", view: noticeView(form.text, words) });

const onFalseAlarm = (needs: ReportNeeds) => async (form: Form) => {
  const { metadata } = form.view;
  const ref = readFindingValue(metadata);
  if (ref === undefined) return say(form, form.text.app.oldControl);
  const judged = await judgeFinding({ ...needs.writers, rightsOf: needs.people.rightsOf })({
    key: ref.key,
    what: "false-alarm",
    by: form.person,
    words: wordsOf(form),
    notices: [reportNotice(needs.writers.channel, ref.report, `false-alarm:${ref.key}`)],
  });
  if (!judged.ok) return refuse(form, judged.problem);
  if (!judged.value.stands) return say(form, form.text.report.gone);
  await form.ack();
};

/** The ticket comes first: its key makes a second try find it again, and the judgement names it. */
const onFix = (needs: ReportNeeds) => async (form: Form) => {
  const { person, text, view } = form;
  const ref = readFindingValue(view.metadata);
  const finding = await findingOf(needs, view.metadata);
  if (ref === undefined || finding === undefined) return say(form, text.report.gone);
  if (!mayJudge(needs.people.rightsOf(person))) {
    return refuse(form, { kind: "not-allowed", needs: "writer" });
  }
  const words = wordsOf(form);
  const opened = await needs.openQuestionTicket({
    intakeKey: `fix:${ref.key}`,
    by: person,
    locale: form.locale,
    origin: { channel: needs.writers.channel },
    words,
  });
  if (!opened.ok) return refuse(form, opened.problem);
  const { ticket } = opened.value;
  await judgeFinding({ ...needs.writers, rightsOf: needs.people.rightsOf })({
    key: ref.key,
    what: "fix",
    by: person,
    words,
    ticket: ticket.id,
    notices: [reportNotice(needs.writers.channel, ref.report, `fix:${ref.key}`)],
  });
  await form.ack();
};

/** What was confirmed: which cell, and the list that was on the screen. */
function readConfirmed(metadata: string): { readonly cell?: string; readonly digest: string } {
  const read: unknown = JSON.parse(metadata);
  const body = isBody(read) ? read : {};
  const cell = textOf(body, "cell");
  return { digest: textOf(body, "digest") ?? "", ...(cell === undefined ? {} : { cell }) };
}

/** Sends exactly what was on the screen. Where that has changed since, the present list is shown instead. */
const onRecall = (needs: ReportNeeds) => async (form: Form) => {
  const { cell, digest } = readConfirmed(form.view.metadata);
  const { writers, people, config } = needs;
  const find = await outdating(needs, cell);
  const shown = find(await writers.recalls.all());
  const about = { digest, channel: writers.channel, report: (await writers.reports.latest())?.id };
  const done = await recallAnswers({ ...writers, rightsOf: people.rightsOf })({
    by: form.person,
    decide: (past) => {
      const outdated = find(past);
      return listDigest(outdated) === digest
        ? ok(newRecalls(outdated, about))
        : fail({ kind: "list-changed" as const, outdated });
    },
  });
  if (done.ok) {
    return say(form, form.text.report.recallDone(String(byConversation(shown).length)));
  }
  if (done.problem.kind !== "list-changed") return say(form, problemText(done.problem, form.text));
  const { outdated } = done.problem;
  const list = { outdated, cell, zone: config.deskZone, changed: true } as const;
  await form.ack({ response_action: "update", view: recallView(list, form.text) });
};
