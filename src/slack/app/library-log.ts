import { LogLevel } from "@slack/bolt";
import type { Logger } from "@slack/bolt";
import type { Log } from "./log.ts";

/**
 * Where Slack's own libraries write to: our log, in lines like all others. Only warnings and failures, and of
 * those only what is a text: an object may hold what somebody wrote.
 */
export function libraryLog(log: Log): Logger {
  const say =
    (level: "warn" | "error") =>
    (...said: readonly unknown[]) => {
      log(level, "slack's library reports something", { said: said.map(inWords).join(" ") });
    };
  return {
    debug: () => {},
    info: () => {},
    warn: say("warn"),
    error: say("error"),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

function inWords(said: unknown): string {
  if (typeof said === "string") return said;
  return said instanceof Error ? said.message : `[${typeof said}]`;
}
