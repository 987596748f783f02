import type { Environment } from "../../../kernel/product.ts";
import { EngineError } from "../../../restore/engine-error.ts";
import type { Scope } from "../../../restore/scope.ts";
import type { EnvironmentSite, ProjectSite } from "../../projects/project-site.ts";

export type Site = { readonly project: ProjectSite; readonly environment: EnvironmentSite };

/** The environment a scope names, as `project/environment` or by its own field. */
export function siteOf(projects: readonly ProjectSite[], scope: Scope): Site {
  const [id = "", name] = scope.resource.split("/");
  const project = projects.find((one) => one.id === id);
  const wanted = scope.environment ?? name;
  const environment = project?.sites.find((one) => one.name === wanted);
  if (project !== undefined && environment !== undefined) return { project, environment };
  const message = `Cannot find the environment "${scope.resource}": expected one of the projects file`;
  throw new EngineError("not-found", "no", { message });
}

/** The scope as it is written into manifests and compared: what the projects file says counts. */
export const fullScope = ({ project, environment }: Site): Required<Scope> => ({
  product: project.product,
  plan: project.plan,
  environment: environment.name,
  resource: resourceOf(project.id, environment.name),
});

const resourceOf = (project: string, environment: Environment): string =>
  `${project}/${environment}`;
