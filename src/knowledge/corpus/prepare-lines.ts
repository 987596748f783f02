import type { Report } from "./article-fault.ts";
import { errorAt, infoAt, warningAt } from "./article-fault.ts";
import { dropComments } from "./drop-comments.ts";
import type { SourceLine } from "./source-lines.ts";

/** Finds the lines of an include, or nothing where the corpus has no such include. */
export type FindInclude = (name: string) => readonly SourceLine[] | "missing" | undefined;

const FENCE = /^(\s*(?:>\s*)*)(`{3,}|~{3,})(.*)$/;
const INCLUDE = /^\s*\{\{(?:\$include\s+)?([^{}|]+?)\}\}\s*$/;
const SPLIT_LINK = /(?<=^[^`]*(?:`[^`]*`[^`]*)*)\[([^\][]+)\] \((?=[/.#]|https?:)/g;
const MAX_INCLUDE_DEPTH = 5;

/** Marks a fold in the prepared text; no character a person types. */
export const FOLD_MARK = "\uE010";

/**
 * Turns the dialects of foreign corpora into plain markdown, line by line and outside of code:
 * folds, includes, comments, tables of HTML with blank lines, links split by a space, and fences
 * that lost their callout. Each line keeps its own file and number.
 */
export function prepareLines(
  lines: readonly SourceLine[],
  include: FindInclude,
  report: Report,
): SourceLine[] {
  const withIncludes = resolveIncludes(lines, { include, report, depth: 0 });
  const marked = markCode(withIncludes, report);
  const commented = dropComments(marked, report);
  return commented
    .flatMap(foldsAndLinks(report))
    .map(({ text, line, file }) => ({ text, line, file }));
}

/** A line and whether it is inside a fence, the fence's own lines included. */
export type MarkedLine = SourceLine & { readonly code: boolean };

function markCode(lines: readonly SourceLine[], report: Report): MarkedLine[] {
  let open:
    { readonly mark: string; readonly indent: string; readonly quoted: boolean } | undefined;
  return lines.map((line) => {
    const fence = FENCE.exec(line.text);
    if (open === undefined) {
      if (fence !== null && !(fence[3] ?? "").includes("`")) {
        const indent = fence[1] ?? "";
        open = { mark: fence[2] ?? "", indent, quoted: indent.includes(">") };
        return { ...line, code: true };
      }
      return { ...line, code: false };
    }
    if (fence === null || !closes(fence, open.mark)) return { ...line, code: true };
    const lostCallout = !open.quoted && (fence[1] ?? "").includes(">");
    const { mark, indent } = open;
    open = undefined;
    if (!lostCallout) return { ...line, code: true };
    report(errorAt(line.line, "fence-swallows", "a code block left its callout", line.text));
    return { ...line, text: `${indent}${mark}`, code: true };
  });
}

const closes = (fence: RegExpExecArray, mark: string): boolean =>
  (fence[3] ?? "").trim() === "" &&
  (fence[2] ?? "").startsWith(mark[0] ?? "`") &&
  (fence[2] ?? "").length >= mark.length;

type Including = { readonly include: FindInclude; readonly report: Report; readonly depth: number };

function resolveIncludes(lines: readonly SourceLine[], context: Including): SourceLine[] {
  let inFence = false;
  return lines.flatMap((line) => {
    if (FENCE.test(line.text)) inFence = !inFence;
    const name = inFence ? undefined : INCLUDE.exec(line.text)?.[1]?.trim();
    if (name === undefined) return [line];
    return included(name, line, context);
  });
}

function included(
  name: string,
  line: SourceLine,
  { include, report, depth }: Including,
): SourceLine[] {
  const found = include(name);
  if (found === undefined) return [line];
  if (found === "missing" || depth >= MAX_INCLUDE_DEPTH) {
    const reason = found === "missing" ? "no such include" : "includes go in a circle";
    report(errorAt(line.line, "include-missing", reason, line.text));
    return [line];
  }
  const blank = { ...line, text: "" };
  return [blank, ...resolveIncludes(found, { include, report, depth: depth + 1 }), blank];
}

function foldsAndLinks(report: Report): (line: MarkedLine) => SourceLine[] {
  let inTable = false;
  let quoteNext = false;
  return (line) => {
    if (line.code) return [line];
    const blank = { ...line, text: "" };
    const empty = line.text.trim() === "";
    if (inTable && empty) return [];
    inTable = staysInTable(line.text, inTable);
    if (QUOTE_MARK.test(line.text)) {
      quoteNext = true;
      return [blank];
    }
    if (quoteNext && !empty) {
      quoteNext = false;
      return [{ ...line, text: `> ${line.text}` }];
    }
    const fold = FOLD.exec(line.text);
    if (fold === null) return [repairLinks(line, report)];
    const summary = (fold[1] ?? "").trim();
    return summary === "" ? [blank] : [blank, { ...line, text: FOLD_MARK + summary }, blank];
  };
}

const FOLD = /^\s*\+\+\+\s*(.*)$/;
const QUOTE_MARK = /^(?:&#x200B;|\u200B)?>>\s*$/i;

/** A table of HTML may hold blank lines, which would end it for markdown. */
function staysInTable(text: string, inTable: boolean): boolean {
  if (/<\/table>/i.test(text)) return false;
  return inTable || /<table[\s>]/i.test(text);
}

function repairLinks(line: SourceLine, report: Report): SourceLine {
  const text = line.text.replaceAll(SPLIT_LINK, "[$1](");
  if (text !== line.text) {
    report(warningAt(line.line, "link-split", "a space parts a link from its target", line.text));
  }
  if (/&[a-z]+;/i.test(line.text) && /`[^`]*&(?:lt|gt|amp|quot|#\d+);[^`]*`/.test(line.text)) {
    report(infoAt(line.line, "entity-in-code", "an entity inside code is copied as it is", text));
  }
  return { ...line, text };
}

/** Reports a fold mark without its partner. */
export function checkFolds(lines: readonly SourceLine[], report: Report): void {
  const marks = lines.filter((line) => /^\s*\+\+\+/.test(line.text));
  const last = marks.at(-1);
  if (last !== undefined && marks.length % 2 === 1) {
    report(warningAt(last.line, "fold-unclosed", "a fold has no end", last.text));
  }
}
