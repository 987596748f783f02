import type { Command } from "commander";
import { Option } from "commander";
import { readInstant, systemClock, toRfc3339 } from "../kernel/clock.ts";
import { isLocale, LOCALES } from "../kernel/locale.ts";
import type { Locale } from "../kernel/locale.ts";
import { echoOf } from "../moment/echo.ts";
import { momentLine } from "../moment/moment-line.ts";
import type { MomentInput, MomentOutput } from "../moment/moment-line.ts";
import { candidateText, readingText } from "../moment/problem-text.ts";
import { readMoment } from "../moment/read-moment.ts";
import { LineFault, runBatch } from "./batch.ts";
import { complain, print, printJson, UsageError } from "./output.ts";

type Options = {
  readonly batch?: true;
  readonly now?: string;
  readonly zone?: string;
  readonly earliest?: string;
  readonly locale?: Locale;
  readonly json?: true;
};

/** `snapdesk moment`: the check of a point in time alone. */
export function momentCommand(program: Command): void {
  program
    .command("moment")
    .description("check the point in time a text states: date, time and zone")
    .argument("[text]", "as a person would write it")
    .option("--batch", "JSON lines in, JSON lines out")
    .option("--now <instant>", "the time it is read at, RFC 3339; the present where it is missing")
    .option("--zone <zone>", "zone of the person's profile: offered, never assumed")
    .option("--earliest <instant>", "nothing older can be brought back, RFC 3339")
    .addOption(new Option("--locale <locale>", "language of the reader").choices(LOCALES))
    .option("--json", "as JSON")
    .action(async (text: string | undefined, options: Options) => {
      if (options.batch === true) {
        await runBatch((line) => momentAnswered(line, line["id"]));
        return;
      }
      if (text === undefined || text.trim() === "") {
        throw new UsageError("Cannot check nothing: expected a text");
      }
      const { zone, locale, earliest } = options;
      const input = { text, now: options.now, userTz: zone, locale, earliest };
      if (options.json === true) printJson(momentAnswered(input));
      else tell(inputOf(input));
    });
}

/** One line of a batch: read, or refused with what is wrong with it. */
export function momentAnswered(
  line: Readonly<Record<string, unknown>>,
  id?: unknown,
): MomentOutput | object {
  const { id: _id, ...read } = momentLine(inputOf(line));
  return id === undefined ? read : { id, ...read };
}

function inputOf(line: Readonly<Record<string, unknown>>): MomentInput {
  const { text, locale, userTz } = line;
  if (typeof text !== "string") throw new LineFault("expected a text");
  const earliest = instantIn(line["earliest"], "earliest");
  return {
    text,
    now: instantIn(line["now"], "now") ?? toRfc3339(systemClock()),
    ...(typeof userTz === "string" ? { userTz } : {}),
    ...(isLocale(locale) ? { locale } : {}),
    ...(earliest === undefined ? {} : { earliest }),
  };
}

function instantIn(value: unknown, name: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string" && readInstant(value) !== undefined) return value;
  throw new LineFault(`expected "${name}" as RFC 3339 with an offset`);
}

/** In words: the echo of what was understood, or the one question or refusal with its candidates. */
function tell(input: MomentInput): void {
  const locale: Locale = isLocale(input.locale) ? input.locale : "en";
  const now = readInstant(input.now) ?? systemClock();
  const earliest = input.earliest === undefined ? undefined : readInstant(input.earliest);
  const reading = readMoment(input.text, {
    now,
    locale,
    ...(typeof input.userTz === "string" ? { profileZone: input.userTz } : {}),
    ...(earliest === undefined ? {} : { earliest }),
  });
  if (reading.status === "ok") {
    print(echoOf(reading.moment, { locale, now }).line);
    return;
  }
  const options = reading.candidates.map(
    (one) => `  ${candidateText(one, reading.problem, locale)}`,
  );
  complain([readingText(reading, locale), ...options].join("\n"));
}
