/** A cell that a spreadsheet would take for a formula is made inert by an apostrophe. */
const inert = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string =>
  /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Rows as RFC 4180 text, with a header and CRLF line ends. No cell can run as a formula. */
export const toCsv = (
  header: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
): string =>
  [header, ...rows]
    .map((row) => row.map((cell) => quoted(inert(String(cell ?? "")))).join(","))
    .map((line) => `${line}\r\n`)
    .join("");
