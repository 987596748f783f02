import type { Report } from "./article-fault.ts";
import { warningAt } from "./article-fault.ts";
import type { MarkedLine } from "./prepare-lines.ts";

type Open = "no" | "yes";

/**
 * Removes comments, also over several lines, outside of code. An unclosed comment ends with its
 * paragraph.
 */
export function dropComments(lines: readonly MarkedLine[], report: Report): MarkedLine[] {
  let open: Open = "no";
  return lines.map((line, index) => {
    if (line.code && open === "no") return line;
    const rest = lines.slice(index + 1);
    const [text, after] = withoutComment(line.text, open);
    if (open === "no" && after === "yes" && !closesLater(rest)) {
      report(warningAt(line.line, "comment-unclosed", "a comment has no end", line.text));
    }
    open = after;
    if (open === "yes" && line.text.trim() === "" && !closesLater(rest)) open = "no";
    return text === line.text ? line : { ...line, text };
  });
}

const closesLater = (lines: readonly MarkedLine[]): boolean =>
  lines.some((line) => line.text.includes("-->"));

function withoutComment(text: string, open: Open): [text: string, open: Open] {
  let kept = "";
  let rest = text;
  let inside = open === "yes";
  while (rest !== "") {
    const mark = inside ? "-->" : "<!--";
    const at = rest.indexOf(mark);
    const codeBefore = !inside && at !== -1 && isInsideCode(kept + rest.slice(0, at));
    if (at === -1 || codeBefore) {
      return [inside ? kept : kept + rest, inside ? "yes" : "no"];
    }
    if (!inside) kept += rest.slice(0, at);
    rest = rest.slice(at + mark.length);
    inside = !inside;
  }
  return [kept, inside ? "yes" : "no"];
}

const isInsideCode = (before: string): boolean => (before.split("`").length - 1) % 2 === 1;
