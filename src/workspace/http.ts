import type { IncomingMessage, ServerResponse } from "node:http";

/** The most a request may carry. */
const MOST_BYTES = 32 * 1_048_576;

/** A request with more bytes than anybody needs. */
export class TooLarge extends Error {}

/**
 * The whole body of a request.
 *
 * @throws TooLarge
 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = part as Buffer;
    size += bytes.length;
    if (size > MOST_BYTES) throw new TooLarge();
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(JSON.stringify(body));
}
