import type { Command } from "commander";
import { Option } from "commander";
import { systemClock, toRfc3339 } from "../kernel/clock.ts";
import { LOCALES } from "../kernel/locale.ts";
import type { Locale } from "../kernel/locale.ts";
import { ENVIRONMENTS, PLANS } from "../kernel/product.ts";
import { answerQuestion } from "../knowledge/answer-question.ts";
import type { Answer } from "../knowledge/answer.ts";
import { askedLine, readAskLine } from "../knowledge/ask-line.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { LineFault, runBatch } from "./batch.ts";
import { momentAnswered } from "./moment-command.ts";
import { print, printJson, UsageError } from "./output.ts";

type Options = {
  readonly batch?: true;
  readonly locale?: Locale;
  readonly plan?: string;
  readonly environment?: string;
  readonly json?: true;
  readonly content?: string;
};

type Needs = {
  readonly open: (folder: string) => Promise<Knowledge>;
  readonly contentFolder: () => string;
};

/** `snapdesk ask`: one answer, or a batch of them. */
export function askCommand(program: Command, { open, contentFolder }: Needs): void {
  program
    .command("ask")
    .description("one answer with its proof, or a batch of JSON lines")
    .argument("[question]", "in English, French, Dutch or Swedish")
    .option("--batch", "JSON lines in, JSON lines out")
    .addOption(new Option("--locale <locale>", "language of the answer").choices(LOCALES))
    .addOption(
      new Option("--plan <plan>", "the plan, where the question leaves it out").choices(PLANS),
    )
    .addOption(new Option("--environment <name>", "the environment").choices(ENVIRONMENTS))
    .option("--content <folder>", "another corpus than the built-in one")
    .option("--json", "as JSON")
    .action(async (question: string | undefined, options: Options) => {
      const knowledge = await open(options.content ?? contentFolder());
      const answer = answerQuestion(knowledge);
      if (options.batch === true) {
        await runBatch((line) => lineAnswered(line, answer));
        return;
      }
      if (question === undefined || question.trim() === "") {
        throw new UsageError("Cannot answer nothing: expected a question");
      }
      const { plan, environment, locale } = options;
      const line = lineAnswered(
        { id: "", query: question, plan, environment, locale },
        answer,
        (given) => {
          if (options.json !== true) print(asText(given));
        },
      );
      if (options.json !== true) return;
      const { id: _id, ...rest } = line;
      printJson(rest);
    });
}

function lineAnswered(
  input: Readonly<Record<string, unknown>>,
  answer: (asked: Parameters<ReturnType<typeof answerQuestion>>[0]) => Answer,
  see: (answer: Answer) => void = () => {},
) {
  const present = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  );
  const read = readAskLine(present);
  if (!read.ok) throw new LineFault(read.problem);
  const { id, asked } = read.value;
  const given = answer(asked);
  see(given);
  const line = askedLine(given, id);
  if (given.kind !== "restore-request") return line;
  return { ...line, moment: momentOf(asked.words, given.locale, input) };
}

/** The point in time a restore request states, checked as `snapdesk moment` does. */
function momentOf(text: string, locale: Locale, input: Readonly<Record<string, unknown>>) {
  const now = typeof input["now"] === "string" ? input["now"] : toRfc3339(systemClock());
  return momentAnswered({ text, now, locale });
}

/** The answer with its proof; what it quotes already is not quoted again. */
function asText({ text, doubt, fence, citations, sections, kind }: Answer): string {
  const shown = citations.filter(
    ({ quote, slug, anchor }, at) =>
      !text.includes(quote) ||
      citations.findIndex((one) => one.slug === slug && one.anchor === anchor) === at,
  );
  const proof = shown.map(
    ({ quote, title, heading, slug, anchor, edition }, at) =>
      `${text.includes(quote) ? "" : `  "${quote}"\n`}  [${at + 1}] ${title}, ${heading} (${slug}#${anchor}${edition === undefined ? "" : `, ${edition}`})`,
  );
  const near =
    kind === "unknown"
      ? sections.slice(0, 3).map(({ heading, slug, anchor }) => `  ${heading} (${slug}#${anchor})`)
      : [];
  return [text, doubt, fence, ...proof, ...near].filter((part) => part !== undefined).join("\n\n");
}
