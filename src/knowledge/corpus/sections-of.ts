import type { Heading, RootContent } from "mdast";
import type { Block, Section } from "../article.ts";
import { infoAt } from "./article-fault.ts";
import type { BlockContext } from "./blocks-of.ts";
import { blocksOf, displayOf } from "./blocks-of.ts";

type Depth = Section["depth"];

type Draft = {
  readonly depth: Depth;
  readonly heading: string;
  readonly explicit?: string;
  readonly from: number;
  to: number;
  readonly blocks: Block[];
};

export type Structure = {
  readonly sections: readonly Section[];
  /** The text of the first H1. */
  readonly heading?: string;
};

const ANCHOR = /\s*\{#([^}\s]+)\}/;

/** Cuts an article into what its headings own. Text before the first heading is the head. */
export function sectionsOf(nodes: readonly RootContent[], context: BlockContext): Structure {
  const drafts: Draft[] = [{ depth: 1, heading: "", from: 1, to: 1, blocks: [] }];
  for (const node of nodes) {
    if (node.type === "heading") drafts.push(draftOf(node, context));
    const last = drafts.at(-1);
    if (last === undefined) continue;
    if (node.type !== "heading") last.blocks.push(...blocksOf(node, context));
    last.to = Math.max(last.to, node.position?.end.line ?? last.to);
  }
  const h1 = drafts.find((draft, index) => index > 0 && draft.depth === 1);
  const withHead = drafts.filter((draft, index) => index > 0 || draft.blocks.length > 0);
  const sections = withAnchors(relativeDepths(withHead, h1, context));
  return { sections, ...(h1 === undefined ? {} : { heading: h1.heading }) };
}

function draftOf(node: Heading, context: BlockContext): Draft {
  const from = node.position?.start.line ?? 1;
  const explicit = ANCHOR.exec(context.rawOf(from, from))?.[1];
  const whole = displayOf(node.children, from, context);
  const heading = whole.replace(ANCHOR, "").trim();
  const to = node.position?.end.line ?? from;
  const base = { depth: node.depth, heading, from, to, blocks: [] };
  return explicit === undefined ? base : { ...base, explicit };
}

/** Where the file has no H1, the shallowest heading counts as 2; a second H1 counts as 2 as well. */
function relativeDepths(
  drafts: readonly Draft[],
  h1: Draft | undefined,
  { report }: BlockContext,
): Draft[] {
  const depths = drafts.filter((draft) => draft.heading !== "").map((draft) => draft.depth);
  const shallowest = Math.min(...depths, 6);
  const lift = h1 === undefined ? Math.max(0, shallowest - 2) : 0;
  return drafts.map((draft) => {
    const again = draft.depth === 1 && draft !== h1 && draft.heading !== "";
    if (again) report(infoAt(draft.from, "h1-twice", "a second heading of depth 1", draft.heading));
    const depth = draft.heading === "" ? 1 : again ? 2 : draft.depth - lift;
    return { ...draft, depth: depth as Depth };
  });
}

function withAnchors(drafts: readonly Draft[]): Section[] {
  const taken = new Map<string, number>();
  const above: { readonly depth: number; readonly heading: string }[] = [];
  return drafts.map((draft) => {
    while ((above.at(-1)?.depth ?? 0) >= draft.depth) above.pop();
    const path = above.map((one) => one.heading);
    if (draft.depth > 1) above.push({ depth: draft.depth, heading: draft.heading });
    const automatic = numbered(anchorOf(draft.heading), taken);
    const anchor = draft.explicit ?? automatic;
    return {
      anchor,
      aliases: anchor === automatic ? [] : [automatic],
      depth: draft.depth,
      heading: draft.heading,
      path,
      blocks: draft.blocks.filter((block) => block.display !== ""),
      lines: [draft.from, draft.to] as const,
    };
  });
}

function numbered(anchor: string, taken: Map<string, number>): string {
  const times = taken.get(anchor) ?? 0;
  taken.set(anchor, times + 1);
  return times === 0 ? anchor : `${anchor}-${times}`;
}

/** The automatic anchor of a heading: lower case, spaces to hyphens, letters of every language kept. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .normalize("NFC")
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s+/g, "-");
