import type { Blockquote, Html, List, ListItem, PhrasingContent, RootContent, Table } from "mdast";
import type { Block, BlockKind } from "../article.ts";
import type { Locale } from "../../kernel/locale.ts";
import { errorAt, infoAt, warningAt } from "./article-fault.ts";
import type { Report } from "./article-fault.ts";
import { describeRow, readHtml } from "./html-table.ts";
import type { FoundLink } from "./inline-text.ts";
import { inlineText, lineOf } from "./inline-text.ts";
import { hasDamagedNegation } from "./polarity.ts";
import { FOLD_MARK } from "./prepare-lines.ts";
import { repairText } from "./repair-text.ts";

export type BlockContext = {
  readonly locale: Locale;
  readonly report: Report;
  readonly onLink: (link: FoundLink) => void;
  /** The markdown of lines as they stand, to see marks the tree no longer has. */
  readonly rawOf: (from: number, to: number) => string;
};

const CALLOUT = /^\[!(\w+)([^\]]*)\]\s*/;
const CALLOUT_KINDS =
  /^(?:note|tip|warning|important|caution|info|error|prerequisites|morelikethis|success|admin|availability)$/i;

/** The blocks of one node of the tree, in reading order. */
export function blocksOf(node: RootContent, context: BlockContext): Block[] {
  if (node.type === "paragraph") {
    return [paragraph(node.children, lineOf(node), context, paragraphKind(node.children))];
  }
  if (node.type === "list") return listBlocks(node, context);
  if (node.type === "blockquote") return quoteBlocks(node, context);
  if (node.type === "code") return [{ kind: "code", display: node.value, line: lineOf(node) }];
  if (node.type === "table") return tableBlocks(node, context);
  return node.type === "html" ? htmlBlocks(node, context) : [];
}

const paragraphKind = (children: readonly PhrasingContent[]): BlockKind =>
  children.every((child) => child.type === "image" || child.type === "break")
    ? "image"
    : "paragraph";

function paragraph(
  children: readonly PhrasingContent[],
  line: number,
  context: BlockContext,
  kind: BlockKind,
): Block {
  const display = displayOf(children, line, context);
  const fold = display.startsWith(FOLD_MARK);
  const text = fold ? display.slice(FOLD_MARK.length).trim() : display;
  const to = children.at(-1)?.position?.end.line ?? line;
  const damaged = hasDamagedNegation(text, context.rawOf(line, to), context.locale);
  if (damaged) {
    const reason = "a negation is damaged: this text proves nothing";
    context.report({ ...errorAt(line, "negation-damaged", reason, text), confidence: 0.8 });
  }
  return { kind: fold ? "fold" : kind, display: text, line, ...(damaged ? { damaged } : {}) };
}

/** The text of inline nodes as people read it. */
export function displayOf(
  children: readonly PhrasingContent[],
  line: number,
  { report, onLink }: Pick<BlockContext, "report" | "onLink">,
  lineBreak = " ",
): string {
  const onUnsafe = (html: string, at: number) =>
    report(errorAt(at, "html-unsafe", "HTML that could run is dropped", html));
  return repairText(inlineText(children, { lineBreak, onLink, onUnsafe }), line, report);
}

function listBlocks(list: List, context: BlockContext): Block[] {
  return list.children.flatMap((item, index) => {
    const blocks = itemBlocks(item, context);
    const [first, ...rest] = blocks;
    if (first === undefined) return [];
    const ordinal = list.ordered === true ? { ordinal: (list.start ?? 1) + index } : {};
    return [{ ...first, ...ordinal }, ...rest];
  });
}

const itemBlocks = (item: ListItem, context: BlockContext): Block[] =>
  item.children.flatMap((child) => blocksOf(child, context).map(asItem));

const asItem = (block: Block): Block =>
  block.kind === "paragraph" ? { ...block, kind: "item" } : block;

function quoteBlocks(quote: Blockquote, context: BlockContext): Block[] {
  const blocks = quote.children.flatMap((child) => blocksOf(child, context));
  const [first, ...rest] = blocks;
  const marker = first === undefined ? null : CALLOUT.exec(first.display);
  if (first === undefined || marker === null) return blocks.map(as("quote"));
  const [whole, name = "", extra = ""] = marker;
  const own = { ...first, display: first.display.slice(whole.length) };
  const title = extra.replaceAll(/["“”]/g, "").trim();
  if (/^(?:BEGINTABS|ENDTABS|ENDSHADEBOX)$/i.test(name)) return rest;
  if (/^BEGINSHADEBOX$/i.test(name)) return titled(title, "paragraph", own, rest);
  if (/^TAB$/i.test(name)) return titled(title, "tab", own, rest);
  if (/^VIDEO$/i.test(name)) return rest;
  if (!CALLOUT_KINDS.test(name)) {
    context.report(infoAt(first.line, "callout-unknown", `unknown callout ${name}`, whole));
  }
  return [...(own.display === "" ? [] : [own]), ...rest].map(as("callout"));
}

const as =
  (kind: BlockKind) =>
  (block: Block): Block =>
    block.kind === "code" || block.kind === "cell-row" || block.kind === "image"
      ? block
      : { ...block, kind };

const titled = (title: string, kind: BlockKind, own: Block, rest: readonly Block[]): Block[] => [
  { kind, display: title, line: own.line },
  ...(own.display === "" ? [] : [own]),
  ...rest,
];

function tableBlocks(table: Table, context: BlockContext): Block[] {
  const rows = table.children.map((row) => ({
    line: lineOf(row),
    cells: row.children.map((cell) => displayOf(cell.children, lineOf(row), context, "; ")),
  }));
  const [head, ...body] = rows;
  return body.map(({ line, cells }): Block => {
    if (cells.length !== (head?.cells.length ?? 0)) {
      context.report(
        warningAt(line, "table-ragged", "a row has more or fewer cells than its table"),
      );
    }
    return { kind: "cell-row", display: describeRow(head?.cells ?? [], cells), line };
  });
}

function htmlBlocks(html: Html, { report }: BlockContext): Block[] {
  const line = lineOf(html);
  const { rows, text, unsafe } = readHtml(html.value);
  if (unsafe) report(errorAt(line, "html-unsafe", "HTML that could run is dropped", html.value));
  const display = repairText(text, line, report);
  return [
    ...rows.map((row): Block => ({
      kind: "cell-row",
      display: repairText(row, line, report),
      line,
    })),
    ...(display === "" ? [] : [{ kind: "paragraph" as const, display, line }]),
  ];
}
