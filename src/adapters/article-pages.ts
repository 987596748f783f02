import { createServer } from "node:http";
import type { ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { isLocale } from "../kernel/locale.ts";
import type { Locale } from "../kernel/locale.ts";
import { unreachable } from "../kernel/unreachable.ts";
import type { Article, Block, Section } from "../knowledge/article.ts";

type Needs = {
  /** 0: any free one. */
  readonly port: number;
  readonly article: (locale: Locale, slug: string) => Article | undefined;
};

export type ArticlePages = { readonly url: string; close(): Promise<void> };

/** Serves the corpus as plain pages on loopback, so that the link of every citation can be followed. */
export async function startArticlePages({ port, article }: Needs): Promise<ArticlePages> {
  const server = createServer((request, response) => {
    const [, locale, ...slug] = pathOf(request.url ?? "/").split("/");
    const found = isLocale(locale) ? article(locale, slug.join("/")) : undefined;
    if (found === undefined) answer(response, 404, page("en", "Not found", "<p>Not found</p>"));
    else answer(response, 200, page(found.locale, found.title, bodyOf(found)));
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The path that was asked for; one that cannot be decoded is the path of nothing. */
function pathOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return "";
  }
}

function answer(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    "x-content-type-options": "nosniff",
  });
  response.end(html);
}

const STYLE = `body{font:16px/1.55 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}
h1,h2,h3{line-height:1.25;margin-top:2em}section:target>h2,section:target>h3{background:color-mix(in srgb,gold 35%,transparent)}
pre{overflow:auto;padding:.8rem;border:1px solid #8884;border-radius:6px}aside{border-left:4px solid #88a;padding-left:1rem}small{opacity:.7}`;

const page = (locale: Locale, title: string, body: string): string =>
  `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;

const bodyOf = ({ title, edition, sections }: Article): string =>
  `<h1>${escaped(title)}</h1><p><small>${escaped(edition ?? "")}</small></p>${sections.map(section).join("")}`;

function section({ anchor, depth, heading, blocks }: Section): string {
  const level = Math.max(2, depth);
  const title = depth === 1 ? "" : `<h${level}>${escaped(heading)}</h${level}>`;
  return `<section id="${escaped(anchor)}">${title}${blocks.map(block).join("")}</section>`;
}

function block({ kind, display }: Block): string {
  const text = escaped(display);
  switch (kind) {
    case "item":
    case "cell-row":
      return `<ul><li>${text}</li></ul>`;
    case "code":
      return `<pre>${text}</pre>`;
    case "callout":
    case "quote":
      return `<aside><p>${text}</p></aside>`;
    case "paragraph":
    case "fold":
    case "tab":
    case "image":
      return `<p>${text}</p>`;
    default:
      return unreachable(kind);
  }
}

const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
