import type { Locale } from "../../kernel/locale.ts";
import type { Answer, Asked, SectionHit, Topic } from "../answer.ts";
import type { Knowledge } from "../knowledge.ts";
import type { Question } from "../question/read-question.ts";
import type { Subject } from "../question/subject.ts";
import type { KnowledgeTexts } from "../text/knowledge-texts.ts";

import type { Scope } from "./scope.ts";

/** Everything one answer is made from. */
export type Thought = {
  readonly knowledge: Knowledge;
  readonly asked: Asked;
  readonly locale: Locale;
  readonly localeSure: boolean;
  /** The words are of a language that is none of ours. */
  readonly isOther: boolean;
  /** The words without a wish for a language. */
  readonly words: string;
  readonly question: Question;
  readonly scope: Scope;
  readonly subject: Subject | undefined;
  readonly texts: KnowledgeTexts;
  /** Sections the search finds, best first. */
  readonly hits: readonly SectionHit[];
};

type Said = Pick<Answer, "kind" | "text"> & Partial<Answer>;

/** An answer with everything that is the same whatever its kind. */
export function say(thought: Thought, said: Said): Answer {
  const { locale, localeSure, scope, hits, texts } = thought;
  const fence = scope.product === "cloudmc" ? texts.fenceFromCommerce : texts.fenceFromCloudmc;
  const aside = ["out-of-scope", "other-language", "unknown"].includes(said.kind);
  return {
    locale,
    localeSure,
    topic: topicOf(thought),
    assumed: aside ? {} : scope.assumed,
    verdicts: [],
    citations: [],
    sections: hits.slice(0, 10),
    ...(scope.fenced && !aside ? { fence } : {}),
    ...said,
  };
}

/** `master` beside no plan: what it is will only be known with the plan. */
const isOther = ({ special, environments, plans }: Question): boolean =>
  special.length > 0 && environments.length === 0 && !plans.includes("starter");

/** What is settled about a question: what a thread may hold on to. */
function topicOf({ scope, subject, question }: Thought): Topic {
  const { product, settled } = scope;
  const plan = settled.plan ? onlyOne(scope.plans) : undefined;
  const environment =
    settled.environment && !isOther(question) ? onlyOne(scope.environments) : undefined;
  const object = product === "cloudmc" ? onlyOne(scope.objects) : undefined;
  const action = subject?.about ?? "";
  return {
    product,
    ...(plan === undefined ? {} : { plan }),
    ...(environment === undefined ? {} : { environment }),
    ...(action === "" ? {} : { action }),
    ...(object === undefined ? {} : { object }),
  };
}

const onlyOne = <One>(values: readonly One[]): One | undefined =>
  values.length === 1 ? values[0] : undefined;
