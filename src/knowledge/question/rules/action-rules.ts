import type { Context, Rule } from "../subject.ts";
import { when } from "../subject.ts";
import { DUMP_RULES } from "./dump-rules.ts";
import {
  LONGEST_KEPT_DAYS,
  asksAFavour,
  asksForAWay,
  asksPermission,
  asksToDoItOneself,
  asksWhatIsInside,
  automates,
  isGivenRegularly,
  goesViaSupport,
  hasCopy,
  isManaged,
  isPlaced,
  isTooOld,
  looksForIt,
  saysByHand,
  saysOrUs,
  saysSupportTakes,
  saysUnless,
  saysWhatVendorDoes,
  saysLost,
  seeksButton,
  seesCopies,
} from "./hints.ts";

const DOWNLOAD_RULES: Rule = when(
  ({ has }) => has("download") && !has("dump"),
  (context) => hasCopy(context) && "download",
  ({ has }) => has("database") && "database-dump",
);

/** What support does and does not do. */
const SUPPORT_RULES: Rule = when(
  ({ has }) => has("support"),
  (context) =>
    context.has("restore") &&
    !goesViaSupport(context) &&
    !context.has("ticket") &&
    (!context.has("moment") || context.has("manual") || saysOrUs(context)) &&
    (isPlaced(context) || context.any("backup", "database", "ask", "files")) &&
    "restore-by-support",
  when(
    ({ has, any }) => has("take") || !any("retrieve", "find", "ticket"),
    (context) =>
      (!context.has("automatic") || asksAFavour(context) || saysSupportTakes(context)) &&
      !saysWhatVendorDoes(context) &&
      !saysUnless(context) &&
      hasCopy(context) &&
      context.any("take", "back-up-verb", "on-demand") &&
      "snapshot-on-demand",
  ),
);

/** Something is to be done with the environment named, so its contents are not the point. */
const actsOnPlace = ({ has, any, question }: Context): boolean =>
  question.environments.length > 0 && any("take", "automatic") && !has("files");

const CONTENTS_RULES: Rule = when(
  ({ has, any }) => has("backup") && !any("restore", "retrieve", "schedule"),
  ({ has, any }) => has("define") && !any("take", "automatic", "kept") && "contents",
  (context) => asksWhatIsInside(context) && "contents",
  when(
    (context) => !actsOnPlace(context),
    ({ has, any }) =>
      has("contents") && (has("files") || !any("manual", "automatic")) && "contents",
    ({ has, any }) =>
      has("files") && any("contents", "ask") && !any("automatic", "manual") && "contents",
  ),
);

const RESTORE_RULES: Rule = when(
  ({ has }) => has("restore"),
  (context) => isTooOld(context) && "restore-after-retention",
  when(
    ({ any, question }) =>
      any("backup", "database", "files", "command") ||
      question.environments.length > 0 ||
      question.plans.length > 0,
    ({ has }) => has("ticket") && { about: "restore", also: ["ticket-must-state"] },
    ({ has }) => ({
      about: "restore",
      also: [
        ...(has("how") ? ["how-restored"] : []),
        ...(has("culprit") ? ["roll-back-code"] : []),
      ],
    }),
  ),
);

/** Whether the snapshots of Pro begin before the launch. */
const isBeforeLaunch = (context: Context): boolean =>
  isManaged(context) &&
  context.has("launched") &&
  !context.any("manual", "restore", "want") &&
  !asksPermission(context);

/** What a copy of that age is good for: nothing after its seven days, a ticket where Adobe keeps it. */
const AGE_RULES: Rule = when(
  (context) =>
    context.has("backup") &&
    !context.any("take", "manual", "automatic", "schedule", "launched", "console", "command"),
  (context) =>
    isManaged(context) &&
    (context.has("moment") || (context.question.ageDays ?? 0) > 0) &&
    "retrieve",
  (context) => (context.question.ageDays ?? 0) > LONGEST_KEPT_DAYS && "restore-after-retention",
);

