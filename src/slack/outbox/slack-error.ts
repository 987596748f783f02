/** Codes of the errors Slack's client throws. */
export const ErrorCode = {
  platform: "slack_webapi_platform_error",
  rateLimited: "slack_webapi_rate_limited_error",
  http: "slack_webapi_http_error",
  request: "slack_webapi_request_error",
} as const;

/** An error of Slack's client, as far as it is read. */
export type SlackError = Error & {
  readonly code: (typeof ErrorCode)[keyof typeof ErrorCode];
  readonly data?: { readonly error?: string };
  readonly retryAfter?: number;
  readonly statusCode?: number;
  readonly original?: unknown;
};

const CODES: readonly unknown[] = Object.values(ErrorCode);

export const isSlackError = (cause: unknown): cause is SlackError =>
  cause instanceof Error && "code" in cause && CODES.includes(cause.code);

/** Slack's own word for a refusal, e.g. `expired_trigger_id`; undefined where Slack did not answer. */
export const platformErrorOf = (cause: unknown): string | undefined =>
  isSlackError(cause) && cause.code === ErrorCode.platform ? cause.data?.error : undefined;
