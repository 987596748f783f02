import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { extname, join } from "node:path";

const FOLDER = join(import.meta.dirname, "page");

const TYPES: { readonly [extension: string]: string } = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json; charset=utf-8",
};

/** Answers `GET /` and `GET /page/<file>` from the page's folder. */
export async function servePage(path: string, response: ServerResponse): Promise<void> {
  const name = path === "/" ? "page.html" : path.replace(/^\/page\//, "");
  const type = TYPES[extname(name)];
  const bytes = /^(?:[\w-]+\/)*[\w-]+\.\w+$/.test(name)
    ? await readFile(join(FOLDER, name)).catch(() => null)
    : null;
  if (type === undefined || bytes === null) {
    response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
    return;
  }
  response.writeHead(200, {
    "content-type": type,
    "content-security-policy":
      "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  });
  response.end(bytes);
}
