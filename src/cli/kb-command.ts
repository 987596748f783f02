import { stat } from "node:fs/promises";
import type { Command } from "commander";
import { checkCorpus } from "./kb-check.ts";
import { diffCorpus } from "./kb-diff.ts";
import { reportToWriters } from "./kb-report.ts";
import type { ReportDesk } from "./kb-report.ts";
import { corpusStats } from "./kb-stats.ts";
import { complain } from "./output.ts";

/** What the desk keeps about its articles; another corpus has none of it. */
type Desk = {
  readonly falseAlarms: () => Promise<ReadonlySet<string>>;
  readonly report: () => ReportDesk;
};

type Folder = { readonly content?: string; readonly json?: true };

/** `snapdesk kb check | diff | report | stats`: what a knowledge writer asks of the corpus. */
export function kbCommand(program: Command, contentFolder: () => string, desk?: Desk): void {
  const kb = program.command("kb").description("the corpus: its faults, its changes, its size");
  if (desk !== undefined) reportCommand(kb, contentFolder, desk);
  const within = (options: Folder, work: (folder: string) => Promise<void>) =>
    inFolder(options.content ?? contentFolder(), work);
  kb.command("check")
    .description("every fault of the corpus, and where its languages contradict each other")
    .option("--content <folder>", "another corpus than the built-in one")
    .option("--json", "as JSON")
    .option("--rules", "list and explain every rule")
    .option("--all", "with what was called a false alarm at the desk")
    .action((options: Folder & { readonly rules?: true; readonly all?: true }) =>
      within(options, async (folder) => {
        const own = options.content === undefined && options.all !== true;
        const falseAlarms = own ? await desk?.falseAlarms() : undefined;
        await checkCorpus(folder, { ...options, falseAlarms });
      }),
    );
  kb.command("diff")
    .description("which verdicts and answers change between a git revision, or a folder, and now")
    .argument("<before>", "a git revision, or a folder with another state of the corpus")
    .option("--content <folder>", "another corpus than the built-in one")
    .option("--json", "as JSON")
    .action((before: string, options: Folder) =>
      within(options, (folder) => diffCorpus(before, folder, options.json === true)),
    );
  kb.command("stats")
    .description("articles, sections, words and terms in each language, and the size of the index")
    .option("--content <folder>", "another corpus than the built-in one")
    .option("--json", "as JSON")
    .action((options: Folder) =>
      within(options, (folder) => corpusStats(folder, options.json === true)),
    );
}

function reportCommand(kb: Command, contentFolder: () => string, desk: Desk): void {
  kb.command("report")
    .description("what the knowledge writers should look at, as Monday's post has it, in full")
    .option("--since <day>", "from this day on, e.g. 2026-11-16; else since this week began")
    .option("--json", "as JSON")
    .action((options: { readonly since?: string; readonly json?: true }) =>
      inFolder(contentFolder(), (folder) => reportToWriters(folder, desk.report(), options)),
    );
}

async function inFolder(folder: string, work: (folder: string) => Promise<void>): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() === true) await work(folder);
  else complain(`Cannot read "${folder}": expected a folder of articles`, 2);
}
