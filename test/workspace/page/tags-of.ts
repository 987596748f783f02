/**
 * The tags of a piece of HTML, each with the names of its attributes, read by the `rehype-parse`
 * parser of browsers: what a text could smuggle in would be among them.
 */
import rehypeParse from "rehype-parse";
import type { Element, Nodes } from "hast";
import { unified } from "unified";

export type Tag = { readonly name: string; readonly attributes: Readonly<Record<string, unknown>> };

/** Every element of the HTML, in order. */
export function tagsOf(html: string): readonly Tag[] {
  const root = unified().use(rehypeParse, { fragment: true }).parse(html);
  return elementsIn(root).map(({ tagName, properties }) => ({
    name: tagName,
    attributes: properties,
  }));
}

/** The text of the HTML as a person reads it. */
export function textOf(html: string): string {
  return textIn(unified().use(rehypeParse, { fragment: true }).parse(html));
}

function textIn(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textIn).join("") : "";
}

function elementsIn(node: Nodes): readonly Element[] {
  const below = "children" in node ? node.children.flatMap(elementsIn) : [];
  return node.type === "element" ? [node, ...below] : below;
}
