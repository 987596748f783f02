import type { Message } from "../../src/workspace/model.ts";

/** Addresses in anything Slack shows, with the anchor they lead to. */
export const linksIn = (blocks: readonly unknown[]): readonly URL[] =>
  [...JSON.stringify(blocks).matchAll(/<(https?:[^|>]+)\|/g)].map(([, url]) => new URL(url ?? ""));

/** Sentences in quotation blocks. */
export const quotesIn = ({ blocks }: Pick<Message, "blocks">): readonly string[] =>
  blocks.flatMap((block) =>
    JSON.stringify(block).includes("rich_text_quote")
      ? [...JSON.stringify(block).matchAll(/"text":("(?:[^"\\]|\\.)*")/g)].map(
          ([, text]) => JSON.parse(text ?? '""') as string,
        )
      : [],
  );

const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ");

/**
 * Follows the link of a citation.
 *
 * @returns the text of the article, or undefined where the page or the place in it does not exist
 */
export async function followed(url: URL): Promise<string | undefined> {
  const answer = await fetch(url);
  if (answer.status !== 200) return undefined;
  const html = await answer.text();
  return html.includes(`id="${url.hash.slice(1)}"`) ? plain(html) : undefined;
}
