import { pino, stdSerializers } from "pino";
import type { Logger } from "pino";
import { scrub, withoutWords } from "./scrub.ts";

type Options = {
  readonly level?: string;
  /** Gets each finished line; by default standard output. */
  readonly write?: (line: string) => void;
};

/** A log of JSON lines. Tokens and what people wrote do not get into it, in whatever field they stand. */
export function openLog({ level = "info", write = toStdout }: Options = {}): Logger {
  return pino(
    {
      level,
      base: null,
      messageKey: "message",
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      serializers: {
        err: stdSerializers.err,
        error: stdSerializers.err,
        cause: stdSerializers.err,
      },
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => withoutWords(fields) as Record<string, unknown>,
      },
    },
    { write: (line: string) => write(scrub(line)) },
  );
}

function toStdout(line: string): void {
  process.stdout.write(line);
}
