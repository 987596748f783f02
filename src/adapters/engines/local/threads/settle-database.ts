import { DatabaseSync } from "node:sqlite";

/** Makes a database's copy one file and checks it. Both take as long as the database is large. */
export function settleDatabase(file: string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec("PRAGMA journal_mode=DELETE");
    const [row] = database.prepare("PRAGMA integrity_check(1)").all();
    if (row?.["integrity_check"] !== "ok") throw new Error("integrity check failed");
  } finally {
    database.close();
  }
}
