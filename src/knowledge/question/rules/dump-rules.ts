import type { Context, Rule } from "../subject.ts";
import { when } from "../subject.ts";
import { saysOnly } from "./hints.ts";

/** Said so, it is a snapshot that is meant, whatever is in it. */
const SNAPSHOT = /snapshot|instantane|ogonblicksbild|momentopname/;

/** A copy of the database as it is now, made by oneself: a dump by another name. */
const isPlainCopy = (context: Context): boolean =>
  context.has("database") &&
  context.any("copy", "current", "backup", "back-up-verb") &&
  (context.any("current", "copy", "manual") ||
    (saysOnly(context) && context.has("back-up-verb"))) &&
  !SNAPSHOT.test(context.question.text) &&
  !context.any("support", "automatic");

/** Data, not a snapshot, is to be kept longer than snapshots are. */
const keepsData = ({ has }: Context): boolean =>
  has("database", "extend") && !has("backup") && !has("mount");

/** A past moment is wanted, which no dump can give. */
const isOfThePast = ({ has }: Context): boolean =>
  has("moment") && !has("current") && !has("dump", "take");

/** Maintenance mode, which a dump switches on. */
export const MAINTENANCE_RULES: Rule = when(
  ({ has, any }) =>
    (has("maintenance") &&
      any("dump", "database", "backup") &&
      !has("restore") &&
      (has("dump") || !has("automatic"))) ||
    has("dump", "downtime"),
  () => "dump-maintenance-mode",
);

/** Database dumps: of the present state, by oneself, on every plan. */
export const DUMP_RULES: Rule = when(
  (context) =>
    (context.has("dump") || isPlainCopy(context) || keepsData(context)) &&
    !context.has("restore") &&
    !context.has("compare", "backup"),
  (context) => isOfThePast(context) && "retrieve",
  ({ any }) => any("where", "which-store") && !any("take", "current") && "dump-place",
  ({ has }) => ({
    about: "database-dump",
    also: has("how") ? ["how-dumped"] : [],
    showAll: has("how"),
  }),
);
