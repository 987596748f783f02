import { table } from "./table.ts";

/** A table that can do with less room. */
export type Table = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Titles of the columns that may be left out, the least important first. */
  readonly spare: readonly string[];
  /** A shorter way to say what stands in a column, by its title. */
  readonly short: Readonly<Record<string, (cell: string) => string>>;
};

export type Fitted = {
  readonly text: string;
  /** Titles of the columns there was no room for. */
  readonly leftOut: readonly string[];
};

/**
 * The table in at most `width` columns, where that can be: cells are shortened first, then columns
 * are left out, those first that say the same in every row. What is not spare is never touched, and
 * may be wider than the terminal.
 *
 * @param width without one, the whole table
 */
export function fitTable(whole: Table, width: number | undefined): Fitted {
  const full = textOf(whole, []);
  if (width === undefined || widthOf(full) <= width) return { text: full, leftOut: [] };
  const shorter = { ...whole, rows: shortened(whole) };
  const order = leastTelling(whole);
  const leftOut = order.slice(
    0,
    fewest(order, (some) => widthOf(textOf(shorter, some)) <= width),
  );
  return { text: textOf(shorter, leftOut), leftOut };
}

/** How many of them, from the first one on, it takes until it holds; all where it never does. */
function fewest(order: readonly string[], holds: (some: readonly string[]) => boolean): number {
  const count = order.findIndex((_title, at) => holds(order.slice(0, at)));
  return count === -1 ? order.length : count;
}

const widthOf = (text: string): number => Math.max(...text.split("\n").map(({ length }) => length));

function textOf({ header, rows }: Table, leftOut: readonly string[]): string {
  const kept = header.map((title) => !leftOut.includes(title));
  const keep = (row: readonly string[]) => row.filter((_cell, column) => kept[column]);
  return table(keep(header), rows.map(keep));
}

const shortened = ({ header, rows, short }: Table): string[][] =>
  rows.map((row) => row.map((cell, column) => short[header[column] ?? ""]?.(cell) ?? cell));

/** Spare columns; of one row nothing can be said to be the same. */
function leastTelling({ header, rows, spare }: Table): string[] {
  const isSame = (title: string): boolean => {
    const column = header.indexOf(title);
    return rows.length > 1 && new Set(rows.map((row) => row[column])).size === 1;
  };
  return [...spare.filter(isSame), ...spare.filter((title) => !isSame(title))];
}
