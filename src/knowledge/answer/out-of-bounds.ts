import type { Answer } from "../answer.ts";
import type { Signal } from "../question/signal.ts";
import { STOP_WORDS } from "../words/stop-words.ts";
import type { Thought } from "./thought.ts";
import { say } from "./thought.ts";

const GLUE = new Set(
  "of a an the my our your de d du des la le les l un une notre mon ma nos mes van een het mijn onze ons av en ett min mitt var vara vart mina".split(
    " ",
  ),
);
const COPY_WORD =
  /back-?up|snapshot|sauvegard|instantane|restaur|sakerhetskopi|ogonblicksbild|momentopname|herstel|restor|aterstall/;

/** What is none of our business: other products, prices, what happened in somebody's project. */
export function outOfBounds(thought: Thought): Answer | undefined {
  const { question, scope, texts } = thought;
  const { signals } = question;
  const ours = question.plans.length > 0 || question.products.length > 0;
  if (signals.has("price") && !signals.has("restore")) {
    return say(thought, {
      kind: "out-of-scope",
      text: `${texts.outOfScope} ${texts.noAccount}`,
      sections: [],
    });
  }
  if (signals.has("status") && !isPolicyQuestion(signals)) {
    return say(thought, { kind: "unknown", text: `${texts.noAccount}`, sections: [] });
  }
  if (!ours && (signals.has("foreign") || namesStranger(thought))) {
    return say(thought, { kind: "out-of-scope", text: texts.outOfScope, sections: [] });
  }
  const known = thought.asked.known?.action !== undefined && question.tokens.length <= 8;
  if (
    !known &&
    thought.subject === undefined &&
    !speaksOfCopies(signals) &&
    scope.product === "commerce-cloud"
  ) {
    return undefined;
  }
  return undefined;
}

/** "Has the retention expired" and the like speak of rules, not of what happened. */
const isPolicyQuestion = (signals: ReadonlySet<Signal>): boolean =>
  signals.has("how-long") ||
  signals.has("inactive") ||
  signals.has("without") ||
  signals.has("want");

const COPIES: readonly Signal[] = [
  "backup",
  "back-up-verb",
  "dump",
  "restore",
  "recovery-point",
  "volume",
];

/** Whether a question is about copies or restores at all. */
export const speaksOfCopies = (signals: ReadonlySet<Signal>): boolean =>
  COPIES.some((one) => signals.has(one));

/** The thing to be backed up or restored is a word no article of ours knows. */
function namesStranger({
  question: { tokens, locale, environments },
  knowledge,
  scope,
}: Thought): boolean {
  if (environments.length > 0 || scope.product === "cloudmc") return false;
  return tokens.some((token, at) => {
    if (!COPY_WORD.test(token)) return false;
    const object = tokens.slice(at + 1).find((word, index) => index > 4 || !GLUE.has(word));
    const direct = tokens
      .slice(at + 1, at + 5)
      .every((word) => word === object || GLUE.has(word) || true);
    return direct && object !== undefined && isStranger(object, locale, knowledge.knowsWord);
  });
}

const isStranger = (
  word: string,
  locale: keyof typeof STOP_WORDS,
  knows: (word: string, locale: keyof typeof STOP_WORDS) => boolean,
): boolean =>
  word.length >= 4 &&
  /^\p{L}+$/u.test(word) &&
  !STOP_WORDS[locale].has(word) &&
  !knows(word, locale) &&
  !knows(word, "en");
