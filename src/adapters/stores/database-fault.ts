import { StoreError } from "../../desk/store-error.ts";
import type { StoreErrorKind } from "../../desk/store-error.ts";

const SQLITE: Readonly<Record<number, StoreErrorKind>> = { 5: "busy", 6: "busy", 13: "full" };

/** Two transactions stood in each other's way: PostgreSQL has rolled this one back. */
const TRANSIENT = new Set(["40001", "40P01"]);

/** A lock was not to be had, or a statement took too long. */
const BUSY = new Set(["55P03", "57014"]);

/** Connection errors as node and pg name them, besides SQLSTATE class 08 and 57P. */
const GONE =
  /ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|terminated|timeout|Connection|not queryable/;

/**
 * Words of pg itself. The first also stands where a transaction is rolled back over a connection that is
 * gone, and hides what ended it. "Query read timeout": the server, which ends long statements by itself and
 * sooner, has not answered at all.
 */
const LOST =
  /^Connection terminated(?: unexpectedly)?$|^Query read timeout$|is not queryable$|has been discarded$/;

/** Whether doing the same again at once may work. */
export const isTransient = (cause: unknown): boolean => TRANSIENT.has(codeOf(cause));

/** The connection broke, and another one may work at once. */
export const isLost = (cause: unknown): boolean =>
  /^(?:08\d{3}|57P0[12]|25P03|ECONNRESET|EPIPE)$/.test(codeOf(cause)) ||
  (cause instanceof Error && LOST.test(cause.message));

/** Names a database's failure; errors that are not the database's stay as they are. */
export function asStoreError(cause: unknown): unknown {
  if (!(cause instanceof Error) || cause instanceof StoreError) return cause;
  const kind = kindOf(cause);
  return kind === undefined ? cause : new StoreError(kind, cause);
}

function kindOf(cause: Error): StoreErrorKind | undefined {
  const errcode = (cause as { errcode?: unknown }).errcode;
  if (typeof errcode === "number") return SQLITE[errcode & 0xff] ?? "failed";
  const code = codeOf(cause);
  if (code.startsWith("53")) return "full";
  if (isTransient(cause) || BUSY.has(code)) return "busy";
  if (/^(?:08|57P|25006|25P03)/.test(code) || GONE.test(code) || GONE.test(cause.message))
    return "gone";
  return /^[0-9A-Z]{5}$/.test(code) ? "failed" : undefined;
}

const codeOf = (cause: unknown): string => {
  const code = (cause as { code?: unknown } | undefined)?.code;
  return typeof code === "string" ? code : "";
};
