import { fitTable } from "./fit-table.ts";
import type { Table } from "./fit-table.ts";
import { print, remark } from "./output.ts";

/** Prints a table no wider than the terminal, and names what it has no room for; piped, it is whole. */
export function printTable(whole: Table): void {
  const { isTTY, columns } = process.stdout;
  const { text, leftOut } = fitTable(whole, isTTY && columns > 0 ? columns : undefined);
  print(text);
  if (leftOut.length === 0) return;
  remark(`No room for: ${leftOut.join(", ")}. A wider terminal shows more, --json everything.`);
}
