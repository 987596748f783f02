import type { Context, Rule, Subject } from "./subject.ts";

/** Pro staging and production: the snapshots there are Adobe's, not the customer's. */
const isManaged = ({ question }: Context): boolean =>
  question.plans.includes("pro") &&
  question.environments.length > 0 &&
  !question.environments.includes("integration");

const PERMISSION =
  /(?<!\p{L})(?:can|could|may|allowed|possible|peut|puis|peux|pouvons|autorise\w*|kan|kun|kunnen|mag|mogen|mogelijk|far|gar det|mojligt|tillatet)(?!\p{L})/u;

const FINDING =
  /(?<!\p{L})(?:find|see|trouv\w*|voir|vois|vind\w*|zien|zie|hitta\w*|ser?)(?!\p{L})/u;

const HOW_OFTEN =
  /how (?:often|frequently)|per day|per hour|combien de fois|frequence|tous les combien|par jour|par heure|hoe vaak|per dag|per uur|hur ofta|om dagen|per timme/;

const LIVE_NEEDED =
  /(?:need|must|have to|has to|require\w*|doit|faut|necessaire|moet|nodig|hoeft|maste|kravs|behover) .{0,40}(?:live|launch\w*|lance\w*|en ligne|gelanceerd|online|lanserad\w*)(?! ?backup)/;

const BUTTON = /button|bouton|knop|knapp/;

const OTHER_PLACE =
  /another|different|other|second|somewhere|elsewhere|autre|ailleurs|different|local|ander|elders|ergens|lokaal|annan|annat|--target|lokal/;

/** From one environment into another: two are named, or "another" is said. */
const crossesOver = ({ question, has }: Context): boolean =>
  has("elsewhere") && (question.environments.length > 1 || OTHER_PLACE.test(question.text));

const hasCopy = ({ any }: Context): boolean => any("backup", "back-up-verb");

/** The questions about dumps, code, files and the recovery mount, which name their own subject. */
const OBJECTS: readonly Rule[] = [
  ({ question, has }) =>
    question.special.includes("second-staging") ||
    (question.special.includes("master") && question.plans.includes("pro") && !has("code"))
      ? "master-and-second-staging"
      : undefined,
  ({ has }) => has("no-label") && "shown-in-console",
  ({ has, any }) =>
    has("maintenance") &&
    any("dump", "database", "backup") &&
    !has("restore") &&
    "dump-maintenance-mode",
  ({ has }) => has("dump", "downtime") && "dump-maintenance-mode",
  ({ has }) => has("objective") && "rpo-rto",
  (context) => mountSubject(context),
  (context) => codeSubject(context),
  (context) =>
    crossesOver(context) &&
    context.any("restore", "import", "copy") &&
    context.any("backup", "dump", "database", "back-up-verb") &&
    "restore-elsewhere",
  ({ has, any, question }) =>
    has("import") &&
    any("dump", "database", "retrieve", "backup") &&
    question.plans[0] !== "starter" &&
    "import-steps",
];

function mountSubject({ has, any, question }: Context): Subject | string | undefined {
  if (!has("mount")) return undefined;
  if (any("extend", "kept") || (has("how-long") && !has("takes-time")))
    return "recovery-mount-kept";
  if (/snap\.time|snaptime/.test(question.text)) return "snap-time";
  if (any("import", "restore")) return "import-steps";
  return any("where", "find") ? "recovery-mount-path" : undefined;
}

function codeSubject(context: Context): Subject | string | undefined {
  const { has, any } = context;
  if (!has("code") || (has("dump") && !has("backup"))) return undefined;
  if (has("restore") && hasCopy(context) && any("change", "contents", "ask")) {
    return has("how") && !has("change") ? "roll-back-code" : "restore-changes-code";
  }
  if (has("restore"))
    return has("change", "ask") && !has("how") ? "restore-changes-code" : "roll-back-code";
  if (hasCopy(context) && any("contents", "change", "back-up-verb")) return "code-in-snapshot";
  return undefined;
}

