import type { Locale } from "../kernel/locale.ts";
import type { Environment, Plan, Product } from "../kernel/product.ts";
import type { Action, Verdict } from "./policy.ts";

/** A passage that proves or supports what is said, word for word from its article. */
export type Citation = {
  readonly slug: string;
  readonly anchor: string;
  readonly heading: string;
  readonly title: string;
  readonly locale: Locale;
  readonly quote: string;
  readonly edition?: string;
  /** Public address of the article, where one is configured or known. */
  readonly url?: string;
  /** The text is of an older edition than another language's. */
  readonly stale?: boolean;
};

export type SectionHit = {
  readonly slug: string;
  readonly anchor: string;
  readonly heading: string;
  readonly locale: Locale;
  readonly score: number;
};

export type Missing = "plan" | "environment" | "product" | "action";

/** What a question is about, as far as it is known. */
export type Topic = {
  readonly product?: Product;
  readonly plan?: Plan;
  readonly environment?: Environment;
  readonly action?: Action;
  /** CloudMC: what the question is about. */
  readonly object?: string;
};

/** One verdict of an answer: a question about several environments has several. */
export type ProvenVerdict = {
  readonly cell: string;
  readonly verdict: Verdict;
  readonly plan?: Plan;
  readonly environment?: Environment;
  /** One or two sentences in the asker's language; alone, also conditions and steps, each a line. */
  readonly text: string;
  readonly citations: readonly Citation[];
};

export type AnswerKind =
  | "verdict"
  | "passages"
  | "ask-back"
  | "restore-request"
  | "unknown"
  | "out-of-scope"
  /** Asked in a language that is none of ours. */
  | "other-language";

/** What the desk says to a question. */
export type Answer = {
  readonly locale: Locale;
  /** The language was clear from the words themselves. */
  readonly localeSure: boolean;
  readonly kind: AnswerKind;
  readonly topic: Topic;
  /** What was not said but taken from the thread: shown, so that it can be put right. */
  readonly assumed: Topic;
  readonly verdict?: Verdict;
  readonly verdicts: readonly ProvenVerdict[];
  readonly askBack?: readonly Missing[];
  /** Answers to choose from where something is asked back; `unknown` ("I am not sure") is always possible. */
  readonly choices?: readonly { readonly field: Missing; readonly value: string }[];
  /** The whole answer in plain text. */
  readonly text: string;
  /** The doubt that must be named, in one sentence. */
  readonly doubt?: string;
  /** A word of the other product was used: which product it belongs to, in one sentence. */
  readonly fence?: string;
  readonly citations: readonly Citation[];
  /** At most 10, best first. */
  readonly sections: readonly SectionHit[];
  /** The state of the corpus it was made from. */
  readonly corpus?: string;
};

/** A question as it reaches knowledge. */
export type Asked = {
  readonly words: string;
  /** The language to answer in, where the asker has chosen one. */
  readonly locale?: Locale;
  /** The thread's language, else the client's: decides only where the words are too few to tell. */
  readonly fallbackLocale?: Locale;
  /** What the thread, a button or an option has settled. */
  readonly known?: Topic;
  /** What was asked back and answered with "I am not sure": every case is told side by side. */
  readonly unsure?: readonly Missing[];
  /** The language the words are in, where it is known already. */
  readonly readIn?: Locale;
};
