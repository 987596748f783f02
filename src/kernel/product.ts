/** What Snapdesk speaks about. Answers never mix the two. */
export const PRODUCTS = ["commerce-cloud", "cloudmc"] as const;
export type Product = (typeof PRODUCTS)[number];

export const PLANS = ["starter", "pro", "pro-legacy"] as const;
export type Plan = (typeof PLANS)[number];

export const ENVIRONMENTS = ["integration", "staging", "production"] as const;
export type Environment = (typeof ENVIRONMENTS)[number];