/** A copy that exists already is wanted, not a new one. */
const RETRIEVE_RULES: Rule = when(
  (context) =>
    context.has("backup") &&
    !seeksButton(context) &&
    !isBeforeLaunch(context) &&
    !isGivenRegularly(context) &&
    !saysByHand(context) &&
    context.any("retrieve", "find"),
  when(
    (context) =>
      isPlaced(context) ||
      context.any("automatic", "moment") ||
      (context.question.ageDays ?? 0) > 0,
    ({ has, any }) => (!has("take") || any("automatic", "moment")) && "retrieve",
  ),
);

/** The yes and no of the policy. */
export const ACTION_RULES: readonly Rule[] = [
  DOWNLOAD_RULES,
  ({ question, has, any }) =>
    has("upgrade") &&
    question.environments.length === 0 &&
    any("backup", "dump", "database") &&
    "before-upgrade",
  DUMP_RULES,
  ({ has }) => has("compare", "backup", "dump") && { about: "contents", also: ["dump-when"] },
  SUPPORT_RULES,
  (context) => context.has("remove") && hasCopy(context) && "delete-snapshot",
  (context) =>
    context.has("schedule") &&
    hasCopy(context) &&
    (!context.has("automatic") ||
      context.has("manual") ||
      automates(context) ||
      /cron|taches? planifi|scheduled (?:job|task)|geplande ta|schemalag\w+ jobb/.test(
        context.question.text,
      )) &&
    "scheduled-snapshot",
  (context) =>
    context.has("where", "backup") &&
    (context.has("which-store") || !(isPlaced(context) || context.any("take", "console"))) &&
    !context.any("retrieve", "restore") &&
    !looksForIt(context) &&
    "stored-where",
  CONTENTS_RULES,
  ({ question: { text } }) =>
    /snapshot:list/.test(text) && !/snapshot:restore/.test(text) && "list-snapshots",
  RESTORE_RULES,
  ({ has }) => has("ticket", "backup") && { about: "retrieve", also: ["ticket-must-state"] },
  ({ has, any }) =>
    has("list") &&
    any("backup", "command") && {
      about: "list-snapshots",
      also: [],
      showAll: any("how", "command"),
    },
  (context) =>
    isManaged(context) &&
    context.has("backup", "console") &&
    looksForIt(context) &&
    !context.any("where", "find", "how", "no-label") &&
    "list-snapshots",
  (context) => seesCopies(context) && "list-snapshots",
  RETRIEVE_RULES,
  AGE_RULES,
  (context) => context.has("downtime") && (hasCopy(context) || context.has("dump")) && "downtime",
];

/** "Is there a backup from Tuesday": one that exists is wanted. */
const wantsOneOfThePast = (context: Context): boolean =>
  isManaged(context) &&
  context.has("moment") &&
  (context.any("want", "how", "retrieve") || !/automat/.test(context.question.text));

/** Taking snapshots: what remains when nothing narrower was said. */
export const TAKING_RULES: Rule = when(
  hasCopy,
  (context) =>
    context.has("automatic") &&
    !asksToDoItOneself(context) &&
    (wantsOneOfThePast(context) ? "retrieve" : "automatic-snapshot"),
  (context) =>
    (isBeforeLaunch(context) ||
      isGivenRegularly(context) ||
      saysUnless(context) ||
      saysWhatVendorDoes(context)) &&
    "automatic-snapshot",
  when(
    ({ any }) => any("take", "back-up-verb", "manual", "command", "console"),
    (context) =>
      context.any("command", "console") &&
      ((context.has("how") && !asksForAWay(context)) || !asksPermission(context)) &&
      !isManaged(context) && { about: "how-taken", also: [], showAll: true },
    ({ has }) => ({ about: "manual-snapshot", also: has("how") ? ["how-taken"] : [] }),
  ),
  (context) => isPlaced(context) && !context.any("compare", "define") && "manual-snapshot",
);

/** Nothing was said but that something is gone: how it comes back is the answer. */
export const LOSS_RULES: Rule = (context) =>
  context.question.environments.length > 0 &&
  saysLost(context) && { about: "restore", also: ["how-restored"] };
