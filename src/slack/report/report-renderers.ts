import type { QuestionId } from "../../desk/asked-question.ts";
import type { OutboxRow, QuestionStore } from "../../desk/ports.ts";
import type { Instant } from "../../kernel/clock.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Answer } from "../../knowledge/answer.ts";
import type { Verdict } from "../../knowledge/policy.ts";
import { VERDICTS } from "../../knowledge/policy.ts";
import { textIn as textOf } from "../app/incoming.ts";
import { actions, button, context, section } from "../blocks/elements.ts";
import type { Message } from "../blocks/elements.ts";
import { escapeMrkdwn } from "../blocks/escape-mrkdwn.ts";
import type { People } from "../identity/people.ts";
import type { Rendered } from "../outbox/rendered.ts";
import { UnknownNotice } from "../outbox/rendered.ts";
import type { Renderers } from "../outbox/renderers.ts";
import { textIn } from "../text/text-in.ts";
import { findOutdated } from "./find-outdated.ts";
import type { OutdatedNeeds } from "./find-outdated.ts";
import { byConversation } from "./outdated-answers.ts";
import { renderRecall } from "./render-recall.ts";
import { dayText, renderReport } from "./render-report.ts";
import type { Writers } from "./writers.ts";

type Needs = OutdatedNeeds & {
  readonly writers: Writers;
  readonly questions: Pick<QuestionStore<Answer>, "answeredSince" | "get">;
  readonly people: Pick<People, "meet">;
  readonly deskLocale: Locale;
  readonly deskZone: string;
};

/** What writers are told, and the people whose answers no longer hold. */
export function reportRenderers(needs: Needs): Renderers {
  return {
    report: async (row) => said(await reportMessage(needs, row)),
    flip: async (row) => said(await flipMessage(needs, row)),
    recall: async (row) => said(await recallMessage(needs, row)),
  };
}

const said = (message: Message): Rendered => ({ do: "message", message });

async function reportMessage(needs: Needs, { data, kind }: OutboxRow): Promise<Message> {
  const { writers, deskLocale, deskZone } = needs;
  const kept = await writers.reports.get(textOf(data, "report") ?? "");
  if (kept === undefined) throw new UnknownNotice(kind, "there is no such report");
  const judged = await writers.findings.judged();
  const outdated = byConversation(await findOutdated(needs)).length;
  return renderReport({ kept, judged, outdated, zone: deskZone }, textIn(deskLocale));
}

const isVerdict = (text: unknown): text is Verdict => VERDICTS.some((one) => one === text);

async function flipMessage(needs: Needs, { data, kind }: OutboxRow): Promise<Message> {
  const { cell, from, to, since } = data;
  if (typeof cell !== "string" || !isVerdict(from) || !isVerdict(to)) {
    throw new UnknownNotice(kind, "no verdict named");
  }
  const { report: say, knowledge } = textIn(needs.deskLocale);
  const day = dayText(Number(since) as Instant, needs.deskZone);
  const line = say.flipped(
    `\`${escapeMrkdwn(cell)}\``,
    knowledge.verdict[from],
    knowledge.verdict[to],
    day,
  );
  const outdated = byConversation(await findOutdated(needs, cell)).length;
  const recalls = await needs.writers.recalls.all();
  const told = recalls.filter(({ at, told: { flips } }) =>
    flips.some((one) => one.cell === cell && one.now.verdict === to && at >= Number(since)),
  ).length;
  const rest =
    outdated > 0 ? say.outdated(String(outdated)) : told === 0 ? say.flippedNobody : undefined;
  return {
    text: [line, ...(rest === undefined ? [say.recalled(String(told))] : [rest])].join(" · "),
    blocks: [
      section("flip", `:arrows_counterclockwise: ${line}`),
      ...(rest === undefined ? [] : [context("outdated", rest)]),
      ...(told === 0 ? [] : [context("recalled", say.recalled(String(told)))]),
      ...(outdated === 0
        ? []
        : [actions("recall", [button("knowledge.recall", say.recall, { value: `cell:${cell}` })])]),
    ],
  };
}

async function recallMessage(needs: Needs, row: OutboxRow): Promise<Message> {
  const refs = (row.data["recalls"] ?? []) as readonly (readonly [QuestionId, number])[];
  const recalled = await Promise.all(
    refs.map(async ([id, round]) => {
      const question = await needs.questions.get(id);
      const recall = await needs.writers.recalls.get(id, round);
      if (question === undefined || recall === undefined) {
        throw new UnknownNotice(row.kind, "there is no such recall");
      }
      return { question, recall };
    }),
  );
  const asker = recalled.at(-1)?.question.askedBy;
  const profile = asker === undefined ? undefined : await needs.people.meet(asker, 2_000);
  return renderRecall(recalled, profile?.zone ?? needs.deskZone);
}