/** The facts one wants to know of a snapshot: how long, which role, what is inside. */
const FACTS: readonly Rule[] = [
  ({ has }) => has("ticket", "role") && "ticket-who",
  ({ has }) => has("ticket", "takes-time", "how-long") && "ticket-answer-time",
  ({ has, any, question }) =>
    has("ticket") && any("contents", "how", "ask") && !has("restore") && question.plans.length === 0
      ? "ticket-must-state"
      : undefined,
  ({ has, any }) => has("encrypted") && any("backup", "dump", "database") && "encrypted",
  ({ has, any }) =>
    has("inactive") && any("backup", "back-up-verb", "take") && "snapshot-inactive-environment",
  ({ has, any }) => has("takes-time") && any("restore", "import") && !has("kept") && "duration",
  ({ has, any }) => has("role") && any("backup", "restore", "take", "back-up-verb") && "role",
  ({ has, question }) =>
    has("how-long", "takes-time", "database") &&
    /\d/.test(question.text) &&
    !has("kept") &&
    "duration",
  ({ has, question }) =>
    has("backup") &&
    !question.text.includes("--live") &&
    LIVE_NEEDED.test(question.text) &&
    "live-site-needed",
  ({ has, any, question }) =>
    HOW_OFTEN.test(question.text) && any("backup", "back-up-verb") && !has("restore")
      ? { about: "automatic-snapshot", also: ["retention"] }
      : undefined,
  ({ has, any }) =>
    has("restore", "files") &&
    any("change", "contents") &&
    !any("code", "database") &&
    "who-restores-files",
  (context) => retentionSubject(context),
  ({ has, any }) =>
    has("live-option") &&
    !has("restore") &&
    any("ask", "how", "command", "take", "define", "downtime") &&
    "live-option",
  ({ has, any }) => has("without") && any("restore", "how", "retrieve") && "without-backup",
  ({ has, any }) =>
    has("several", "backup") && !any("restore", "list", "all-environments") && "several-snapshots",
];

function retentionSubject(context: Context): string | undefined {
  const { has, any, question } = context;
  if (has("restore") && question.ageDays !== undefined) return undefined;
  if (/retention|retentie|conservation|bewaartermijn|bevarandetid|lagringstid/.test(question.text))
    return "retention";
  if (!hasCopy(context)) return undefined;
  const span =
    /\d+ (?:days?|weeks?|months?|jours?|semaines?|mois|dagen|weken|maanden|dagar|veckor|manader)/;
  if (has("kept") && span.test(question.text) && !any("restore", "take", "retrieve"))
    return "retention";
  return has("how-long", "kept") || (has("how-long") && !any("takes-time", "restore", "dump"))
    ? "retention"
    : undefined;
}

/** The yes and no of the policy. */
const ACTIONS: readonly Rule[] = [
  ({ has, any }) =>
    has("download") &&
    !has("dump") &&
    (any("backup", "back-up-verb") ? "download" : has("database") && "database-dump"),
  ({ question, has, any }) =>
    has("upgrade") &&
    question.environments.length === 0 &&
    any("backup", "dump", "database") &&
    "before-upgrade",
  (context) => dumpSubject(context),
  (context) => supportSubject(context),
  ({ has, any }) => has("remove") && any("backup", "back-up-verb") && "delete-snapshot",
  ({ has, any, question }) =>
    has("schedule") &&
    any("backup", "back-up-verb") &&
    !(has("automatic") && !any("manual") && !/cron/.test(question.text)) &&
    "scheduled-snapshot",
  ({ has, any, question }) =>
    has("where", "which-store", "backup") &&
    !any("retrieve", "restore") &&
    !FINDING.test(question.text) &&
    "stored-where",
  (context) => contentsSubject(context),
  (context) => restoreSubject(context),
  ({ has }) => has("ticket", "backup") && { about: "retrieve", also: ["ticket-must-state"] },
  ({ has, any }) =>
    has("list") &&
    any("backup", "command") &&
    !has("automatic") && {
      about: "list-snapshots",
      also: [],
      showAll: has("how") || has("command"),
    },
  (context) => retrieveSubject(context),
  ({ has, any }) => has("downtime") && any("backup", "back-up-verb", "dump") && "downtime",
];

