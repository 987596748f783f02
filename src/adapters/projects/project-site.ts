import type { Environment } from "../../kernel/product.ts";
import type { Project } from "../../restore/ports.ts";
import type { EngineId } from "../../restore/snapshot.ts";

/** A folder or a database under the name it has inside a snapshot. */
export type Root = { readonly name: string; readonly path: string };

/** One environment of a project, where its data lies and who may do what with it. */
export type EnvironmentSite = {
  readonly name: Environment;
  readonly state: "active" | "inactive";
  readonly engine: EngineId;
  readonly directories: readonly Root[];
  /** SQLite databases outside of the directories; inside of them they are found by themselves. */
  readonly databases: readonly Root[];
  /** Who holds the Admin role; undefined where nobody is named: then everybody who reaches the engine. */
  readonly admins?: readonly string[];
};

/** A project with everything its snapshot engine needs to know. */
export type ProjectSite = Project & { readonly sites: readonly EnvironmentSite[] };
