import type { Answer, Missing, ProvenVerdict } from "../answer.ts";
import type { PolicyCell, PolicyFact, Verdict } from "../policy.ts";
import { factVerdictOf } from "../policy/fact-verdict.ts";
import { citationsOf, eachOnce, sectionsWith } from "./cite.ts";
import type { Case } from "./pairs.ts";
import { cellCases, factCases, missingFor } from "./pairs.ts";
import { unsaid } from "./unsaid.ts";
import type { Thought } from "./thought.ts";
import { say } from "./thought.ts";

const MOST_CASES = 9;

/** The answer of the policy: a verdict, verdicts side by side, or the one question back. */
export function policyAnswer(thought: Thought): Answer | undefined {
  const { subject, scope, knowledge } = thought;
  if (subject === undefined) return undefined;
  const cases = cellCases(knowledge, subject.about, scope);
  if (cases.length === 0) return undefined;
  const missing = missingFor(cases, scope, ({ verdict }) => verdict);
  if (missing.length > 0 && subject.showAll !== true) return askBack(thought, missing);
  return verdictAnswer(thought, cases);
}

/** One question back, with the choices there are. */
export function askBack(thought: Thought, missing: readonly Missing[]): Answer {
  const { texts, locale } = thought;
  const both = missing.includes("plan") && missing.includes("environment");
  const plan = missing.includes("plan");
  const text = both
    ? `${texts.whyBoth} ${texts.askBoth}`
    : plan
      ? `${texts.whyPlan} ${texts.askPlan}`
      : `${texts.whyEnvironment} ${texts.askEnvironment}`;
  const choices = missing.flatMap((field) =>
    [...valuesOf(field), "unknown"].map((value) => ({ field, value })),
  );
  return say({ ...thought, locale }, { kind: "ask-back", askBack: missing, choices, text });
}

const valuesOf = (field: Missing): readonly string[] =>
  field === "plan" ? ["starter", "pro", "pro-legacy"] : ["integration", "staging", "production"];

function verdictAnswer(thought: Thought, cases: readonly Case<PolicyCell>[]): Answer {
  const { subject, hits } = thought;
  const also = alsoFacts(thought, subject?.also ?? []);
  const proven = verdictsOf(thought, cases);
  const said = texts(proven).join(" ");
  const more = [...conditionsOf(thought, cases), ...also.texts.map((one) => unsaid(one, said))];
  const verdicts = inFull(proven, more);
  const citations = eachOnce([...verdicts.flatMap((one) => one.citations), ...also.citations]);
  const doubt = doubtOf(
    thought,
    cases.map(({ item }) => item),
  );
  return say(thought, {
    kind: "verdict",
    ...common(verdicts),
    verdicts,
    text: paragraphs([
      ...texts(verdicts),
      ...(verdicts.length === 1 ? [] : more),
      ...hint(thought),
    ]),
    ...(doubt === undefined ? {} : { doubt }),
    citations,
    sections: sectionsWith(citations, hits),
  });
}

/** A single verdict carries its conditions and steps with it, wherever it is shown. */
function inFull(verdicts: readonly ProvenVerdict[], more: readonly string[]): ProvenVerdict[] {
  const alone = verdicts.length === 1;
  return verdicts.map((one) => (alone ? { ...one, text: paragraphs([one.text, ...more]) } : one));
}

const texts = (verdicts: readonly ProvenVerdict[]): string[] => [
  ...new Set(verdicts.map(({ text }) => text)),
];

const paragraphs = (parts: readonly string[]): string =>
  parts.filter((one) => one !== "").join("\n");

const hint = ({ scope, texts: { findPlan } }: Thought): string[] =>
  scope.unsure.includes("plan") ? [findPlan] : [];

function common(verdicts: readonly ProvenVerdict[]): { verdict?: Verdict } {
  const [first, ...rest] = verdicts;
  return first !== undefined && rest.every(({ verdict }) => verdict === first.verdict)
    ? { verdict: first.verdict }
    : {};
}

/** One proven verdict per cell; the plan and the environment it speaks of where it is one. */
export function verdictsOf(thought: Thought, cases: readonly Case<PolicyCell>[]): ProvenVerdict[] {
  const cells = [...Map.groupBy(cases, ({ item }) => item).entries()];
  return cells.slice(0, MOST_CASES).map(([cell, same]) => verdictOf(thought, cell, same));
}