function dumpSubject(context: Context): Subject | string | undefined {
  const { has, any } = context;
  const plainCopy =
    has("database") &&
    any("copy", "current", "backup") &&
    any("current", "copy", "manual") &&
    !has("restore");
  const ownDump = has("dump") || (plainCopy && !any("support", "automatic"));
  if (!ownDump || has("restore")) return undefined;
  if (has("moment") && !has("current") && (!has("dump") || !has("take"))) return "retrieve";
  if (any("where", "which-store") && !has("take") && !has("current")) return "dump-place";
  return { about: "database-dump", also: has("how") ? ["how-dumped"] : [], showAll: has("how") };
}

function supportSubject(context: Context): string | undefined {
  const { has, any } = context;
  if (!has("support")) return undefined;
  if (has("restore") && !any("ticket", "moment") && any("backup", "database", "ask", "files"))
    return "restore-by-support";
  if (any("automatic") && !has("on-demand")) return undefined;
  if (any("retrieve", "find", "ticket") && !has("take")) return undefined;
  return hasCopy(context) && any("take", "back-up-verb", "on-demand")
    ? "snapshot-on-demand"
    : undefined;
}

function contentsSubject(context: Context): string | undefined {
  const { has, any, question } = context;
  if (!has("backup") || any("restore", "retrieve", "schedule")) return undefined;
  if (has("define") && !any("take", "automatic", "kept")) return "contents";
  if (question.environments.length > 0 && any("take", "automatic") && !has("files"))
    return undefined;
  if (has("contents") && (has("files") || !any("manual", "automatic"))) return "contents";
  return has("files") && any("contents", "ask") && !any("automatic", "manual")
    ? "contents"
    : undefined;
}

function restoreSubject(context: Context): Subject | string | undefined {
  const { has, any, question } = context;
  if (!has("restore")) return undefined;
  const old = (question.ageDays ?? 0) > 7 || has("expired");
  if (old && !isManaged(context)) return "restore-after-retention";
  if (!any("backup", "database", "files", "command") && question.environments.length === 0) {
    return question.plans.length > 0 ? "restore" : undefined;
  }
  if (has("ticket")) return { about: "restore", also: ["ticket-must-state"] };
  return { about: "restore", also: has("how") ? ["how-restored"] : [] };
}

function retrieveSubject(context: Context): Subject | string | undefined {
  const { has, any, question } = context;
  if (!has("backup") || BUTTON.test(question.text)) return undefined;
  const managed =
    isManaged(context) || has("automatic") || (question.ageDays ?? 0) > 0 || has("moment");
  if (
    any("retrieve", "find") &&
    (managed || question.plans.length > 0 || question.environments.length > 0)
  ) {
    return has("take") && !has("automatic") && !has("moment") ? undefined : "retrieve";
  }
  return undefined;
}

/** Taking snapshots: what remains when nothing narrower was said. */
const TAKING: readonly Rule[] = [
  (context) => {
    if (!hasCopy(context) || !context.has("automatic")) return undefined;
    const wanted =
      isManaged(context) && context.has("moment") && !/automat/.test(context.question.text);
    return wanted ? "retrieve" : "automatic-snapshot";
  },
  (context) => takingSubject(context),
];

function takingSubject(context: Context): Subject | undefined {
  const { has, any, question } = context;
  if (!hasCopy(context) || !any("take", "back-up-verb", "manual", "command", "console")) {
    return hasCopy(context) &&
      (question.environments.length > 0 || question.plans.length > 0) &&
      !any("compare", "define")
      ? { about: "manual-snapshot", also: [] }
      : undefined;
  }
  const steps = any("command", "console") && (has("how") || !PERMISSION.test(question.text));
  if (steps && !isManaged(context)) return { about: "how-taken", also: [], showAll: true };
  return { about: "manual-snapshot", also: has("how") ? ["how-taken"] : [] };
}

/** What Adobe Commerce questions are about, narrow rules first. */
export const COMMERCE_RULES: readonly Rule[] = [...OBJECTS, ...FACTS, ...ACTIONS, ...TAKING];
