import { createReadStream, createWriteStream } from "node:fs";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";
import type { Command } from "commander";
import { exportDesk } from "../adapters/stores/export-desk.ts";
import { importDesk } from "../adapters/stores/import-desk.ts";
import { readSqlite } from "../adapters/stores/open-sqlite.ts";
import type { Config } from "../config.ts";
import { openDatabase } from "../main/open-database.ts";
import { databasePath } from "./open-to-read.ts";
import { print } from "./output.ts";

/** `snapdesk export` and `snapdesk import`: all data, from either database to either. */
export function transferCommands(program: Command, config: () => Config): void {
  program
    .command("export")
    .description("all data as checksummed JSON lines, to standard output or a file")
    .argument("[file]", "where to; standard output where it is missing")
    .action(async (file: string | undefined) => {
      const settings = config();
      const database =
        settings.databaseUrl === undefined
          ? readSqlite(databasePath(settings))
          : await openDatabase(settings, () => {}, { unhurried: true });
      const output = file === undefined ? process.stdout : createWriteStream(file);
      try {
        await exportDesk(database, async (line) => {
          if (!output.write(`${line}\n`)) await once(output, "drain");
        });
      } finally {
        await database.close();
      }
      if (file !== undefined) {
        output.end();
        await finished(output);
      }
    });
  program
    .command("import")
    .description("an export into an empty database: all of it, or nothing")
    .argument("<file>", "an export, or - for standard input")
    .action(async (file: string) => {
      const database = await openDatabase(config(), () => {}, { unhurried: true });
      const input = file === "-" ? process.stdin : createReadStream(file);
      try {
        const rows = await importDesk(database, createInterface({ input, crlfDelay: Infinity }));
        print(`Imported ${rows} rows`);
      } finally {
        await database.close();
      }
    });
}
