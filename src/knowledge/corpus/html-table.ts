import type { Element, ElementContent, Root, RootContent } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";

const PARSER = unified().use(rehypeParse, { fragment: true });
const DROPPED = new Set(["script", "style", "iframe", "object", "embed", "template"]);

type Row = { readonly cells: readonly string[]; readonly head: boolean };

/** What a piece of HTML says: the rows of its tables, and its text where it holds none. */
export function readHtml(html: string): { rows: readonly string[]; text: string; unsafe: boolean } {
  const root = PARSER.parse(html);
  const rows = collect(root, "tr").map(rowOf);
  const unsafe =
    [...DROPPED].some((name) => collect(root, name).length > 0) || /\son\w+\s*=/i.test(html);
  return { rows: describeRows(rows), text: rows.length > 0 ? "" : textOf(root).trim(), unsafe };
}

/** A row as a sentence of its own: `Header: cell; Header: cell`. */
export function describeRow(headers: readonly string[], cells: readonly string[]): string {
  return cells
    .map((cell, index) => {
      const header = headers[index] ?? "";
      return header === "" || cell === "" ? cell : `${header}: ${cell}`;
    })
    .filter((part) => part !== "")
    .join("; ");
}

function describeRows(rows: readonly Row[]): string[] {
  const [first, ...rest] = rows;
  if (first === undefined) return [];
  if (!first.head && rest.length > 0 && !rows.some((row) => row.head)) {
    return rows.map((row) => describeRow([], row.cells)).filter((row) => row !== "");
  }
  const body = rest.length > 0 ? rest : rows;
  const headers = rest.length > 0 ? first.cells : [];
  return body.map((row) => describeRow(headers, row.cells)).filter((row) => row !== "");
}

function rowOf(row: Element): Row {
  const cells = row.children.filter(isElement).filter(({ tagName }) => /^t[hd]$/.test(tagName));
  const texts = cells.flatMap((cell) => {
    const span = Math.min(20, Number(cell.properties["colSpan"] ?? 1) || 1);
    return [textOf(cell).replaceAll(/\s+/g, " ").trim(), ...Array<string>(span - 1).fill("")];
  });
  return { cells: texts, head: cells.length > 0 && cells.every(({ tagName }) => tagName === "th") };
}

type Node = Root | RootContent | ElementContent;

const isElement = (node: Node): node is Element => node.type === "element";

function collect(node: Node, name: string): Element[] {
  const found: Element[] = [];
  const waiting: Node[] = [node];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (isElement(one) && one.tagName === name) found.push(one);
    if ("children" in one) waiting.push(...one.children.toReversed());
  }
  return found;
}

function textOf(node: Node): string {
  if (node.type === "text") return node.value;
  if (isElement(node) && DROPPED.has(node.tagName)) return "";
  if (isElement(node) && node.tagName === "br") return "; ";
  if (isElement(node) && node.tagName === "img") return textOfAlt(node);
  if (!("children" in node)) return "";
  const inner = node.children.map(textOf).join("");
  return isElement(node) && /^(?:p|li|div|ul|ol)$/.test(node.tagName) ? ` ${inner} ` : inner;
}

function textOfAlt({ properties }: Element): string {
  const { alt } = properties;
  return typeof alt === "string" ? alt : "";
}
