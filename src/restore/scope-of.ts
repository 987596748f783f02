import type { Environment } from "../kernel/product.ts";
import type { Project } from "./ports.ts";
import type { Scope } from "./scope.ts";

/** The scope of one environment of a project. */
export const scopeOf = (project: Project, environment: Environment): Scope => ({
  product: project.product,
  plan: project.plan,
  environment,
  resource: `${project.id}/${environment}`,
});
