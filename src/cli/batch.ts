import { createInterface } from "node:readline";
import { once } from "node:events";

type Line = { readonly [key: string]: unknown };

/** What is wrong with one line of a batch; the batch goes on. */
export class LineFault extends Error {}

/**
 * JSON lines in, JSON lines out, in the same order, streamed. A line that is not valid gives
 * `{"id"?, "error": {"line", "reason"}}`.
 */
export async function runBatch(
  answer: (line: Line) => object | Promise<object>,
  { input, output }: { input: NodeJS.ReadableStream; output: NodeJS.WritableStream } = {
    input: process.stdin,
    output: process.stdout,
  },
): Promise<void> {
  let number = 0;
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    if (text.trim() === "") continue;
    const out = `${JSON.stringify(await answered(text, number, answer))}\n`;
    if (!output.write(out)) await once(output, "drain");
  }
}

async function answered(
  text: string,
  number: number,
  answer: (line: Line) => object | Promise<object>,
): Promise<object> {
  const line = parsed(text);
  if (line === undefined) return faulty(number, "expected one JSON object a line");
  const id =
    typeof line["id"] === "string" || typeof line["id"] === "number" ? line["id"] : undefined;
  try {
    return await answer(line);
  } catch (cause) {
    if (!(cause instanceof LineFault)) throw cause;
    return { ...(id === undefined ? {} : { id }), ...faulty(number, cause.message) };
  }
}

const faulty = (line: number, reason: string) => ({ error: { line, reason } });

function parsed(text: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Line)
      : undefined;
  } catch {
    return undefined;
  }
}
