import { nextWeek } from "../desk/week-start.ts";
import type { BusinessHours } from "../desk/business-hours.ts";
import { DAY_MS, readInstant } from "../kernel/clock.ts";
import type { Clock, Instant } from "../kernel/clock.ts";
import type { Locale } from "../kernel/locale.ts";
import { isQuiet } from "../knowledge/report/knowledge-report.ts";
import type { KnowledgeReport } from "../knowledge/report/knowledge-report.ts";
import { reviewCorpus } from "../knowledge/report/review-corpus.ts";
import { readKnowledge } from "../main/compose-knowledge.ts";
import { gatherReport } from "../main/gather-report.ts";
import { dayText } from "../slack/report/render-report.ts";
import { figuresText, reportParts } from "../slack/report/report-parts.ts";
import { textIn } from "../slack/text/text-in.ts";
import type { Text } from "../slack/text/text.ts";
import type { OpenToRead } from "./open-to-read.ts";
import { print, printJson, UsageError } from "./output.ts";

export type ReportDesk = {
  readonly openToRead: OpenToRead;
  readonly locale: Locale;
  readonly hours: BusinessHours;
  readonly now: Clock;
};

type Options = { readonly since?: string; readonly json?: true };

/** Prints what knowledge writers should look at, beside the running desk: as Monday's post has it, in full. */
export async function reportToWriters(
  folder: string,
  { openToRead, locale, hours, now }: ReportDesk,
  { since, json }: Options,
): Promise<void> {
  const until = now();
  const from = since === undefined ? lastMonday(hours, until) : dayFrom(since);
  const { stores, close } = await openToRead();
  try {
    const review = reviewCorpus(await readKnowledge(folder));
    const report = await gatherReport({ stores, review }, { since: from, until });
    if (json === true) printJson(report);
    else print(reportText(report, hours.zone, textIn(locale)));
  } finally {
    await close();
  }
}

/** When the present week began for the desk; the one before where it has not. */
const lastMonday = (hours: BusinessHours, now: Instant): Instant =>
  (nextWeek(hours, now).begins - 7 * DAY_MS) as Instant;

function dayFrom(text: string): Instant {
  const at = readInstant(text) ?? readInstant(`${text}T00:00:00Z`);
  if (at === undefined) {
    throw new UsageError(`Cannot read "${text}": expected a day such as 2026-11-16, or RFC 3339`);
  }
  return at;
}

function reportText(report: KnowledgeReport, zone: string, text: Text): string {
  const { report: say } = text;
  const period = say.period(dayText(report.since, zone), dayText(report.until, zone));
  const parts = [...findingParts(report, text), ...reportParts(report, text, (words) => words)];
  return [
    `${say.heading}, ${period}\n${figuresText(report, text)}`,
    ...(isQuiet(report) ? [say.quiet] : []),
    ...parts.map(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`)].join("\n")),
  ].join("\n\n");
}

type Part = { readonly title: string; readonly lines: readonly string[] };

function findingParts({ findings }: KnowledgeReport, { report: say }: Text): Part[] {
  if (findings.length === 0) return [];
  const fresh = findings.filter(({ isNew }) => isNew).length;
  const lines = findings.flatMap(({ rule, passages, isNew }) => [
    isNew ? `${say.rule[rule]} (${say.isNew})` : say.rule[rule],
    ...passages.map(({ file, line, sentence }) => `  ${file}:${line}  ${sentence}`),
  ]);
  return [{ title: say.contradictions(String(fresh), String(findings.length)), lines }];
}
