import { expect, test } from "vitest";
import type { SourceFile } from "../../../src/knowledge/article.ts";
import { diffKnowledge } from "../../../src/knowledge/contradictions/diff-knowledge.ts";
import type { KnowledgeChange } from "../../../src/knowledge/contradictions/diff-knowledge.ts";
import { buildKnowledge } from "../../../src/knowledge/knowledge.ts";
import { searchOver } from "../../support/search-over.ts";
import { article, POLICY, smallCorpus, sourceFile } from "../support/small-corpus.ts";

const SENTENCE = "On Pro, you cannot take manual snapshots of staging.";
const SECOND = "Support takes none for you either.";

function knowledgeOf(files: readonly SourceFile[]) {
  const built = buildKnowledge({ searchOver, files, withoutEvidence: "withdraw" });
  if (!built.ok) throw new Error(built.problem.map(({ reason }) => reason).join("; "));
  return built.value;
}

type Rewrite = (text: string) => string;
type Edit = { readonly english?: string; readonly policy?: Rewrite };

/** The small corpus with another English sentence, or another policy. */
function corpus({ english, policy = (text) => text }: Edit = {}): SourceFile[] {
  const text = new TextDecoder().decode(POLICY.bytes);
  const own = english === undefined ? undefined : article("en", english);
  return [
    sourceFile(POLICY.path, policy(text)),
    ...smallCorpus()
      .filter(({ path }) => path !== POLICY.path)
      .map((file) => (file.path === own?.path ? own : file)),
  ];
}

const passages = (before: Edit, after: Edit): KnowledgeChange[] =>
  diffKnowledge(knowledgeOf(corpus(before)), knowledgeOf(corpus(after))).filter(
    ({ kind }) => kind === "quote" || kind === "evidence-lost",
  );

const quoting =
  (from: string, to: string): Rewrite =>
  (text) =>
    text.replace(from, to);
const IN_ENGLISH = { cell: "manual.pro.staging", locale: "en", where: "manual#where" } as const;

/** The evidence rests on a second English sentence too. */
const twoQuotes: Rewrite = (text) =>
  `${text}      - article: manual\n        anchor: where\n        quote: { en: ${SECOND} }\n`;

test("diffKnowledge() shows both wordings of a sentence that was edited with its quote", () => {
  const english = SENTENCE.replace("cannot", "may not");
  expect(passages({}, { english, policy: quoting(SENTENCE, english) })).toEqual([
    { ...IN_ENGLISH, kind: "quote", before: SENTENCE, after: english },
  ]);
});

test("diffKnowledge() shows a sentence that says something else around the same quote", () => {
  const english = `Nobody believes that any more: ${SENTENCE}`;
  expect(passages({}, { english: `${english} And more.` })).toEqual([
    { ...IN_ENGLISH, kind: "quote", before: SENTENCE, after: english },
  ]);
});

test("diffKnowledge() says nothing of what only stands beside the quoted sentence", () => {
  expect(passages({}, { english: `Good to know. ${SENTENCE} ${SECOND}` })).toEqual([]);
});

test("diffKnowledge() shows two quotes of one sentence where only the quote changed", () => {
  const shorter = "you cannot take manual snapshots";
  expect(passages({}, { policy: quoting(SENTENCE, shorter) })).toEqual([
    { ...IN_ENGLISH, kind: "quote", before: SENTENCE, after: shorter },
  ]);
});

test("diffKnowledge() shows a sentence that became a source, or is one no more", () => {
  const both = { english: `${SENTENCE} ${SECOND}` };
  const more = { ...both, policy: twoQuotes };
  expect(passages(both, more)).toEqual([{ ...IN_ENGLISH, kind: "quote", after: SECOND }]);
  expect(passages(more, both)).toEqual([{ ...IN_ENGLISH, kind: "quote", before: SECOND }]);
});

test("diffKnowledge() pairs equal quotes first, in whatever order they stand", () => {
  const third = "Nor does anybody else.";
  const before = { english: `${SENTENCE} ${SECOND}`, policy: twoQuotes };
  const after = {
    english: `${third} ${SENTENCE.replace("cannot", "can never")} ${SECOND}`,
    policy: (text: string) =>
      twoQuotes(text)
        .replace(SENTENCE, SECOND)
        .replace(new RegExp(`${SECOND} }`), `${third} }`),
  };
  expect(passages(before, after)).toEqual([
    { ...IN_ENGLISH, kind: "quote", before: SENTENCE, after: third },
  ]);
});

test("diffKnowledge() shows what stands in place of a lost proof, with its anchor", () => {
  const english = SENTENCE.replace("cannot", "can");
  const lost = { ...IN_ENGLISH, kind: "evidence-lost", before: SENTENCE } as const;
  expect(passages({}, { english })).toEqual([{ ...lost, after: english }]);
  const other = "The console shows every environment with its name. So do the logs.";
  expect(passages({}, { english: other })).toEqual([lost]);
});

test("diffKnowledge() takes no sentence for the new wording that stood there before", () => {
  const beside = "On Pro, you cannot take manual snapshots of staging, ever.";
  const english = SENTENCE.replace("cannot take manual", "may take");
  expect(
    passages({ english: `${SENTENCE} ${beside}` }, { english: `${english} ${beside}` }),
  ).toMatchObject([{ kind: "evidence-lost", after: english }]);
});
