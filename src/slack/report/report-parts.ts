import type { KnowledgeReport } from "../../knowledge/report/knowledge-report.ts";
import type { Text } from "../text/text.ts";

/** One list of a report, in words. */
export type ReportPart = {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
};

/** The lists of a report that are not empty; `quoted` makes the words of people and articles fit to be shown. */
export function reportParts(
  report: KnowledgeReport,
  { report: say, form }: Text,
  quoted: (words: string) => string,
): ReportPart[] {
  const { stale, unanswered, askedBack, unhelpful, topCells } = report;
  const parts: readonly ReportPart[] = [
    {
      id: "stale",
      title: say.stale,
      lines: stale.map(({ title, file, edition }) =>
        quoted([title, file, ...(edition === undefined ? [] : [edition])].join(" · ")),
      ),
    },
    {
      id: "unanswered",
      title: say.unanswered,
      lines: unanswered.map(({ words, count, locale }) =>
        say.times(String(count), quoted(words), form.language[locale]),
      ),
    },
    {
      id: "asked-back",
      title: say.askedBack,
      lines: askedBack.map(({ missing, count }) => `${say.missing[missing]}: ${count}`),
    },
    {
      id: "unhelpful",
      title: say.unhelpful,
      lines: unhelpful.map(({ question, words, cells, reason }) => {
        const why = reason === undefined ? say.noReason : quoted(reason);
        return [question, say.because(quoted(words), why), ...cells.map(quoted)].join(" · ");
      }),
    },
    {
      id: "top",
      title: say.topCells,
      lines: topCells.map(({ cell, count }) => `${quoted(cell)}: ${count}`),
    },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

/** What was asked, and what became of it, in one line. */
export function figuresText({ figures }: KnowledgeReport, { report: say }: Text): string {
  const { asked, proven, askedBack, toPerson } = figures;
  return say.figures(String(asked), String(proven), String(askedBack), String(toPerson));
}
