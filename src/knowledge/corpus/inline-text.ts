import type { Nodes, PhrasingContent } from "mdast";
import { CODE_CLOSE, CODE_OPEN, SOFT_SPACE } from "./repair-text.ts";

/** A link as it was found in a text. */
export type FoundLink = { readonly target: string; readonly line: number; readonly text: string };

export type InlineContext = {
  /** What a line break becomes: a space, or `; ` in a cell. */
  readonly lineBreak: string;
  readonly onLink: (link: FoundLink) => void;
  readonly onUnsafe: (html: string, line: number) => void;
};

const HTML_ELEMENT =
  /^<\/?(?:a|abbr|b|big|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var)(?:\s[^<>]*)?\/?>$/i;
const UNSAFE = /^<\/?(?:script|style|iframe|object|embed|form)\b/i;

/** The raw text of inline nodes: marks gone, code set aside, links and unsafe HTML told. */
export function inlineText(nodes: readonly PhrasingContent[], context: InlineContext): string {
  let hidden = false;
  const parts: string[] = [];
  for (const node of nodes) {
    if (node.type === "html" && UNSAFE.test(node.value)) {
      context.onUnsafe(node.value, node.position?.start.line ?? 1);
      hidden = !node.value.startsWith("</");
    } else if (!hidden) parts.push(inlineNode(node, context));
  }
  return parts.join("");
}

function inlineNode(node: PhrasingContent, context: InlineContext): string {
  switch (node.type) {
    case "text":
      return node.value;
    case "inlineCode":
      return `${CODE_OPEN}${node.value}${CODE_CLOSE}`;
    case "break":
      return context.lineBreak;
    case "html":
      return inlineHtml(node.value, context, node.position?.start.line ?? 1);
    case "image":
    case "imageReference":
      return isFileName(node.alt ?? "") ? "" : (node.alt ?? "");
    case "link":
      return linkText(node, context);
    case "linkReference":
      return /^!\w/.test(node.label ?? "") ? `[${node.label}]` : inlineText(node.children, context);
    case "emphasis":
    case "strong":
    case "delete":
      return inlineText(node.children, context);
    case "footnoteReference":
      return "";
    default:
      return "";
  }
}

function linkText(
  node: Extract<PhrasingContent, { type: "link" }>,
  context: InlineContext,
): string {
  const inner = inlineText(node.children, context);
  const text = inner.replaceAll("\u200B", "").trim();
  context.onLink({ target: node.url, line: node.position?.start.line ?? 1, text });
  if (text === "!VIDEO") return "video";
  const shown = /\p{L}|\p{N}|\uE000/u.test(text) ? text : hostOf(node.url);
  const [before, after] = [/^[\s\u200B]/.test(inner), /[\s\u200B]$/.test(inner)];
  return `${before ? SOFT_SPACE : ""}${shown}${after ? SOFT_SPACE : ""}`;
}

const hostOf = (url: string): string => /^https?:\/\/([^/?#]+)/.exec(url)?.[1] ?? "";

const isFileName = (text: string): boolean => /^[\w.-]+\.(?:png|jpe?g|gif|svg|webp)$/i.test(text);

function inlineHtml(html: string, context: InlineContext, line: number): string {
  if (/^<br\s*\/?>$/i.test(html)) return context.lineBreak;
  if (/\son\w+\s*=/i.test(html)) context.onUnsafe(html, line);
  return HTML_ELEMENT.test(html) ? "" : html.startsWith("<!--") ? "" : html;
}

/** The line a node begins on, 1 where it has no place. */
export const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;
