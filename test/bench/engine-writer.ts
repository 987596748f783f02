import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseSync } from "node:sqlite";

/** Commits to a database until it is ended: every commit adds a row and counts it. */
const database = new DatabaseSync(process.argv[2] ?? "", { timeout: 10_000 });
database.exec("CREATE TABLE IF NOT EXISTS tally (n INTEGER NOT NULL)");
const rows = Number(database.prepare("SELECT count(*) AS n FROM entry").get()?.["n"]);
database.exec("DELETE FROM tally");
database.prepare("INSERT INTO tally (n) VALUES (?)").run(rows);
const insert = database.prepare("INSERT INTO entry (text) VALUES (?)");
const count = database.prepare("UPDATE tally SET n = n + 1");
process.stdout.write("ready\n");

let commits = 0;
process.on("SIGTERM", () => {
  process.stdout.write(`${commits}\n`);
  process.exit(0);
});
for (;;) {
  database.exec("BEGIN IMMEDIATE");
  insert.run(`order ${commits} `.repeat(40));
  count.run();
  database.exec("COMMIT");
  commits += 1;
  await sleep(2);
}
