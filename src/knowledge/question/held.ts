import type { Locale } from "../../kernel/locale.ts";
import { patternsOf } from "./read-question.ts";
import type { Signal } from "./signal.ts";

/** What the reading of an action has understood, beside the place and the copy. */
export const HELD: Readonly<Record<string, readonly Signal[]>> = {
  "manual-snapshot": ["take", "manual", "command", "console", "live-option"],
  "automatic-snapshot": ["automatic", "take", "launched", "support"],
  restore: ["restore", "take", "manual", "command", "console", "database", "files", "moment"],
  "database-dump": [
    "dump",
    "database",
    "take",
    "download",
    "copy",
    "current",
    "manual",
    "moment",
    "automatic",
    "schedule",
    "command",
  ],
  "scheduled-snapshot": ["schedule", "automatic", "take", "manual", "command", "moment"],
  "list-snapshots": ["list", "find", "command", "console"],
  "dump-maintenance-mode": ["dump", "maintenance", "downtime", "database", "take"],
  create: ["take", "manual", "recovery-point", "volume", "instance", "data-disk"],
  "roll-back": ["restore", "recovery-point", "instance", "manual"],
  "template-from-snapshot": ["template", "take", "recovery-point", "volume", "instance"],
  "data-disk-from-snapshot": ["data-disk", "take", "volume"],
};

/** A copy, as a thing or as a deed. */
export const COPIES: readonly Signal[] = ["backup", "back-up-verb"];
/** In which tone something is asked. */
export const TONES: readonly Signal[] = ["ask", "how", "want"];
/** Said of anything: "ran an import", "in the console". These make no clause one about a copy. */
export const LOOSE: ReadonlySet<Signal> = new Set<Signal>([
  "take",
  "command",
  "console",
  "manual",
  "moment",
  "find",
  "database",
  "files",
]);

/** Habits, which nobody needs leave for: "may we" asks for something else. */
export const HABITS: ReadonlySet<string> = new Set(["automatic-snapshot", "dump-maintenance-mode"]);
/** Habits that somebody else has: an event of ours does not set them off. */
export const EVENTFUL: ReadonlySet<string> = new Set(["automatic-snapshot"]);
/** What needs a copy that is still there. */
export const GOING_BACK: ReadonlySet<string> = new Set(["restore", "roll-back"]);

/** The patterns of several hints. */
export const allPatterns = (signals: readonly Signal[], locale: Locale): RegExp[] =>
  signals.flatMap((one) => patternsOf(one, locale));
