import { stat } from "node:fs/promises";
import { readContent } from "../adapters/content/read-content.ts";
import type { SourceFile } from "../knowledge/article.ts";
import { diffKnowledge } from "../knowledge/contradictions/diff-knowledge.ts";
import type { KnowledgeChange } from "../knowledge/contradictions/diff-knowledge.ts";
import { buildKnowledge } from "../knowledge/knowledge.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { complain, print, printJson } from "./output.ts";
import { readRevision } from "./kb-revision.ts";

/**
 * Prints which verdicts, answers and proofs differ between a revision or a folder and now, in
 * each language. The exit code is 1 only where a proof is lost.
 */
export async function diffCorpus(before: string, folder: string, json: boolean): Promise<void> {
  const old = await knowledgeOf(await filesBefore(before, folder), before);
  const now = await knowledgeOf((await readContent(folder)).files, folder);
  if (old === undefined || now === undefined) return;
  const changes = diffKnowledge(old, now);
  const lost = changes.filter((change) => change.kind === "evidence-lost");
  if (json) printJson({ changes, evidenceLost: lost.length });
  else print(changesText(changes));
  if (lost.length > 0) process.exitCode = 1;
}

const filesBefore = async (before: string, folder: string): Promise<readonly SourceFile[]> =>
  (await isFolder(before)) ? (await readContent(before)).files : readRevision(before, folder);

const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** Verdicts without proof are withdrawn, so that both states can be compared at all. */
async function knowledgeOf(
  files: readonly SourceFile[],
  name: string,
): Promise<Knowledge | undefined> {
  const built = buildKnowledge({
    files,
    searchOver: () => ({ find: () => ({ locale: "en", sure: false, articles: [], sections: [] }) }),
    withoutEvidence: "withdraw",
  });
  if (built.ok) return built.value;
  const [first] = built.problem;
  complain(
    `Cannot compare "${name}": ${first?.file ?? ""}:${first?.line ?? 0}: ${first?.reason ?? ""}`,
  );
  return undefined;
}

const TITLES: Readonly<Record<KnowledgeChange["kind"], string>> = {
  "evidence-lost": "proof lost",
  verdict: "verdict",
  answer: "answer",
  quote: "proof",
  added: "new",
  removed: "gone",
};

function changesText(changes: readonly KnowledgeChange[]): string {
  if (changes.length === 0) return "No verdict and no answer changes";
  const cells = Map.groupBy(changes, ({ cell }) => cell);
  const texts = [...cells].map(([cell, own]) => [cell, ...own.flatMap(changeLines)].join("\n"));
  const verdicts = changes.filter(({ kind }) => kind === "verdict").length;
  const lost = changes.filter(({ kind }) => kind === "evidence-lost").length;
  const total = `${cells.size} changed, ${verdicts} with another verdict, ${lost} proofs lost`;
  return [...texts, total].join("\n\n");
}

function changeLines({ kind, locale, before, after, where }: KnowledgeChange): string[] {
  const head = [TITLES[kind], locale, where].filter((one) => one !== undefined).join(" ");
  return [
    `  ${head}`,
    ...(before === undefined ? [] : [`    - ${before}`]),
    ...(after === undefined ? [] : [`    + ${after}`]),
  ];
}
