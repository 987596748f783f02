import { ErrorCode } from "./slack-error.ts";
import { isSlackError } from "./slack-error.ts";

/** What a failed call to Slack means for the row that wanted it. */
export type CallFate =
  /** It is as wanted already. */
  | { readonly fate: "done" }
  /** The message that was to be edited is gone. */
  | { readonly fate: "message-gone" }
  /** Slack did nothing and says when to come back. */
  | { readonly fate: "wait"; readonly ms: number }
  /** Slack did nothing; the same again may work. */
  | { readonly fate: "later"; readonly reason: string }
  /** It may have been posted: look before sending again. */
  | { readonly fate: "unknown"; readonly reason: string }
  /** It will never work. */
  | { readonly fate: "dead"; readonly reason: string };

const DONE = new Set(["already_reacted", "no_reaction"]);
const UNSURE = new Set(["fatal_error", "internal_error", "service_unavailable", "request_timeout"]);
const SLOW = new Set(["ratelimited", "rate_limited", "message_limit_exceeded"]);
/** The operator has to mend these; the message waits. */
const MENDABLE = new Set([
  "invalid_auth",
  "not_authed",
  "account_inactive",
  "token_revoked",
  "missing_scope",
  "not_in_channel",
]);

/** Reads the errors of Slack's client: which ones say "not posted" for sure, and which leave it open. */
export function callFate(cause: unknown): CallFate {
  if (!isSlackError(cause)) return { fate: "unknown", reason: String(cause) };
  switch (cause.code) {
    case ErrorCode.rateLimited:
      return { fate: "wait", ms: Math.max(1, cause.retryAfter ?? 1) * 1_000 };
    case ErrorCode.platform:
      return platformFate(cause.data?.error ?? "");
    case ErrorCode.http:
      return { fate: "unknown", reason: `HTTP ${String(cause.statusCode)}` };
    case ErrorCode.request:
      break;
  }
  return isRefused(cause.original)
    ? { fate: "later", reason: "connection refused" }
    : { fate: "unknown", reason: cause.message };
}

function platformFate(error: string): CallFate {
  // No word of Slack's: something on the way answered in its place.
  if (!/^[a-z0-9_]+$/.test(error))
    return { fate: "unknown", reason: "an answer that is not Slack's" };
  if (DONE.has(error)) return { fate: "done" };
  if (error === "message_not_found") return { fate: "message-gone" };
  if (SLOW.has(error)) return { fate: "wait", ms: 1_000 };
  if (MENDABLE.has(error)) return { fate: "later", reason: error };
  if (UNSURE.has(error)) return { fate: "unknown", reason: error };
  return { fate: "dead", reason: error };
}

const isRefused = (original: unknown): boolean =>
  original instanceof Error &&
  (codeOf(original) === "ECONNREFUSED" || codeOf(original.cause) === "ECONNREFUSED");

const codeOf = (cause: unknown): unknown =>
  typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