function verdictOf(
  { locale, knowledge }: Thought,
  cell: PolicyCell,
  same: readonly Case<PolicyCell>[],
): ProvenVerdict {
  const [plan] = onlyOne(same.map((one) => one.plan));
  const [environment] = onlyOne(same.map((one) => one.environment));
  return {
    cell: cell.id,
    verdict: cell.verdict,
    ...(plan === undefined ? {} : { plan }),
    ...(environment === undefined ? {} : { environment }),
    text: cell.answer[locale],
    citations: citationsOf(cell.evidence, locale, knowledge),
  };
}

const onlyOne = <One>(values: readonly One[]): readonly One[] => {
  const different = [...new Set(values)];
  return different.length === 1 ? different : [];
};

function conditionsOf(
  { locale, texts: words }: Thought,
  cases: readonly Case<PolicyCell>[],
): string[] {
  const cells = [...new Set(cases.map(({ item }) => item))];
  const conditions = [...new Set(cells.flatMap(({ conditions: own }) => own?.[locale] ?? []))];
  return conditions.length === 0 ? [] : [`${words.conditions} ${conditions.join(" ")}`];
}

function doubtOf(
  { locale }: Thought,
  items: readonly (PolicyCell | PolicyFact)[],
): string | undefined {
  const doubts = items.flatMap(({ doubt }) => (doubt === undefined ? [] : [doubt[locale]]));
  const different = [...new Set(doubts)];
  return different.length === 0 ? undefined : different.join(" ");
}

type Also = { readonly texts: readonly string[]; readonly citations: Answer["citations"] };

function alsoFacts(thought: Thought, topics: readonly string[]): Also {
  const { knowledge, scope, locale } = thought;
  const facts = new Set(
    topics.flatMap((topic) => factCases(knowledge, topic, scope).map(({ item }) => item)),
  );
  return {
    texts: [...facts].map((fact) => fact.answer[locale]),
    citations: [...facts].flatMap((fact) => citationsOf(fact.evidence, locale, knowledge)),
  };
}

/** Topics whose cases are too different for one answer: the missing part is asked back. */
const ASKED_BACK = new Set(["retention"]);

/** The answer of the facts: how long, which role, what is inside. */
export function factAnswer(thought: Thought): Answer | undefined {
  const { subject, scope, knowledge, locale, hits } = thought;
  if (subject === undefined) return undefined;
  const cases = factCases(knowledge, subject.about, scope);
  if (cases.length === 0) return undefined;
  if (ASKED_BACK.has(subject.about)) {
    const missing = missingFor(cases, scope, (fact) => fact.value ?? fact.answer.en);
    if (missing.length > 0) return askBack(thought, missing);
  }
  const facts = [...new Set(cases.map(({ item }) => item))];
  const also = alsoFacts(thought, subject.also);
  const citations = eachOnce([
    ...facts.flatMap((one) => citationsOf(one.evidence, locale, knowledge)),
    ...also.citations,
  ]);
  const doubt = doubtOf(thought, facts);
  return say(thought, {
    ...factVerdict(thought, facts),
    text: paragraphs([
      ...new Set([...facts.map((one) => one.answer[locale]), ...also.texts, ...hint(thought)]),
    ]),
    ...(doubt === undefined ? {} : { doubt }),
    citations,
    sections: sectionsWith(citations, hits),
  });
}

/** A fact that is itself a yes or no is told as a verdict. */
function factVerdict(
  { locale, knowledge }: Thought,
  facts: readonly PolicyFact[],
): Pick<Answer, "kind"> & Partial<Answer> {
  const values = new Set(facts.map(factVerdictOf));
  const [verdict] = values;
  if (verdict === undefined || values.size > 1) return { kind: "passages" };
  const verdicts = facts.map((fact): ProvenVerdict => ({
    cell: fact.id,
    verdict,
    text: fact.answer[locale],
    citations: citationsOf(fact.evidence, locale, knowledge),
  }));
  return { kind: "verdict", verdict, verdicts };
}
