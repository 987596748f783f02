import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readContent } from "../../src/adapters/content/read-content.ts";
import type { AskedLine } from "../../src/knowledge/ask-line.ts";
import { askedLine, readAskLine } from "../../src/knowledge/ask-line.ts";
import { answerQuestion } from "../../src/knowledge/answer-question.ts";
import { buildKnowledge } from "../../src/knowledge/knowledge.ts";
import { provenBy } from "../../src/knowledge/policy/check-evidence.ts";

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
const built = buildKnowledge({ files });
if (!built.ok) throw new Error(`Cannot build: ${JSON.stringify(built.problem.slice(0, 3))}`);
const knowledge = built.value;
const answer = answerQuestion(knowledge);

const tally = new Map<string, [right: number, all: number]>();
const wrong: string[] = [];
const count = (figure: string, lang: string, right: boolean, row: Row, said: AskedLine): void => {
  for (const key of [`${figure} ${lang}`, `${figure} all`]) {
    const [good, all] = tally.get(key) ?? [0, 0];
    tally.set(key, [good + (right ? 1 : 0), all + 1]);
  }
  if (!right) {
    wrong.push(
      `${figure}: ${row.id} [${row.intent}] ${row.query}\n    wanted ${row.expected_verdict ?? row.kind} ${row.missing?.join() ?? ""}; got ${said.kind} ${said.verdict ?? ""} ${said.action ?? ""} ${said.plan ?? "-"} ${said.environment ?? "-"} ${said.askBack?.join() ?? ""} | ${said.text.slice(0, 110).replaceAll("\n", " / ")}`,
    );
  }
};

const isQuoted = (said: AskedLine): boolean =>
  said.citations.every(({ slug, anchor, locale, quote }) => {
    const found = knowledge.section(slug, anchor, locale);
    return found !== undefined && provenBy(found.section, quote);
  });

function score(row: Row): void {
  const line = readAskLine({ id: row.id, query: row.query });
  if (!line.ok) throw new Error(line.problem);
  const said = askedLine(answer(line.value.asked), row.id);
  const expected = row.expected_verdict;
  const request = row.kind === "restore-request";
  count("language", row.lang, said.locale === row.lang, row, said);
  if (expected !== undefined && expected in VERDICTS && !request) {
    count(
      "verdict",
      row.lang,
      said.kind === "verdict" && said.verdict === VERDICTS[expected],
      row,
      said,
    );
    if (said.kind === "ask-back") count("needless ask-back", row.lang, false, row, said);
  }
  if (expected === "ask-back") {
    const fields = (row.missing ?? []).filter((one) => one === "plan" || one === "environment");
    count(
      "ask-back",
      row.lang,
      said.kind === "ask-back" && said.askBack?.join() === fields.join(),
      row,
      said,
    );
  }
  if (said.verdict === "yes" && expected !== "yes" && expected !== undefined)
    count("wrong yes", row.lang, false, row, said);
  if (row.kind === "out-of-scope") {
    count("silence", row.lang, said.kind === "unknown" || said.kind === "out-of-scope", row, said);
  }
  if (request && expected !== "ask-back") {
    count("restore request", row.lang, said.kind === "restore-request", row, said);
  }
  if (expected === undefined) {
    count(
      "open answered",
      row.lang,
      said.kind === "verdict" || said.kind === "passages",
      row,
      said,
    );
  }
  const answered =
    said.kind === "verdict" || said.kind === "passages" || said.kind === "restore-request";
  if (answered) count("quoted", row.lang, said.citations.length > 0 && isQuoted(said), row, said);
  const other = row.product === "cloudmc" ? "commerce-cloud" : "cloudmc";
  const crossed = said.citations.some(({ slug, locale }) =>
    knowledge.articles.some(
      (one) => one.slug === slug && one.locale === locale && one.product === other,
    ),
  );
  if (row.product !== "none") count("fence", row.lang, !crossed, row, said);
}

const before = performance.now();
for (const row of rows) score(row);
const each = (performance.now() - before) / rows.length;
for (const [figure, [right, all]] of [...tally].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`${figure.padEnd(24)} ${right}/${all} ${((100 * right) / all).toFixed(1)} %`);
}
console.log(`${each.toFixed(2)} ms a question`);
if (flags.includes("--wrong")) console.log(wrong.join("\n"));
