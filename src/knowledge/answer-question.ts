import type { Locale } from "../kernel/locale.ts";
import type { Answer, Asked } from "./answer.ts";
import { careful } from "./answer/careful.ts";
import { outOfBounds } from "./answer/out-of-bounds.ts";
import { passagesAnswer, unknownAnswer } from "./answer/passages-answer.ts";
import { factAnswer, policyAnswer } from "./answer/policy-answer.ts";
import { restoreWish } from "./answer/restore-wish.ts";
import type { Scope } from "./answer/scope.ts";
import { scopeOf } from "./answer/scope.ts";
import type { Thought } from "./answer/thought.ts";
import { say } from "./answer/thought.ts";
import type { Knowledge } from "./knowledge.ts";
import { wishedLanguage } from "./language.ts";
import { CLOUDMC_RULES } from "./question/cloudmc-rules.ts";
import { COMMERCE_RULES } from "./question/commerce-rules.ts";
import type { Question } from "./question/read-question.ts";
import { readQuestion } from "./question/read-question.ts";
import type { Signal } from "./question/signal.ts";
import type { Subject } from "./question/subject.ts";
import { subjectOf } from "./question/subject.ts";
import { knowledgeTexts } from "./text/knowledge-texts.ts";

export type AnswerQuestion = (asked: Asked) => Answer;

/** Answers a question from what is in memory: at once, and always with something to say. */
export function answerQuestion(knowledge: Knowledge): AnswerQuestion {
  return (asked) => {
    const thought = thoughtOf(asked, knowledge);
    const answer =
      otherLanguage(thought) ??
      outOfBounds(thought) ??
      restoreWish(thought) ??
      policyAnswer(thought) ??
      factAnswer(thought) ??
      passagesAnswer(thought) ??
      unknownAnswer(thought);
    return careful(answer, thought);
  };
}

/** What was asked in a language that is none of ours is not guessed at. */
const otherLanguage = (thought: Thought): Answer | undefined =>
  thought.isOther
    ? say(thought, { kind: "other-language", text: thought.texts.otherLanguage, sections: [] })
    : undefined;

function thoughtOf(asked: Asked, knowledge: Knowledge): Thought {
  const { locale: wished, rest } = wishedLanguage(asked.words);
  const heard = knowledge.language.detect(rest, asked.fallbackLocale);
  const isOther = heard.locale === "other" && asked.readIn === undefined;
  const found =
    heard.locale === "other"
      ? { locale: asked.fallbackLocale ?? ("en" as const), sure: false }
      : { ...heard, locale: heard.locale };
  const locale = asked.locale ?? wished ?? found.locale;
  const read = readQuestion(rest, languageToRead(found, asked), {
    lexicon: knowledge.lexicon,
    isKnown: knowledge.knowsWord,
  });
  const scope = scopeOf(read, asked);
  const subject = subjectIn(read, scope, asked);
  const { sections } = knowledge.search.find({ query: rest, locale, product: scope.product });
  return {
    knowledge,
    asked,
    locale,
    localeSure: asked.locale !== undefined || wished !== undefined || found.sure,
    isOther,
    words: rest,
    question: read,
    scope,
    subject,
    texts: knowledgeTexts(locale),
    hits: sections,
  };
}

/** The words are read in their own language, whatever the answer's language is. */
const languageToRead = (
  found: { readonly locale: Locale; readonly sure: boolean },
  { locale, readIn }: Asked,
): Locale => readIn ?? (found.sure ? found.locale : (locale ?? found.locale));

/** A follow-up with one of these asks something else of the same place. */
const VERBS: readonly Signal[] = [
  "manual",
  "restore",
  "retrieve",
  "find",
  "list",
  "download",
  "remove",
  "schedule",
  "import",
  "automatic",
  "inactive",
  "expired",
  "kept",
  "role",
  "contents",
  "encrypted",
  "several",
];

/** A follow-up with one of these asks more of the same action. */
const DETAILS: readonly Signal[] = [
  "support",
  "takes-time",
  "downtime",
  "maintenance",
  "how",
  "command",
  "console",
];

/** What the words of an action would have hinted at. */
const HINTS: Readonly<Record<string, Signal>> = {
  restore: "restore",
  "restore-by-support": "restore",
  retrieve: "retrieve",
  download: "download",
  "database-dump": "dump",
  "automatic-snapshot": "automatic",
  "scheduled-snapshot": "schedule",
};

/** What is asked: by the words themselves, else what the thread was about. */
function subjectIn(question: Question, scope: Scope, { known }: Asked): Subject | undefined {
  const rules = scope.product === "cloudmc" ? CLOUDMC_RULES : COMMERCE_RULES;
  const placed = inPlace(inOurWords(question, scope), scope);
  const own = subjectOf(placed, rules);
  if (own !== undefined || known?.action === undefined) return own;
  const said = { about: known.action, also: [] };
  const heard = heardInThread(question, known.action);
  if (heard.length === 0) return said;
  const about = { ...placed, signals: new Set<Signal>([...question.signals, ...heard]) };
  return subjectOf(about, rules) ?? said;
}

/** What the thread adds to a follow-up that names no thing of its own. */
function heardInThread({ signals }: Question, action: string): readonly Signal[] {
  const says = (words: readonly Signal[]) => words.some((one) => signals.has(one));
  if (says(VERBS)) return ["backup"];
  return says(DETAILS) ? ["backup", HINTS[action] ?? "take"] : [];
}

/** With the plan and the environment the thread has settled. */
const inPlace = (question: Question, { assumed }: Scope): Question => ({
  ...question,
  plans: assumed.plan === undefined ? question.plans : [assumed.plan],
  environments: assumed.environment === undefined ? question.environments : [assumed.environment],
});

/** In Adobe Commerce a "recovery point" can only be a snapshot; the answer says whose word it is. */
const inOurWords = (question: Question, { product }: Scope): Question =>
  product === "commerce-cloud" && question.signals.has("recovery-point")
    ? { ...question, signals: new Set<Signal>([...question.signals, "backup"]) }
    : question;
