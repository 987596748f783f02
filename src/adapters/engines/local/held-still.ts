import type { EnvironmentSite } from "../../projects/project-site.ts";

/** Whether a copy of an environment is of one instant: one database alone is, by its own transaction. */
export const isHeldStill = ({
  directories,
  databases,
}: Pick<EnvironmentSite, "directories" | "databases">): boolean =>
  directories.length === 0 && databases.length === 1;
