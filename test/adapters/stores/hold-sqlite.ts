import { openSqlite } from "../../../src/adapters/stores/open-sqlite.ts";

/** Opens the file named on the command line and holds it until it is killed. */
const [, , path = ""] = process.argv;
try {
  await openSqlite(path);
  process.send?.("open");
  setInterval(() => {}, 60_000);
} catch (cause) {
  process.send?.(String(cause));
}
