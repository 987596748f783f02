import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readContent } from "../../src/adapters/content/read-content.ts";
import type { AskedLine } from "../../src/knowledge/ask-line.ts";
import { askedLine, readAskLine } from "../../src/knowledge/ask-line.ts";
import { answerQuestion } from "../../src/knowledge/answer-question.ts";
import { buildKnowledge } from "../../src/knowledge/knowledge.ts";
import { provenBy } from "../../src/knowledge/policy/check-evidence.ts";
import { searchOver } from "../support/search-over.ts";

// Run by hand: node test/knowledge/score-questions.ts <questions.jsonl> [--wrong]

type Row = {
  readonly id: string;
  readonly lang: string;
  readonly query: string;
  readonly kind: string;
  readonly product: string;
  readonly expected_verdict?: string;
  readonly missing?: readonly string[];
  readonly intent: string;
};

const VERDICTS: Readonly<Record<string, string>> = {
  yes: "yes",
  no: "no",
  "only-via-ticket": "via-ticket",
  "via-ticket": "via-ticket",
  conditional: "only-if",
  "only-if": "only-if",
  "not-documented": "not-documented",
};

const [file, ...flags] = process.argv.slice(2);
if (file === undefined) throw new Error("Cannot score: expected the path of a questions file");
const rows = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => JSON.parse(line) as Row);
const { files } = await readContent(resolve(import.meta.dirname, "../../content"));
const built = buildKnowledge({ searchOver, files });
if (!built.ok) throw new Error(`Cannot build: ${JSON.stringify(built.problem.slice(0, 3))}`);
const knowledge = built.value;
const answer = answerQuestion(knowledge);

type Said = { readonly row: Row; readonly said: AskedLine };

const tally = new Map<string, [right: number, all: number]>();
const wrong: string[] = [];

function count(figure: string, right: boolean, { row, said }: Said): void {
  for (const key of [`${figure} ${row.lang}`, `${figure} all`]) {
    const [good, all] = tally.get(key) ?? [0, 0];
    tally.set(key, [good + (right ? 1 : 0), all + 1]);
  }
  if (!right) wrong.push(`${figure}: ${wantedAndGot(row, said)}`);
}

function wantedAndGot(row: Row, said: AskedLine): string {
  const wanted = [row.expected_verdict ?? row.kind, ...(row.missing ?? [])].join(" ");
  const { kind, verdict, action, plan, environment, askBack, text } = said;
  const got = [kind, verdict, action, plan, environment, ...(askBack ?? [])].join(" ");
  const head = text.slice(0, 110).replaceAll("\n", " / ");
  return `${row.id} [${row.intent}] ${row.query}\n    wanted ${wanted}; got ${got} | ${head}`;
}

const isQuoted = (said: AskedLine): boolean =>
  said.citations.length > 0 &&
  said.citations.every(({ slug, anchor, locale, quote }) => {
    const found = knowledge.section(slug, anchor, locale);
    return found !== undefined && provenBy(found.section, quote);
  });

const crosses = ({ row, said }: Said): boolean => {
  const other = row.product === "cloudmc" ? "commerce-cloud" : "cloudmc";
  return said.citations.some(({ slug, locale }) =>
    knowledge.articles.some(
      (one) => one.slug === slug && one.locale === locale && one.product === other,
    ),
  );
};

function scoreVerdict(both: Said): void {
  const { row, said } = both;
  const expected = row.expected_verdict;
  if (expected === undefined) return;
  if (said.verdict === "yes" && expected !== "yes") count("wrong yes", false, both);
  if (expected === "ask-back") {
    const fields = (row.missing ?? []).filter((one) => one === "plan" || one === "environment");
    const right = said.kind === "ask-back" && said.askBack?.join() === fields.join();
    count("ask-back", right, both);
  } else if (row.kind === "restore-request") {
    count("restore request", said.kind === "restore-request", both);
  } else if (expected in VERDICTS) {
    count("verdict", said.kind === "verdict" && said.verdict === VERDICTS[expected], both);
    if (said.kind === "ask-back") count("needless ask-back", false, both);
  }
}

function scoreKind(both: Said): void {
  const { row, said } = both;
  const answered = ["verdict", "passages", "restore-request"].includes(said.kind);
  const silent = said.kind === "unknown" || said.kind === "out-of-scope";
  if (row.kind === "out-of-scope") count("silence", silent, both);
  if (row.expected_verdict === undefined) count("open answered", answered, both);
  if (answered) count("quoted", isQuoted(said), both);
}

function score(row: Row): void {
  const line = readAskLine({ id: row.id, query: row.query });
  if (!line.ok) throw new Error(line.problem);
  const both = { row, said: askedLine(answer(line.value.asked), row.id) };
  count("language", both.said.locale === row.lang, both);
  scoreVerdict(both);
  scoreKind(both);
  if (row.product !== "none") count("fence", !crosses(both), both);
}

const before = performance.now();
for (const row of rows) score(row);
const each = (performance.now() - before) / rows.length;
for (const [figure, [right, all]] of [...tally].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`${figure.padEnd(24)} ${right}/${all} ${((100 * right) / all).toFixed(1)} %`);
}
console.log(`${each.toFixed(2)} ms a question`);
if (flags.includes("--wrong")) console.log(wrong.join("\n"));
