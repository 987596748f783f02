import { isAbsolute, join } from "node:path";
import { parseDocument } from "yaml";
import { z } from "zod";
import { ENVIRONMENTS, PLANS, PRODUCTS } from "../../kernel/product.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { EnvironmentSite, ProjectSite, Root } from "./project-site.ts";

/** One fault of the projects file, with the place it stands at: `projects.0.environments.staging.state`. */
export type ProjectFault = { readonly at: string; readonly reason: string };

const ID = /^[a-z0-9][a-z0-9-]{0,62}$/;
const NAME = /^[\w][\w.-]{0,62}$/;

const paths = z.record(z.string().regex(NAME), z.string().min(1)).optional();

const environment = z.strictObject({
  state: z.enum(["active", "inactive"]).default("active"),
  engine: z.enum(["local", "commerce-cloud", "ebs", "cloudstack", "restic"]).default("local"),
  directories: paths,
  databases: paths,
  roles: z.strictObject({ admin: z.array(z.string().min(1)) }).optional(),
});

const project = z.strictObject({
  id: z.string().regex(ID),
  name: z.string().min(1),
  product: z.enum(PRODUCTS).default("commerce-cloud"),
  plan: z.enum(PLANS).optional(),
  environments: z.partialRecord(z.enum(ENVIRONMENTS), environment),
});

const shape = z.strictObject({
  projects: z.array(
    project.refine(({ product, plan }) => product === "cloudmc" || plan !== undefined, {
      path: ["plan"],
      message: `Expected one of ${PLANS.join(", ")}`,
    }),
  ),
});

type Written = z.infer<typeof environment>;

/**
 * Reads `projects.yaml`. All faults at once.
 *
 * @param base where relative paths of the file start
 */
export function readProjects(
  text: string,
  base: string,
): Result<readonly ProjectSite[], readonly ProjectFault[]> {
  const document = parseDocument(text, { uniqueKeys: true });
  if (document.errors.length > 0) {
    return fail(
      document.errors.map(({ message, linePos }) => ({ at: lineOf(linePos), reason: message })),
    );
  }
  const read = shape.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (!read.success) {
    return fail(
      read.error.issues.map(({ path, message }) => ({ at: path.join("."), reason: message })),
    );
  }
  const projects = read.data.projects.map((one) => toProject(one, base));
  const faults = [...twice(projects), ...projects.flatMap(nothingNamed)];
  return faults.length > 0 ? fail(faults) : ok(projects);
}

const lineOf = (places: readonly [{ line: number }, ...unknown[]] | undefined): string =>
  places === undefined ? "the file" : `line ${places[0].line}`;

/** Stands where CloudMC, which has no plans, is asked for one. */
const NO_PLAN = "starter";

function toProject(written: z.infer<typeof project>, base: string): ProjectSite {
  const { id, name, product, plan = NO_PLAN } = written;
  const sites = ENVIRONMENTS.flatMap((one) => {
    const found = written.environments[one];
    return found === undefined ? [] : [toSite(one, found, base)];
  });
  return { id, name, product, plan, environments: sites.map((one) => one.name), sites };
}

function toSite(name: EnvironmentSite["name"], written: Written, base: string): EnvironmentSite {
  const { state, engine, directories, databases, roles } = written;
  return {
    name,
    state,
    engine,
    directories: roots(directories, base),
    databases: roots(databases, base),
    ...(roles === undefined ? {} : { admins: roles.admin }),
  };
}

const roots = (named: Readonly<Record<string, string>> | undefined, base: string): Root[] =>
  Object.entries(named ?? {}).map(([name, path]) => ({
    name,
    path: isAbsolute(path) ? path : join(base, path),
  }));

function twice(projects: readonly ProjectSite[]): ProjectFault[] {
  const ids = projects.map(({ id }) => id);
  return ids
    .filter((id, at) => ids.indexOf(id) !== at)
    .map((id) => ({ at: "projects", reason: `Cannot use the id "${id}" twice` }));
}

function nothingNamed({ id, sites }: ProjectSite): ProjectFault[] {
  return sites.flatMap(({ name, engine, directories, databases }) => {
    const at = `${id}.${name}`;
    const taken = directories.some((one) => one.name === "databases");
    const names = new Set(directories.map((one) => one.name));
    const double = databases.find((one) => names.has(one.name))?.name;
    const empty = engine === "local" && directories.length + databases.length === 0;
    return [
      ...(taken
        ? [{ at, reason: 'Cannot name a directory "databases": databases are put there' }]
        : []),
      ...(double === undefined
        ? []
        : [{ at, reason: `Cannot use the name "${double}" for a directory and a database` }]),
      ...(empty
        ? [{ at, reason: "Cannot protect nothing: expected a directory or a database" }]
        : []),
    ];
  });
}
