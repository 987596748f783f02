/** What one edition claims otherwise than the others. */
export type Difference<Key> = {
  readonly rule:
    | "negation-differs"
    | "scope-differs"
    | "quantity-differs"
    | "environment-differs"
    | "plan-differs";
  readonly odd: Key;
  /** How many editions say otherwise together. */
  readonly votes: number;
  /** How telling the difference is by itself, 0 to 1. */
  readonly weight: number;
  readonly reason: string;
};
