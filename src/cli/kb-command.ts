import { stat } from "node:fs/promises";
import type { Command } from "commander";
import { checkCorpus } from "./kb-check.ts";
import { diffCorpus } from "./kb-diff.ts";
import { corpusStats } from "./kb-stats.ts";
import { complain } from "./output.ts";

type Folder = { readonly content?: string; readonly json?: true };

/** `snapdesk kb check | diff | stats`: what a knowledge writer asks of the corpus. */
export function kbCommand(program: Command, contentFolder: () => string): void {
  const kb = program.command("kb").description("the corpus: its faults, its changes, its size");
  const within = (options: Folder, work: (folder: string) => Promise<void>) =>
    inFolder(options.content ?? contentFolder(), work);
  kb.command("check")
    .description("every fault of the corpus, and where its languages contradict each other")
    .option("--content <folder>", "another corpus than the built-in one")
    .option("--json", "as JSON")
    .option("--rules", "list and explain every rule")
    .action((options: Folder & { readonly rules?: true }) =>
      within(options, (folder) => checkCorpus(folder, options)),
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

async function inFolder(folder: string, work: (folder: string) => Promise<void>): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() === true) await work(folder);
  else complain(`Cannot read "${folder}": expected a folder of articles`, 2);
}
