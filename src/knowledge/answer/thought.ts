import type { Locale } from "../../kernel/locale.ts";
import type { Answer, Asked, SectionHit } from "../answer.ts";
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
export function say(
  { locale, localeSure, scope, subject, hits, texts }: Thought,
  said: Said,
): Answer {
  const [plan] = scope.plans.length === 1 ? scope.plans : [];
  const [environment] = scope.environments.length === 1 ? scope.environments : [];
  const [object] = scope.product === "cloudmc" && scope.objects.length === 1 ? scope.objects : [];
  const fence = scope.product === "cloudmc" ? texts.fenceFromCommerce : texts.fenceFromCloudmc;
  const aside = said.kind === "out-of-scope" || said.kind === "unknown";
  return {
    locale,
    localeSure,
    topic: {
      product: scope.product,
      ...(plan === undefined || !scope.settled.plan ? {} : { plan }),
      ...(environment === undefined || !scope.settled.environment ? {} : { environment }),
      ...(subject === undefined || subject.about === "" ? {} : { action: subject.about }),
      ...(object === undefined ? {} : { object }),
    },
    assumed: aside ? {} : scope.assumed,
    verdicts: [],
    citations: [],
    sections: hits.slice(0, 10),
    ...(scope.fenced && !aside ? { fence } : {}),
    ...said,
  };
}
