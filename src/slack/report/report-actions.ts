import { mayJudge } from "../../desk/judge-finding.ts";
import type { KnowledgeReport } from "../../knowledge/report/knowledge-report.ts";
import type { Context } from "../app/slack-needs.ts";
import type { ActionTable, Click } from "../app/turn.ts";
import { againButton } from "../app/make-turn.ts";
import { falseAlarmForm, findingView, fixForm } from "./finding-view.ts";
import { findOutdated } from "./find-outdated.ts";
import { recallView } from "./recall-view.ts";
import { readFindingValue } from "./render-report.ts";
import type { Writers } from "./writers.ts";

export type ReportNeeds = Context & { readonly writers: Writers };

type Finding = KnowledgeReport["findings"][number];

/** The buttons of what writers are told. */
export function reportActions(needs: ReportNeeds): ActionTable {
  return {
    "knowledge.open": onFinding(needs, (click, finding) =>
      click.open(findingView(finding, click.text), again(click)),
    ),
    "knowledge.false-alarm": onFinding(
      needs,
      (click) => click.open(falseAlarmForm(click.value, click.text), again(click)),
      "writer",
    ),
    "knowledge.fix": onFinding(
      needs,
      (click, finding) => click.open(fixForm(finding, click.value, click.text), again(click)),
      "writer",
    ),
    "knowledge.recall": onRecall(needs),
  };
}

const again = ({ text, action, value }: Click) => againButton(text, action, value);

/** A finding as its report has it; undefined once it was called a false alarm. */
export async function findingOf(
  { writers }: Pick<ReportNeeds, "writers">,
  value: string,
): Promise<Finding | undefined> {
  const ref = readFindingValue(value);
  if (ref === undefined) return undefined;
  const kept = await writers.reports.get(ref.report);
  const judged = await writers.findings.judged();
  if (judged.some(({ what, key }) => what === "false-alarm" && key === ref.key)) return undefined;
  return kept?.report.findings.find(({ key }) => key === ref.key);
}

type Opens = (click: Click, finding: Finding) => Promise<unknown>;

const onFinding =
  (needs: ReportNeeds, opens: Opens, right?: "writer") =>
  async (click: Click): Promise<void> => {
    await click.ack();
    const { person, text, tell, value } = click;
    const rights = needs.people.rightsOf(person);
    if (rights.foreign) return tell(text.problem.memberOnly);
    if (right === "writer" && !mayJudge(rights)) return tell(text.problem.writerOnly);
    const finding = await findingOf(needs, value);
    if (finding === undefined) return tell(text.report.gone);
    await opens(click, finding);
  };

const onRecall =
  (needs: ReportNeeds) =>
  async (click: Click): Promise<void> => {
    await click.ack();
    const { person, text, tell, value } = click;
    const { foreign, staff } = needs.people.rightsOf(person);
    if (foreign || !staff) return tell(text.problem.staffOnly);
    const cell = /^cell:(.+)$/.exec(value)?.[1];
    const outdated = await findOutdated(needs, cell);
    const zone = needs.config.deskZone;
    await click.open(recallView({ outdated, cell, zone }, text), again(click));
  };
