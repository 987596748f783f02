import { parseArgs } from "node:util";
import { endBots } from "./bots.ts";
import type { Outcome } from "./outcome.ts";
import { PLANTED, harnesses, soaks } from "./rows.ts";
import type { Row } from "./rows.ts";

const { values: options } = parseArgs({
  options: {
    /** Small numbers: a look at every harness. */
    quick: { type: "boolean", default: false },
    /** Large numbers, for a night. */
    long: { type: "boolean", default: false },
    /** Only rows whose name has this in it. */
    only: { type: "string", default: "" },
    /** `harness` or `planted`: only that table. */
    table: { type: "string", default: "both" },
    /** How long the soaks last; the slow disk takes a fifth of it. */
    minutes: { type: "string", default: "" },
  },
});

const size = <Size>(quick: Size, short: Size, long: Size): Size => {
  if (options.quick) return quick;
  return options.long ? long : short;
};

const soakSeconds = options.minutes === "" ? size(20, 600, 7_200) : Number(options.minutes) * 60;

/** A fault may hide from one run; it must not hide from several. */
const TRIES = 5;

/** A line of a table, and whether it is as it should be. */
type Line = { readonly cells: readonly (string | number)[]; readonly good: boolean };

const wanted = (rows: readonly Row[]) => rows.filter(([name]) => name.includes(options.only));

async function done([name, run]: Row): Promise<Line> {
  const began = performance.now();
  const { faults, measured, notRun, rounds } = await run().catch(broken);
  const held = faults.length === 0 ? "yes" : `NO: ${faults.slice(0, 5).join("; ")}`;
  const good = faults.length === 0 && (notRun === undefined || process.env["CI"] !== "true");
  const ended = notRun === undefined ? held : `NOT RUN: ${notRun}`;
  return told({ cells: [name, rounds, measured, ended, secondsSince(began)], good });
}

async function hunted([name, run]: Row): Promise<Line> {
  const began = performance.now();
  let notRun: string | undefined;
  for (let tries = 1; tries <= TRIES && notRun === undefined; tries += 1) {
    const outcome = await run().catch(inconclusive);
    notRun = outcome.notRun;
    const fault = outcome.faults.find((one) => !one.includes("proves nothing"));
    if (fault !== undefined) {
      return told({ cells: [name, `in run ${tries}`, fault, secondsSince(began)], good: true });
    }
  }
  const missed = notRun === undefined ? "NOT FOUND" : `NOT RUN: ${notRun}`;
  const good = notRun !== undefined && process.env["CI"] !== "true";
  return told({ cells: [name, missed, "", secondsSince(began)], good });
}

const secondsSince = (began: number) => `${Math.round((performance.now() - began) / 1_000)} s`;

const inTable = (cells: Line["cells"]) => `| ${cells.join(" | ")} |`;

/** A run takes long: each line is shown as soon as it is there. */
function told(line: Line): Line {
  process.stderr.write(`${inTable(line.cells)}\n`);
  return line;
}

function show(title: string, head: readonly string[], lines: readonly Line[]): boolean {
  const bad = lines.filter(({ good }) => !good).length;
  const verdict = bad === 0 ? "all as they should be" : `${bad} NOT as they should be`;
  console.log(`\n${title}: ${lines.length}, ${verdict}\n`);
  console.log(inTable(head));
  console.log(inTable(head.map(() => "---")));
  for (const { cells } of lines) console.log(inTable(cells));
  return bad === 0 && lines.length > 0;
}

async function inTurn(rows: readonly Row[], run: (row: Row) => Promise<Line>): Promise<Line[]> {
  const lines: Line[] = [];
  for (const row of wanted(rows)) lines.push(await run(row));
  return lines;
}

const broken = (cause: unknown): Outcome => ({
  rounds: 0,
  measured: "",
  faults: [cause instanceof Error ? cause.message : String(cause)],
});

/** What breaks a harness has not been found by it. */
const inconclusive = (cause: unknown): Outcome => ({
  ...broken(cause),
  faults: [`${String(cause)}: proves nothing`],
});

process.on("exit", endBots);
const extent = { size, soakSeconds };
const held =
  options.table === "planted"
    ? []
    : [
        ...(await inTurn(harnesses(extent), done)),
        ...(await Promise.all(wanted(soaks(extent)).map(done))),
      ];
const found = options.table === "harness" ? [] : await inTurn(PLANTED, hunted);

const good = [
  held.length > 0 &&
    !show("What was done to the desk", ["fault", "rounds", "measured", "held", "took"], held),
  found.length > 0 &&
    !show("What was broken on purpose", ["planted", "found", "as", "took"], found),
  held.length + found.length === 0,
].every((isBad) => !isBad);
process.exit(good ? 0 : 1);
