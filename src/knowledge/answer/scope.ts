import type { Environment, Plan, Product } from "../../kernel/product.ts";
import { ENVIRONMENTS, PLANS } from "../../kernel/product.ts";
import type { Asked, Missing, Topic } from "../answer.ts";
import type { Signal } from "../question/signal.ts";
import type { Question } from "../question/read-question.ts";

/** What a question is about, and which part of that was only assumed. */
export type Scope = {
  readonly product: Product;
  readonly plans: readonly Plan[];
  readonly environments: readonly Environment[];
  /** CloudMC: `volume-snapshot`, `recovery-point`; both where neither is named. */
  readonly objects: readonly string[];
  /** The plan, the environment were named or are known. */
  readonly settled: { readonly plan: boolean; readonly environment: boolean };
  readonly assumed: Topic;
  readonly unsure: readonly Missing[];
  /** A word of the other product was used. */
  readonly fenced: boolean;
};

const OBJECTS = ["volume-snapshot", "recovery-point"] as const;
const SHORT_ANSWER = 6;

/** Narrows a question to product, plans and environments: by its words, else by what is known. */
export function scopeOf(question: Question, { known = {}, unsure = [] }: Asked): Scope {
  const cloudmcWords = speaksOfCloudmc(question);
  const product = productOf(question, known, cloudmcWords);
  const doubts = unsureOf(question, unsure);
  const base = { product, unsure: doubts, objects: objectsOf(question, known) };
  if (product === "cloudmc") {
    const settled = { plan: true, environment: true };
    const fenced = question.plans.length > 0;
    return { ...base, fenced, plans: [], environments: [], settled, assumed: {} };
  }
  const plan = partOf(plansOf(question), known.plan, openPlans(doubts));
  const environment = partOf(environmentsOf(question), known.environment, ENVIRONMENTS);
  return {
    ...base,
    fenced: cloudmcWords,
    plans: plan.values,
    environments: environment.values,
    settled: {
      plan: plan.settled || doubts.includes("plan"),
      environment: environment.settled || doubts.includes("environment"),
    },
    assumed: {
      ...(plan.assumed === undefined ? {} : { plan: plan.assumed }),
      ...(environment.assumed === undefined ? {} : { environment: environment.assumed }),
    },
  };
}

type Part<Value> = {
  readonly values: readonly Value[];
  readonly settled: boolean;
  readonly assumed?: Value;
};

/** What the words name, else what is known, else everything that is open. */
function partOf<Value>(
  named: readonly Value[],
  known: Value | undefined,
  open: readonly Value[],
): Part<Value> {
  if (named.length > 0) return { values: named, settled: true };
  if (known !== undefined) return { values: [known], settled: true, assumed: known };
  return { values: open, settled: false };
}

/** Pro Legacy counts only when it is named, or when the asker does not know the plan. */
const openPlans = (unsure: readonly Missing[]): readonly Plan[] =>
  unsure.includes("plan") ? PLANS : ["starter", "pro"];

const plansOf = ({ plans, signals }: Question): readonly Plan[] =>
  plans.length === 0 && signals.has("all-plans") ? ["starter", "pro"] : plans;

/** The branch `master` is production on Starter; until the plan is known, it is all one can mean. */
function environmentsOf(question: Question): readonly Environment[] {
  if (question.signals.has("all-environments") && question.environments.length === 0)
    return ENVIRONMENTS;
  const master = question.special.includes("master") && !question.plans.includes("pro");
  return master && question.environments.length === 0 ? ["production"] : question.environments;
}

function productOf(question: Question, known: Topic, cloudmcWords: boolean): Product {
  const named = question.products;
  if (named.includes("cloudmc") && !named.includes("commerce-cloud")) return "cloudmc";
  if (named.includes("commerce-cloud") || question.plans.length > 0) return "commerce-cloud";
  if (known.product !== undefined) return known.product;
  if (known.plan !== undefined) return "commerce-cloud";
  return cloudmcWords && question.environments.length === 0 ? "cloudmc" : "commerce-cloud";
}

const VOLUME_SNAPSHOT =
  /volume-?snapshot|volym-?(?:snapshot|ogonblicks)|volume-?momentopname|copies? instantanees?/;
const COMMERCE_HINTS: readonly Signal[] = ["download", "mount", "files"];

/** Instance, volume, hypervisor or template beside a copy; "recovery point" beside any of those. */
function speaksOfCloudmc({ signals, products, text }: Question): boolean {
  if (products.includes("cloudmc")) return true;
  if (signals.has("objective")) return false;
  const hint =
    signals.has("instance") ||
    signals.has("memory") ||
    signals.has("template") ||
    signals.has("data-disk");
  if (signals.has("recovery-point") || VOLUME_SNAPSHOT.test(text)) return true;
  const ours = COMMERCE_HINTS.some((one) => signals.has(one));
  return (hint || signals.has("volume")) && signals.has("backup") && !ours;
}

function objectsOf({ signals, text }: Question, known: Topic): readonly string[] {
  const named = OBJECTS.filter((one) =>
    one === "recovery-point"
      ? signals.has("recovery-point")
      : signals.has("volume") ||
        (signals.has("backup") &&
          !signals.has("counts-as-backup") &&
          (!signals.has("recovery-point") || /snapshot/.test(text))) ||
        /copies? instantanees?/.test(text),
  );
  if (named.length > 0) return named;
  return known.object === undefined ? OBJECTS : [known.object];
}

/** A short "I don't know" answers what was asked back. */
function unsureOf(question: Question, given: readonly Missing[]): readonly Missing[] {
  const short = question.tokens.length <= SHORT_ANSWER && question.signals.has("unsure");
  return short ? [...new Set<Missing>([...given, "plan", "environment"])] : given;
}
