import type { Command } from "commander";
import { checkCorpus } from "./kb-check.ts";
import { diffCorpus } from "./kb-diff.ts";
import { corpusStats } from "./kb-stats.ts";

type Folder = { readonly content?: string; readonly json?: true };

/** `snapdesk kb check | diff | stats`: what a knowledge writer asks of the corpus. */
export function kbCommand(program: Command, contentFolder: () => string): void {
  const kb = program.command("kb").description("the corpus: its faults, its changes, its size");
  const folderOf = ({ content }: Folder) => content ?? contentFolder();
  kb.command("check")
    .description("every fault of the corpus, and where its languages contradict each other")
    .option("--content <folder>", "another corpus than the built-in one")
    .option("--json", "as JSON")
    .option("--rules", "list and explain every rule")
    .action(async (options: Folder & { readonly rules?: true }) => {
      await checkCorpus(folderOf(options), options);
    });
  kb.command("diff")
    .description("which verdicts and answers change between a git revision, or a folder, and now")
    .argument("<before>", "a git revision, or a folder with another state of the corpus")
    .option("--content <folder>", "another corpus than the built-in one")
    .option("--json", "as JSON")
    .action(async (before: string, options: Folder) => {
      await diffCorpus(before, folderOf(options), options.json === true);
    });
  kb.command("stats")
    .description("articles, sections, words and terms in each language, and the size of the index")
    .option("--content <folder>", "another corpus than the built-in one")
    .option("--json", "as JSON")
    .action(async (options: Folder) => {
      await corpusStats(folderOf(options), options.json === true);
    });
}
