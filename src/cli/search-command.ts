import type { Command } from "commander";
import { Option } from "commander";
import { LOCALES } from "../kernel/locale.ts";
import type { Locale } from "../kernel/locale.ts";
import type { Search } from "../knowledge/ports.ts";
import { readSearchLine, searchedLine } from "../knowledge/search-line.ts";
import { LineFault, runBatch } from "./batch.ts";
import { print, printJson, UsageError } from "./output.ts";
import { table } from "./table.ts";

type Options = {
  readonly batch?: true;
  readonly locale?: Locale;
  readonly indexLocales?: string;
  readonly json?: true;
  readonly content?: string;
};

/** Opens the search over a corpus, showing how far it is on a terminal. */
export type OpenSearch = (folder: string) => Promise<Search>;

/** `snapdesk search`: ranked articles and sections, without verdicts. */
export function searchCommand(
  program: Command,
  { open, contentFolder }: { readonly open: OpenSearch; readonly contentFolder: () => string },
): void {
  program
    .command("search")
    .description("ranked articles and sections, or a batch of JSON lines")
    .argument("[query]", "in English, French, Dutch or Swedish")
    .option("--batch", "JSON lines in, JSON lines out")
    .addOption(new Option("--locale <locale>", "language of the query").choices(LOCALES))
    .option("--index-locales <locales>", "search only these languages, separated by commas")
    .option("--content <folder>", "another corpus than the built-in one")
    .option("--json", "as JSON")
    .action(async (query: string | undefined, options: Options) => {
      const search = await open(options.content ?? contentFolder());
      if (options.batch === true) {
        await runBatch((line) => found(search, line));
        return;
      }
      if (query === undefined || query.trim() === "") {
        throw new UsageError("Cannot search for nothing: expected a query");
      }
      const { locale, indexLocales } = options;
      const { id: _id, ...result } = found(search, {
        id: "",
        query,
        ...(locale === undefined ? {} : { locale }),
        ...(indexLocales === undefined ? {} : { indexLocales: indexLocales.split(",") }),
      });
      if (options.json === true) printJson(result);
      else print(asTable(result));
    });
}

function found(search: Search, line: Readonly<Record<string, unknown>>) {
  const read = readSearchLine(line);
  if (!read.ok) throw new LineFault(read.problem);
  const { id, request } = read.value;
  const started = performance.now();
  const result = search.find(request);
  const ms = Math.round((performance.now() - started) * 1_000) / 1_000;
  return { ...searchedLine(result, id), ms };
}

const asTable = ({ sections }: Pick<ReturnType<typeof found>, "sections">): string =>
  sections.length === 0
    ? "Nothing found"
    : table(
        ["Score", "Section", "Where"],
        sections.map(({ score, heading, slug, anchor, locale }) => [
          score.toFixed(3),
          heading,
          `${locale}/${slug}#${anchor}`,
        ]),
      );
