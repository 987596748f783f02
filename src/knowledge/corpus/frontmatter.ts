import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Report } from "./article-fault.ts";
import { errorAt, warningAt } from "./article-fault.ts";
import type { SourceLine } from "./source-lines.ts";

/** The known keys of a frontmatter; every scalar is text, as it was written. */
export type Frontmatter = {
  readonly scalars: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
};

export type SplitFile = { readonly front: Frontmatter; readonly body: readonly SourceLine[] };

const NONE: Frontmatter = { scalars: new Map(), lists: new Map() };

/**
 * Parts frontmatter and body. Frontmatter begins on the first line with exactly `---` and ends at
 * the next such line; anything else is body. What cannot be read is reported, the article stays.
 */
export function splitFrontmatter(lines: readonly SourceLine[], report: Report): SplitFile {
  const first = lines[0]?.text ?? "";
  if (first !== "---") {
    reportOddStart(lines, report);
    return { front: NONE, body: lines };
  }
  const end = lines.findIndex((line, index) => index > 0 && line.text.trimEnd() === "---");
  if (end === -1) {
    report(errorAt(1, "frontmatter-unclosed", "the frontmatter has no closing `---`"));
    return { front: NONE, body: lines };
  }
  const yaml = lines.slice(1, end).map((line) => line.text);
  return { front: readYaml(yaml.join("\n"), report), body: lines.slice(end + 1) };
}

function reportOddStart(lines: readonly SourceLine[], report: Report): void {
  const first = lines[0]?.text ?? "";
  if (/^---\s*[a-z]/i.test(first)) {
    report(errorAt(1, "code-in-frontmatter", "frontmatter in a programming language", first));
    return;
  }
  const next = lines.findIndex((line) => line.text.trim() !== "");
  if (next > 0 && lines[next]?.text === "---" && /^[\w-]+:/.test(lines[next + 1]?.text ?? "")) {
    report(warningAt(next + 1, "frontmatter-late", "frontmatter does not begin on line 1"));
  }
}

function readYaml(text: string, report: Report): Frontmatter {
  const document = parseDocument(text, { schema: "failsafe", uniqueKeys: true, logLevel: "error" });
  const fault = document.errors[0];
  if (fault !== undefined) {
    const line = (fault.linePos?.[0].line ?? 1) + 1;
    const reason = fault.message.split("\n")[0] ?? "not YAML";
    report(errorAt(line, "frontmatter-invalid", reason, text.split("\n")[line - 2]));
    return NONE;
  }
  if (!isMap(document.contents)) return NONE;
  const scalars = new Map<string, string>();
  const lists = new Map<string, readonly string[]>();
  for (const { key, value } of document.contents.items) {
    const name = textOf(key);
    if (isScalar(value)) scalars.set(name, textOf(value));
    else if (isSeq(value)) lists.set(name, scalarsOf(value.items));
    else if (name === "title") {
      report(errorAt(2, "frontmatter-invalid", "the title is not a text", String(value)));
    }
  }
  return { scalars, lists: titleIsText(lists, report) };
}

function titleIsText(
  lists: Map<string, readonly string[]>,
  report: Report,
): ReadonlyMap<string, readonly string[]> {
  if (lists.delete("title")) {
    report(errorAt(2, "frontmatter-invalid", "the title is a list, not a text"));
  }
  return lists;
}

/** `yes`, `true`, `on` and `1` all mean yes. */
export const isYes = (value: string | undefined): boolean =>
  /^(?:yes|true|on|1)$/i.test(value?.trim() ?? "");

const scalarsOf = (items: readonly unknown[]): string[] =>
  items.filter((item) => isScalar(item)).map(textOf);

/** The text of a scalar: with the failsafe schema every scalar is one. */
const textOf = (node: unknown): string =>
  isScalar(node) && typeof node.value === "string" ? node.value : "";
