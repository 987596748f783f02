/** Where a passage stands, in every language. */
export type PassagePlace = { readonly slug: string; readonly anchor: string };

const IMPORT = "import-a-retrieved-snapshot";
const RESTORE = "restore-a-snapshot";

/** The articles the steps after a restore rest on. @see content/articles */
const SOURCES: Readonly<Record<string, PassagePlace>> = {
  "read-snap-time": { slug: IMPORT, anchor: "mount" },
  "copy-off-within-7-days": { slug: IMPORT, anchor: "seven-days" },
  "dump-current-database": { slug: IMPORT, anchor: "import" },
  "drop-and-create-database": { slug: IMPORT, anchor: "import" },
  "import-database": { slug: IMPORT, anchor: "import" },
  "check-shop": { slug: RESTORE, anchor: "what-comes-back" },
  "compare-with-current": { slug: RESTORE, anchor: "elsewhere" },
  "copy-what-is-needed": { slug: RESTORE, anchor: "elsewhere" },
};

/** The passage a step of the customer rests on; undefined where it needs none. */
export const sourceOfStep = (code: string): PassagePlace | undefined => SOURCES[code];
