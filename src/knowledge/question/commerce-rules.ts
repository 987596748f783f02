import { ACTION_RULES, LOSS_RULES, TAKING_RULES } from "./rules/action-rules.ts";
import { CODE_RULES } from "./rules/code-rules.ts";
import { MAINTENANCE_RULES } from "./rules/dump-rules.ts";
import { FACT_RULES, MOUNT_RULES } from "./rules/fact-rules.ts";
import { isTooOld, asksForSize, crossesOver, goesInto, hasCopy, movesOver } from "./rules/hints.ts";
import type { Context, Rule } from "./subject.ts";
import { NOT_COVERED } from "./subject.ts";

/** A Pro `master` or a second staging: environments no document speaks of. */
const namesSpecial = ({ question: { special, plans }, has }: Context): boolean =>
  special.includes("second-staging") ||
  (special.includes("master") && plans.includes("pro") && !has("code"));

/** Whether support imports the database, rather than how one does it oneself. */
const importBySupport: Rule = ({ has, any }) =>
  has("import", "support") &&
  any("ask", "on-demand") &&
  !has("how") &&
  (!has("mount") || has("on-demand")) &&
  "restore-by-support";

/** What Adobe Commerce questions are about, narrow rules first. */
export const COMMERCE_RULES: readonly Rule[] = [
  (context) => namesSpecial(context) && "master-and-second-staging",
  ({ has }) => has("no-label") && "shown-in-console",
  ({ has }) => has("cancel") && !has("code") && NOT_COVERED,
  (context) => hasCopy(context) && asksForSize(context) && NOT_COVERED,
  MAINTENANCE_RULES,
  ({ has }) => has("objective") && "rpo-rto",
  importBySupport,
  MOUNT_RULES,
  CODE_RULES,
  (context) =>
    (crossesOver(context) || goesInto(context)) &&
    !isTooOld(context) &&
    (context.any("restore", "import", "copy") || movesOver(context)) &&
    context.any("backup", "dump", "database", "back-up-verb") &&
    "restore-elsewhere",
  ({ has, any, question }) =>
    has("import") &&
    any("dump", "database", "retrieve", "backup") &&
    question.plans[0] !== "starter" &&
    "import-steps",
  ...FACT_RULES,
  ...ACTION_RULES,
  TAKING_RULES,
  LOSS_RULES,
];
