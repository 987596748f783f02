import type { Judgement, KeptReport } from "../../desk/knowledge-ports.ts";
import type { Instant } from "../../kernel/clock.ts";
import { isQuiet } from "../../knowledge/report/knowledge-report.ts";
import type { KnowledgeReport } from "../../knowledge/report/knowledge-report.ts";
import { showInstant } from "../../moment/show-instant.ts";
import type { Block, Message } from "../blocks/elements.ts";
import { actions, button, context, header, quote, section } from "../blocks/elements.ts";
import { clamp } from "../blocks/clamp.ts";
import { escapeMrkdwn } from "../blocks/escape-mrkdwn.ts";
import { mention } from "../desk/render-card.ts";
import type { Text } from "../text/text.ts";
import { figuresText, reportParts } from "./report-parts.ts";
import type { ReportPart } from "./report-parts.ts";

type Shown = {
  readonly kept: KeptReport<KnowledgeReport>;
  readonly judged: readonly Judgement[];
  /** Conversations that were told something that no longer holds. */
  readonly outdated: number;
  readonly zone: string;
};

type ShownFinding = KnowledgeReport["findings"][number];

/** A message takes 50 blocks, a finding up to four of them. */
const FINDINGS = 6;
const LINES = 5;
const WORDS = 200;

/**
 * The week's report as its channel sees it now: what was called a false alarm since is gone. Where there is
 * nothing to do it is two lines, because silence would look the same as a report that failed.
 */
export function renderReport({ kept, judged, outdated, zone }: Shown, text: Text): Message {
  const { report: say } = text;
  const falseAlarms = judged.filter(({ what }) => what === "false-alarm");
  const gone = new Set(falseAlarms.map(({ key }) => key));
  const noted = kept.report.findings.flatMap(({ key }) =>
    falseAlarms.filter((one) => one.key === key),
  );
  const report = {
    ...kept.report,
    findings: kept.report.findings.filter(({ key }) => !gone.has(key)),
  };
  const period = say.period(dayText(report.since, zone), dayText(report.until, zone));
  const figures = figuresText(report, text);
  const quiet = isQuiet(report) && outdated === 0 ? [say.quiet] : [];
  const parts = reportParts(report, text, (words) => escapeMrkdwn(clamp(words, WORDS)));
  return {
    text: [say.heading, period, ...quiet, figures, ...parts.map(({ title }) => title)].join(". "),
    blocks: [
      header("report", say.heading),
      context("period", `${period} · ${figures}`),
      ...quiet.map((line) => section("quiet", `:white_check_mark: ${line}`)),
      ...findingBlocks(report.findings, { judged, report: kept.id }, text),
      ...noted
        .map(({ by, words }, at) =>
          context(`noted${at}`, say.falseAlarmBy(mention(by), escapeMrkdwn(clamp(words, WORDS)))),
        )
        .slice(0, LINES),
      ...outdatedBlocks(outdated, text),
      ...parts.map((part) => partBlock(part, text)),
    ],
  };
}

/** `2026-11-23`: a report is about days. */
export const dayText = (at: Instant, zone: string): string => showInstant(at, zone, "en").date;

type About = { readonly judged: readonly Judgement[]; readonly report: string };

function findingBlocks(findings: readonly ShownFinding[], about: About, text: Text): Block[] {
  if (findings.length === 0) return [];
  const { report: say } = text;
  const fresh = findings.filter(({ isNew }) => isNew).length;
  const left = findings.length - FINDINGS;
  return [
    section("findings", `*${say.contradictions(String(fresh), String(findings.length))}*`),
    ...findings.slice(0, FINDINGS).flatMap((one, at) => findingBlock(one, at, about, text)),
    ...(left > 0 ? [context("findings-more", say.more(String(left)))] : []),
  ];
}

function findingBlock(
  { key, rule, passages, isNew }: ShownFinding,
  at: number,
  { judged, report }: About,
  { report: say }: Text,
): Block[] {
  const [odd] = passages;
  const where = odd === undefined ? "" : `${odd.file}:${odd.line}`;
  const fix = judged.find((one) => one.what === "fix" && one.key === key);
  const value = findingValue({ report, key });
  const named = (what: string) => ({ value, label: say.of(what, where) });
  const badge = isNew ? ` · _${say.isNew}_` : "";
  return [
    section(`finding${at}`, `${say.rule[rule]}${badge} · \`${escapeMrkdwn(where)}\``),
    quote(`sentences${at}`, ...passages.slice(0, 2).map(({ sentence }) => clamp(sentence, 400))),
    ...(fix?.ticket === undefined
      ? []
      : [context(`fix${at}`, `:ticket: ${say.fixBy(fix.ticket, mention(fix.by))}`)]),
    actions(`judge${at}`, [
      button("knowledge.open", say.open, named(say.open)),
      button("knowledge.false-alarm", say.falseAlarm, named(say.falseAlarm)),
      ...(fix === undefined ? [button("knowledge.fix", say.fix, named(say.fix))] : []),
    ]),
  ];
}

function outdatedBlocks(outdated: number, { report: say }: Text): Block[] {
  if (outdated === 0) return [];
  return [
    section("outdated", `:arrows_counterclockwise: *${say.outdated(String(outdated))}*`),
    actions("recall", [button("knowledge.recall", say.recall, { value: "all" })]),
  ];
}

function partBlock({ id, title, lines }: ReportPart, { report: say }: Text): Block {
  const left = lines.length - LINES;
  const shown = lines.slice(0, LINES).map((line) => `• ${line}`);
  return section(
    id,
    [`*${title}*`, ...shown, ...(left > 0 ? [say.more(String(left))] : [])].join("\n"),
  );
}

/** Which finding of which report a control is about. */
export type FindingRef = { readonly report: string; readonly key: string };

const findingValue = ({ report, key }: FindingRef): string => `${report}|${key}`;

export function readFindingValue(value: string): FindingRef | undefined {
  const [, report, key] = /^(\d{4}-\d\d-\d\d)\|(sha256:[0-9a-f]{64})$/.exec(value) ?? [];
  return report === undefined || key === undefined ? undefined : { report, key };
}
