import type { JsonObject } from "./json.ts";

/** A Web API call is refused: HTTP 200 with `ok: false` and this code. */
export class SlackError extends Error {
  readonly code: string;
  readonly more: JsonObject;

  constructor(code: string, more: JsonObject = {}) {
    super(code);
    this.name = "SlackError";
    this.code = code;
    this.more = more;
  }
}

/** Arguments that break a limit, each named by where it stands. */
export const faultyArguments = (code: string, messages: readonly string[]): SlackError =>
  new SlackError(code, { response_metadata: { messages } });
