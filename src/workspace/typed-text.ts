import type { JsonObject } from "./json.ts";
import type { World } from "./world.ts";

const TOKENS =
  /<(?:@[UW]\w+|#C\w+(?:\|[^<>|]*)?|![^<>]+)>|https?:\/\/[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@[\w.-]*\w|#[\w-]+|[&<>]/g;

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * What somebody typed, as Slack's client sends it: mentions and links in `<…>`, the rest escaped.
 * Mentions that are written as markup already stay.
 */
export const markUp = (world: World, typed: string): string =>
  typed.replace(TOKENS, (token) => markUpToken(world, token));

function markUpToken(world: World, token: string): string {
  const escaped = ESCAPES[token];
  if (escaped !== undefined) return escaped;
  if (token.startsWith("<")) return token;
  if (token.startsWith("@")) return mentionOf(world, token.slice(1)) ?? token;
  if (token.startsWith("#")) {
    const named = [...world.state.channels.values()].find((one) => one.name === token.slice(1));
    return named === undefined ? token : `<#${named.id}|${named.name}>`;
  }
  return token.includes("://") ? linkOf(token) : `<mailto:${token}|${token}>`;
}

/** A full stop or bracket at the end is not part of an address. */
function linkOf(token: string): string {
  const [, address = token, tail = ""] = /^(.*?)([.,;:!?)\]]*)$/.exec(token) ?? [];
  return `<${address.replaceAll("&", "&amp;")}>${tail}`;
}

function mentionOf({ state }: World, name: string): string | undefined {
  if (["here", "channel", "everyone"].includes(name)) return `<!${name}>`;
  const person = [...state.people.values()].find((one) => one.name === name);
  if (person !== undefined) return `<@${person.id}>`;
  const group = [...state.groups.values()].find((one) => one.handle === name);
  return group === undefined ? undefined : `<!subteam^${group.id}>`;
}

/** The block Slack's client makes of a message. */
export const richTextOf = (marked: string, blockId: string): readonly JsonObject[] => [
  {
    type: "rich_text",
    block_id: blockId,
    elements: [{ type: "rich_text_section", elements: partsOf(marked) }],
  },
];

const partsOf = (marked: string): readonly JsonObject[] =>
  marked
    .split(/(<[^<>]+>)/)
    .filter((part) => part !== "")
    .map((part) => (part.startsWith("<") ? markPart(part.slice(1, -1)) : textPart(part)));

const textPart = (text: string): JsonObject => ({
  type: "text",
  text: text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
});

function markPart(mark: string): JsonObject {
  const [head = "", label] = mark.split("|");
  if (head.startsWith("@")) return { type: "user", user_id: head.slice(1) };
  if (head.startsWith("#")) return { type: "channel", channel_id: head.slice(1) };
  if (head.startsWith("!subteam^")) return { type: "usergroup", usergroup_id: head.slice(9) };
  if (head.startsWith("!")) return { type: "broadcast", range: head.slice(1) };
  const url = head.replaceAll("&amp;", "&");
  return { type: "link", url, ...(label !== undefined && { text: label }) };
}
