import { createHash } from "node:crypto";
import { DESK_TABLES } from "./desk-tables.ts";
import type { DeskTable } from "./desk-tables.ts";
import { EXPORT_FORMAT } from "./export-desk.ts";
import { MIGRATIONS } from "./migrate.ts";

export type ExportedRow = {
  readonly table: DeskTable;
  readonly row: { readonly [column: string]: string | number | null };
};

/** One line of an export: header, row or end. */
type Line = Partial<ExportedRow> & {
  readonly format?: string;
  readonly schema?: readonly string[];
  readonly rows?: number;
  readonly checksum?: string;
};

/**
 * The rows of an export in the order they can be put back. That the export is whole is known only
 * once the last one was taken.
 *
 * @throws where it was cut, changed, or made by another version
 */
export async function* readExport(
  lines: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<ExportedRow, void> {
  const hash = createHash("sha256");
  let begun = false;
  let end: Line | undefined;
  let rows = 0;
  for await (const text of lines) {
    if (text === "") continue;
    if (end !== undefined) throw notWhole("nothing after its last line");
    const line = lineIn(text);
    if (!begun) mustBeOurs(line);
    begun = true;
    if (line.checksum !== undefined) end = line;
    else hash.update(`${text}\n`);
    const { table, row } = line;
    if (table === undefined || row === undefined) continue;
    if (!KNOWN.has(table)) throw new Error(`Cannot use table "${table}": expected one of ours`);
    rows += 1;
    yield { table, row };
  }
  const checksum = `sha256:${hash.digest("hex")}`;
  if (end?.checksum !== checksum || end.rows !== rows) {
    throw notWhole(`the checksum "${checksum}" at its end`);
  }
}

/** What an export must have where it does not. */
export const notWhole = (expected: string): Error =>
  new Error(`Cannot use this export: expected ${expected}; it was cut or changed`);

const KNOWN: ReadonlySet<string> = new Set(DESK_TABLES.map(([table]) => table));

function lineIn(text: string): Line {
  try {
    return (JSON.parse(text) ?? {}) as Line;
  } catch {
    throw notWhole("JSON in every line");
  }
}

function mustBeOurs({ format, schema = [] }: Line): void {
  const ours = MIGRATIONS.map((one) => one.name);
  if (format === EXPORT_FORMAT && schema.join() === ours.join()) return;
  throw new Error(
    `Cannot use "${format}" with schema "${schema.at(-1)}": expected "${EXPORT_FORMAT}" with "${ours.at(-1)}"`,
  );
}
