import type { Locale } from "../kernel/locale.ts";
import type { Environment, Plan, Product } from "../kernel/product.ts";

export const VERDICTS = ["yes", "no", "only-if", "via-ticket", "not-documented"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What is asked about, e.g. `manual-snapshot`, `restore`, `retrieve`, `download`, `database-dump`. */
export type Action = string;

export type Texts = Readonly<Record<Locale, string>>;

/** The sentence that proves a verdict, in each language, word for word as in the article. */
export type Evidence = {
  readonly article: string;
  readonly anchor: string;
  readonly quote: Readonly<Partial<Record<Locale, string>>>;
};

/** What holds for product × plans × environments × action. No evidence, no verdict. */
export type PolicyCell = {
  readonly id: string;
  readonly product: Product;
  readonly action: Action;
  /** Empty where the product knows no plans. */
  readonly plans: readonly Plan[];
  readonly environments: readonly Environment[];
  /** CloudMC: `volume-snapshot`, `recovery-point`. */
  readonly objects: readonly string[];
  readonly verdict: Verdict;
  readonly answer: Texts;
  readonly conditions?: Readonly<Record<Locale, readonly string[]>>;
  readonly doubt?: Texts & { readonly id: string };
  readonly evidence: readonly Evidence[];
};

/** A fact that is neither yes nor no: how long, which role, what is inside. */
export type PolicyFact = {
  readonly id: string;
  readonly product: Product;
  /** What it is about, e.g. `retention`, `role`, `contents`, `duration`. */
  readonly topic: string;
  /** Empty where it holds for every plan. */
  readonly plans: readonly Plan[];
  readonly environments: readonly Environment[];
  readonly objects: readonly string[];
  /** The fact in a word: `yes`, `no`, `not stated`, `P7D`, … */
  readonly value?: string;
  readonly answer: Texts;
  readonly doubt?: Texts & { readonly id: string };
  readonly evidence: readonly Evidence[];
};

/** How long and how densely snapshots are kept, as the articles publish it. */
export type PolicySchedule = {
  readonly id: string;
  readonly appliesTo: string;
  readonly plans: readonly Plan[];
  readonly environments: readonly Environment[];
  readonly rows: readonly {
    readonly label: string;
    readonly fromDay: number;
    /** `null`: without end. */
    readonly toDay: number | null;
    /** An ISO 8601 duration; `null`: nothing is documented. */
    readonly spacing: string | null;
  }[];
  readonly caveat?: string;
  readonly sources: readonly string[];
};
