import type { Locale } from "../../kernel/locale.ts";
import type { Answer } from "../answer.ts";
import type { Knowledge } from "../knowledge.ts";
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
  const { question, texts } = thought;
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
    return say(thought, { kind: "unknown", text: texts.noAccount, sections: [] });
  }
  if (isChat(signals) || wantsShopThing(thought) || (!ours && isStrange(thought))) {
    return say(thought, { kind: "out-of-scope", text: texts.outOfScope, sections: [] });
  }
  return undefined;
}

const isChat = (signals: ReadonlySet<Signal>): boolean =>
  signals.has("chat") && !signals.has("restore");

/** A product, an order, a password is to come back: no snapshot brings back one thing alone. */
const wantsShopThing = ({ question: { signals, plans, environments } }: Thought): boolean =>
  signals.has("shop-thing") &&
  signals.has("restore") &&
  plans.length + environments.length === 0 &&
  !(["backup", "database", "dump", "moment", "recovery-point"] as const).some((one) =>
    signals.has(one),
  );

/** A place to put a copy is no stranger, as long as it is a copy of ours that goes there. */
const isStrange = (thought: Thought): boolean => {
  const { signals } = thought.question;
  const elsewhere = signals.has("other-store") && !(signals.has("download") || signals.has("copy"));
  return signals.has("foreign") || elsewhere || namesStranger(thought);
};

/** "Has the retention expired" and the like speak of rules, not of what happened. */
const isPolicyQuestion = (signals: ReadonlySet<Signal>): boolean =>
  signals.has("how-long") ||
  signals.has("inactive") ||
  (signals.has("how") && signals.has("restore")) ||
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

const DOMAIN: readonly Signal[] = [
  ...COPIES,
  "mount",
  "objective",
  "live-option",
  "no-label",
  "code",
  "maintenance",
  "inactive",
  "ticket",
];

/** Whether a question touches what our articles are about, so that a passage is no lucky hit. */
export const touchesDomain = (signals: ReadonlySet<Signal>): boolean =>
  (speaksOfCopies(signals) || !signals.has("other-topic")) &&
  DOMAIN.some((one) => signals.has(one));

/** Whether a question is about copies or restores at all. */
export const speaksOfCopies = (signals: ReadonlySet<Signal>): boolean =>
  COPIES.some((one) => signals.has(one));

/** What can be asked of any system: there the thing spoken of decides. */
const GENERAL = new Set([
  undefined,
  "manual-snapshot",
  "automatic-snapshot",
  "restore",
  "retrieve",
  "download",
  "how-taken",
  "database-dump",
  "scheduled-snapshot",
  "retention",
]);

/** The thing to be backed up or restored is a word no article of ours knows. */
function namesStranger({ question, knowledge, scope, subject }: Thought): boolean {
  if (question.environments.length > 0 || scope.product === "cloudmc") return false;
  if (!GENERAL.has(subject?.about)) return false;
  const { tokens, locale } = question;
  return tokens.some((token, at) => {
    if (!COPY_WORD.test(token)) return false;
    const rest = tokens.slice(at + 1, at + 6);
    const named = rest.filter((word) => !GLUE.has(word) && word !== "up").slice(0, 2);
    const bound = GLUE.has(rest[0] ?? "") || rest[0] === "up";
    return bound && named.length > 0 && named.every((word) => isStranger(word, locale, knowledge));
  });
}

const isStranger = (word: string, locale: Locale, { knowsStem, lexicon }: Knowledge): boolean =>
  word.length >= 4 &&
  /^\p{L}+$/u.test(word) &&
  !STOP_WORDS[locale].has(word) &&
  !lexicon.hasWord(word) &&
  !knowsStem(word, locale) &&
  !knowsStem(word, "en");
