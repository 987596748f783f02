import type { Rule } from "../subject.ts";
import { when } from "../subject.ts";
import {
  asksHowOften,
  asksPermission,
  asksWhetherLive,
  asksWhoTakes,
  asksWhenTaken,
  hasCopy,
  hasTheRole,
  isManaged,
  namesSpan,
  saysRetention,
  saysRole,
} from "./hints.ts";

/** The recovery mount, where support puts a retrieved snapshot. */
export const MOUNT_RULES: Rule = when(
  ({ has }) => has("mount"),
  ({ has, any }) =>
    (any("extend", "kept") || (has("how-long") && !has("takes-time"))) && "recovery-mount-kept",
  ({ question }) => /snap\.time|snaptime/.test(question.text) && "snap-time",
  ({ any }) => any("import", "restore") && "import-steps",
  ({ any }) => any("where", "find") && "recovery-mount-path",
);

const TICKET_RULES: Rule = when(
  ({ has }) => has("ticket"),
  ({ has }) => has("role") && "ticket-who",
  ({ has }) => has("takes-time", "how-long") && "ticket-answer-time",
  ({ has, any, question }) =>
    any("contents", "how", "ask") &&
    !has("restore") &&
    question.plans.length === 0 &&
    "ticket-must-state",
);

const DURATION_RULES: Rule = when(
  ({ has }) => has("takes-time") && !has("kept"),
  ({ any }) => any("restore", "import") && "duration",
  ({ has, question }) => has("how-long", "database") && /\d/.test(question.text) && "duration",
);

const RETENTION_RULES: Rule = when(
  ({ has, question }) => !has("restore") || question.ageDays === undefined,
  (context) => saysRetention(context) && "retention",
  when(
    hasCopy,
    (context) =>
      context.has("kept") &&
      namesSpan(context) &&
      !context.any("restore", "take", "retrieve") &&
      "retention",
    ({ has }) => has("how-long", "kept") && "retention",
    ({ has, any }) => has("how-long") && !any("takes-time", "restore", "dump") && "retention",
  ),
);

/** The facts one wants to know of a snapshot: how long, which role, what is inside. */
export const FACT_RULES: readonly Rule[] = [
  (context) =>
    context.has("backup") &&
    context.any("support", "mount", "retrieve") &&
    asksWhenTaken(context) &&
    "snap-time",
  TICKET_RULES,
  ({ has, any }) => has("encrypted") && any("backup", "dump", "database") && "encrypted",
  ({ has, any }) =>
    has("inactive") && any("backup", "back-up-verb", "take") && "snapshot-inactive-environment",
  DURATION_RULES,
  (context) =>
    context.has("role") &&
    !(hasTheRole(context) && asksPermission(context)) &&
    (!isManaged(context) ||
      (saysRole(context) && !(context.has("take") && asksPermission(context)))) &&
    context.any("backup", "restore", "take", "back-up-verb") &&
    "role",
  (context) => context.has("backup") && asksWhetherLive(context) && "live-site-needed",
  (context) =>
    asksHowOften(context) &&
    hasCopy(context) &&
    !context.has("restore") && { about: "automatic-snapshot", also: ["retention"] },
  (context) => hasCopy(context) && asksWhoTakes(context) && "automatic-snapshot",
  ({ has, any }) =>
    has("restore", "files") &&
    any("change", "contents") &&
    !any("code", "database") &&
    "who-restores-files",
  RETENTION_RULES,
  ({ has, any }) =>
    has("live-option") &&
    !has("restore") &&
    any("ask", "how", "command", "take", "define", "downtime") &&
    "live-option",
  ({ has, any }) => has("without") && any("restore", "how", "retrieve") && "without-backup",
  ({ has, any, question }) =>
    has("several", "backup") &&
    question.environments.length < 2 &&
    !any("restore", "list", "all-environments") &&
    "several-snapshots",
];
