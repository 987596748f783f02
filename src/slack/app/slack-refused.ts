/** Slack does not accept what we are configured with; trying again would not help. */
export class SlackRefused extends Error {
  /** The variable that is wrong. */
  readonly variable: string;

  constructor(variable: string, reason: string, cause: unknown) {
    super(`${variable}: Slack answers ${reason}`, { cause });
    this.name = "SlackRefused";
    this.variable = variable;
  }
}
