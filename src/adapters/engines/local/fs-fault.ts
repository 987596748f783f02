import { EngineError, type EngineErrorKind } from "../../../restore/engine-error.ts";

const codeOf = (cause: unknown): string | undefined =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string"
    ? cause.code
    : undefined;

export const isMissing = (cause: unknown): boolean => codeOf(cause) === "ENOENT";

const KINDS: Readonly<Record<string, EngineErrorKind>> = {
  ENOSPC: "no-space",
  EDQUOT: "no-space",
  EACCES: "forbidden",
  EPERM: "forbidden",
  EROFS: "forbidden",
  ENOENT: "not-found",
  EEXIST: "target-exists",
  ABORT_ERR: "cancelled",
};

/** Any failure as an `EngineError`; paths of the machine stay in the cause. */
export function toEngineError(cause: unknown, doing: string): EngineError {
  if (cause instanceof EngineError) return cause;
  if (cause instanceof Error && cause.name === "AbortError") return cancelled(doing, cause);
  const providerCode = codeOf(cause);
  const kind = isSqliteFull(cause) ? "no-space" : (KINDS[providerCode ?? ""] ?? "internal");
  const message = `Cannot ${doing}: ${SAID[kind] ?? "the file system failed"}`;
  const code = providerCode === undefined ? {} : { providerCode };
  return new EngineError(kind, "no", { message, cause, ...code });
}

const SQLITE_FULL = 13;

const isSqliteFull = (cause: unknown): boolean =>
  cause instanceof Error && "errcode" in cause && cause.errcode === SQLITE_FULL;

const SAID: Partial<Record<EngineErrorKind, string>> = {
  "no-space": "the disk is full",
  forbidden: "permission was refused",
  "not-found": "a file or folder is missing",
  "target-exists": "something is already there",
  cancelled: "it was cancelled",
  internal: "something unexpected went wrong",
};

const cancelled = (doing: string, cause: unknown): EngineError =>
  new EngineError("cancelled", "no", { message: `Cannot ${doing}: it was cancelled`, cause });
