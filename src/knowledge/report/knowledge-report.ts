import type { Instant } from "../../kernel/clock.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Answer, Missing } from "../answer.ts";
import type { Finding } from "./finding.ts";
import { groupByLikeness } from "./group-by-likeness.ts";
import type { CorpusReview, StaleText } from "./review-corpus.ts";
import { withoutNames } from "./without-names.ts";

/** A question of the week and what became of it. */
export type Heard = {
  readonly id: string;
  readonly words: string;
  readonly locale: Locale;
  readonly answer: Answer;
  readonly askedBack: boolean;
  readonly toPerson: boolean;
  readonly feedback?: { readonly helped: boolean; readonly reason?: string };
};

export type Figures = {
  readonly asked: number;
  readonly proven: number;
  readonly askedBack: number;
  readonly toPerson: number;
};

export type Unanswered = {
  /** As the first of them put it, without names. */
  readonly words: string;
  readonly count: number;
  readonly locale: Locale;
  readonly questions: readonly string[];
};

export type Unhelpful = {
  readonly question: string;
  readonly words: string;
  readonly cells: readonly string[];
  readonly reason?: string;
};

/** What knowledge writers are told of a stretch of time. */
export type KnowledgeReport = {
  readonly since: Instant;
  readonly until: Instant;
  readonly figures: Figures;
  readonly findings: readonly (Finding & { readonly isNew: boolean })[];
  readonly stale: readonly StaleText[];
  readonly unanswered: readonly Unanswered[];
  readonly askedBack: readonly { readonly missing: Missing; readonly count: number }[];
  readonly unhelpful: readonly Unhelpful[];
  readonly topCells: readonly { readonly cell: string; readonly count: number }[];
};

export type ReportParts = Pick<KnowledgeReport, "since" | "until"> & {
  readonly heard: readonly Heard[];
  readonly review: CorpusReview;
  /** Keys of findings that earlier reports told of. */
  readonly told: ReadonlySet<string>;
  /** Keys of findings that were called false alarms. */
  readonly falseAlarms: ReadonlySet<string>;
  /** People's names, to be left out. */
  readonly names: readonly string[];
};

const TOP_CELLS = 5;

/** Puts together what a knowledge writer should know. */
export function reportOf(parts: ReportParts): KnowledgeReport {
  const { since, until, heard, review, told, falseAlarms } = parts;
  const findings = review.findings
    .filter(({ key }) => !falseAlarms.has(key))
    .map((one) => ({ ...one, isNew: !told.has(one.key) }));
  return {
    since,
    until,
    figures: figuresOf(heard),
    findings: findings.toSorted((a, b) => Number(b.isNew) - Number(a.isNew)),
    stale: review.stale,
    unanswered: unansweredIn(heard, parts),
    askedBack: askedBackIn(heard),
    unhelpful: unhelpfulIn(heard, parts),
    topCells: topOf(heard.flatMap(({ answer }) => answer.verdicts.map(({ cell }) => cell)))
      .slice(0, TOP_CELLS)
      .map(([cell, count]) => ({ cell, count })),
  };
}

/** Whether there is nothing a writer could do. */
export const isQuiet = (report: KnowledgeReport): boolean =>
  [report.findings, report.stale, report.unanswered, report.unhelpful].every(
    (list) => list.length === 0,
  );

const figuresOf = (heard: readonly Heard[]): Figures => ({
  asked: heard.length,
  proven: heard.filter(({ answer }) => answer.verdicts.length > 0).length,
  askedBack: heard.filter(({ askedBack }) => askedBack).length,
  toPerson: heard.filter(({ toPerson }) => toPerson).length,
});

function unansweredIn(heard: readonly Heard[], { names }: ReportParts): Unanswered[] {
  const open = heard
    .filter(({ answer }) => answer.kind === "unknown")
    .map(({ id, words, locale }) => ({ id, words: withoutNames(words, names), locale }));
  return groupByLikeness(open).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { words, locale } = first;
    return [{ words, locale, count: group.length, questions: group.map(({ id }) => id) }];
  });
}

/** By what was missing; a question whose plan and environment were missing counts for both. */
const askedBackIn = (heard: readonly Heard[]): KnowledgeReport["askedBack"] =>
  topOf(
    heard.flatMap(({ answer }) => (answer.kind === "ask-back" ? (answer.askBack ?? []) : [])),
  ).map(([missing, count]) => ({ missing, count }));

const unhelpfulIn = (heard: readonly Heard[], { names }: ReportParts): Unhelpful[] =>
  heard.flatMap(({ id, words, answer, feedback }) =>
    feedback?.helped === false
      ? [
          {
            question: id,
            words: withoutNames(words, names),
            cells: answer.verdicts.map(({ cell }) => cell),
            ...(feedback.reason === undefined
              ? {}
              : { reason: withoutNames(feedback.reason, names) }),
          },
        ]
      : [],
  );

/** What occurs most, first; what occurs as often in the order it came. */
function topOf<One>(all: readonly One[]): [one: One, count: number][] {
  const counts = new Map<One, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}
