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
  if (node.type === "text") return node.value;
  if (node.type === "inlineCode") return `${CODE_OPEN}${node.value}${CODE_CLOSE}`;
  if (node.type === "break") return context.lineBreak;
  if (node.type === "html") return inlineHtml(node.value, context, lineOf(node));
  return node.type === "link" ? linkText(node, context) : otherNode(node, context);
}

type Other = Exclude<PhrasingContent, { type: "text" | "inlineCode" | "break" | "html" | "link" }>;

function otherNode(node: Other, context: InlineContext): string {
  if (node.type === "footnoteReference") return "";
  if (node.type === "image" || node.type === "imageReference") {
    const alt = node.alt ?? "";
    return isFileName(alt) ? "" : alt;
  }
  const marker = node.type === "linkReference" && /^!\w/.test(node.label ?? "");
  return marker ? `[${node.label ?? ""}]` : inlineText(node.children, context);
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

/** An image named after its file says nothing. */
const isFileName = (text: string): boolean => /^[\w.-]+\.(?:png|jpe?g|gif|svg|webp)$/i.test(text);

function inlineHtml(html: string, context: InlineContext, line: number): string {
  if (/^<br\s*\/?>$/i.test(html)) return context.lineBreak;
  if (/\son\w+\s*=/i.test(html)) context.onUnsafe(html, line);
  return HTML_ELEMENT.test(html) ? "" : html.startsWith("<!--") ? "" : html;
}

/** The line a node begins on, 1 where it has no place. */
export const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;
