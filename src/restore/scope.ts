import type { Environment, Plan, Product } from "../kernel/product.ts";

/**
 * What is protected. `resource` is opaque to the desk: project and environment, a volume, an instance,
 * a directory, a database.
 */
export type Scope = {
  readonly product: Product;
  readonly plan?: Plan;
  readonly environment?: Environment;
  readonly resource: string;
};
