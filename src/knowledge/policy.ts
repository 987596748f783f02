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
  readonly instead: readonly Action[];
  readonly doubt?: Texts & { readonly id: string };
  readonly evidence: readonly Evidence[];
};
