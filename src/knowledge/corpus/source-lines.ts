import { fail, ok } from "../../kernel/result.ts";
import type { Result } from "../../kernel/result.ts";

/** A line of markdown together with where it stands in its own file. */
export type SourceLine = { readonly text: string; readonly line: number; readonly file: string };

export type UnreadableSource = {
  readonly rule: "encoding-invalid" | "binary" | "too-large";
  readonly reason: string;
};

/** Articles are texts for people: anything larger is not one. */
export const MAX_ARTICLE_BYTES = 2_000_000;

const UTF8 = new TextDecoder("utf-8", { fatal: true });

/** The text of a file: strict UTF-8, without byte order mark, every line end a line feed. */
export function decodeSource(bytes: Uint8Array): Result<string, UnreadableSource> {
  if (bytes.byteLength > MAX_ARTICLE_BYTES) {
    return fail({ rule: "too-large", reason: `larger than ${MAX_ARTICLE_BYTES} bytes` });
  }
  if (bytes.includes(0)) return fail({ rule: "binary", reason: "holds a NUL byte" });
  try {
    return ok(UTF8.decode(bytes).replaceAll(/\r\n?/g, "\n"));
  } catch {
    return fail({ rule: "encoding-invalid", reason: "is not UTF-8" });
  }
}

/** Splits a text into numbered lines. */
export const linesOf = (text: string, file: string): SourceLine[] =>
  text.split("\n").map((line, index) => ({ text: line, line: index + 1, file }));
