/** What the words of a question hint at. Several together decide what is asked. */
export const SIGNALS = [
  // what it is about
  "backup",
  "back-up-verb",
  "dump",
  "database",
  "code",
  "culprit",
  "files",
  // what is done
  "take",
  "restore",
  "retrieve",
  "find",
  "list",
  "download",
  "remove",
  "schedule",
  "import",
  "copy",
  "extend",
  "cancel",
  "change",
  // in which way
  "automatic",
  "manual",
  "support",
  "on-demand",
  "inactive",
  "elsewhere",
  "expired",
  "several",
  "current",
  "without",
  // what one wants to know of it
  "how-long",
  "kept",
  "takes-time",
  "role",
  "contents",
  "encrypted",
  "where",
  "which-store",
  "console",
  "command",
  "live-option",
  "maintenance",
  "no-label",
  "objective",
  "ticket",
  "upgrade",
  "mount",
  "compare",
  "downtime",
  "define",
  "launched",
  // CloudMC
  "recovery-point",
  "volume",
  "instance",
  "memory",
  "template",
  "data-disk",
  "counts-as-backup",
  // in which tone
  "ask",
  "how",
  "want",
  "you-do",
  "moment",
  "all-environments",
  "all-plans",
  "unsure",
  // none of our business
  "price",
  "status",
  "foreign",
  "other-store",
  "shop-thing",
  "other-topic",
  "chat",
  "account",
] as const;

export type Signal = (typeof SIGNALS)[number];

/** The patterns of a language, for text in lower case without accents. */
export type Grammar = Readonly<Partial<Record<Signal, RegExp>>>;

/** Any of the alternatives, as whole words; a pattern may use regular expression syntax. */
export const anyOf = (...alternatives: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join("|")})(?![\\p{L}\\p{N}])`, "u");
