import type { Fault } from "../fault.ts";

/** A fault inside one file; file, locale and slug are added by who knows them. */
export type ArticleFault = Pick<
  Fault,
  "line" | "rule" | "severity" | "confidence" | "reason" | "excerpt"
>;

/** Where a reader puts what it finds wrong. */
export type Report = (fault: ArticleFault) => void;

const EXCERPT_LENGTH = 120;

/** The head of a text, for a line of a report. */
const excerptOf = (text: string): string =>
  text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH - 1)}…` : text;

export const errorAt = (line: number, rule: string, reason: string, excerpt = ""): ArticleFault =>
  faultAt("error", line, rule, { reason, excerpt });

export const warningAt = (line: number, rule: string, reason: string, excerpt = ""): ArticleFault =>
  faultAt("warning", line, rule, { reason, excerpt });

export const infoAt = (line: number, rule: string, reason: string, excerpt = ""): ArticleFault =>
  faultAt("info", line, rule, { reason, excerpt });

const faultAt = (
  severity: Fault["severity"],
  line: number,
  rule: string,
  { reason, excerpt }: { readonly reason: string; readonly excerpt: string },
): ArticleFault => ({
  line,
  rule,
  severity,
  confidence: 1,
  reason,
  excerpt: excerptOf(excerpt),
});
