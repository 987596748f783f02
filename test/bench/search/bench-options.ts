import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

export type BenchOptions = {
  /** Rows of queries, JSON lines. */
  readonly queries: string;
  /** Folder with `<locale>/**` or an archive of it. */
  readonly corpus: string;
  /** Articles read before, to save their reading. */
  readonly parsed: string | undefined;
  readonly engines: readonly string[] | undefined;
  readonly tables: readonly string[];
  /** How many times the English corpus is taken. */
  readonly growth: readonly number[];
  /** An engine that takes longer on one set of documents is stopped, and said to be. */
  readonly minutes: number;
  /** The most an engine may hold in its heap. */
  readonly megabytes: number;
  readonly json: string | undefined;
  readonly check: boolean;
};

const TABLES = ["engines", "ablation", "only", "language", "growth"];

/** Reads the options; undefined, with a line on standard error, where the data is missing. */
export function readOptions(): BenchOptions | undefined {
  const { values } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: "string" },
      corpus: { type: "string" },
      queries: { type: "string" },
      parsed: { type: "string" },
      /** Again for every engine: names hold commas. */
      engines: { type: "string", multiple: true },
      tables: { type: "string" },
      growth: { type: "string", default: "1,10,50" },
      minutes: { type: "string", default: "20" },
      megabytes: { type: "string", default: "6000" },
      json: { type: "string" },
      check: { type: "boolean", default: false },
    },
  });
  const inData = (name: string) =>
    values.data === undefined ? undefined : join(values.data, name);
  const folder = inData("kb");
  const corpus =
    values.corpus ??
    (folder !== undefined && existsSync(folder) ? folder : inData("commerce-kb-2024-10.tar.gz"));
  const queries = values.queries ?? inData("kb-dev.jsonl");
  if (
    corpus === undefined ||
    queries === undefined ||
    !existsSync(corpus) ||
    !existsSync(queries)
  ) {
    console.error(
      "Cannot measure search: expected --data DIR, or --corpus PATH and --queries FILE",
    );
    process.exitCode = 2;
    return undefined;
  }
  const listed = (text: string | undefined) => text?.split(",");
  return {
    queries,
    corpus,
    parsed: values.parsed,
    engines: values.engines,
    tables: listed(values.tables) ?? TABLES,
    growth: values.growth.split(",").map(Number),
    minutes: Number(values.minutes),
    megabytes: Number(values.megabytes),
    json: values.json,
    check: values.check,
  };
}
