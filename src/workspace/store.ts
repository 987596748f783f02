import { DatabaseSync } from "node:sqlite";
import type { Message, View } from "./model.ts";

/** What outlives the process: messages, Home tabs, secrets and the place of the id counters. */
export type Store = {
  messages(): readonly Message[];
  homes(): readonly View[];
  keepMessage(message: Message): void;
  dropMessage(message: Message): void;
  keepHome(view: View): void;
  fact(key: string): string | undefined;
  keepFact(key: string, value: string): void;
  close(): void;
};

/** Keeps nothing. */
export const noStore: Store = {
  messages: () => [],
  homes: () => [],
  keepMessage() {},
  dropMessage() {},
  keepHome() {},
  fact: () => undefined,
  keepFact() {},
  close() {},
};

const TABLES = `
  create table if not exists message (ts text primary key, body text not null) strict;
  create table if not exists home (person text primary key, body text not null) strict;
  create table if not exists fact (key text primary key, value text not null) strict;`;

/** Opens or makes the SQLite file. Each change is on disk before the method returns. */
export function openStore(path: string): Store {
  const database = new DatabaseSync(path);
  database.exec(
    "pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000",
  );
  database.exec(TABLES);
  const bodies = (table: "message" | "home"): readonly unknown[] =>
    database
      .prepare(`select body from ${table}`)
      .all()
      .map((row): unknown => JSON.parse(String(row["body"])));
  const putMessage = database.prepare("insert or replace into message values (?, ?)");
  const putHome = database.prepare("insert or replace into home values (?, ?)");
  const putFact = database.prepare("insert or replace into fact values (?, ?)");
  const oneFact = database.prepare("select value from fact where key = ?");
  const cut = database.prepare("delete from message where ts = ?");
  return {
    messages: () => (bodies("message") as Message[]).toSorted(byTs),
    homes: () => bodies("home") as View[],
    keepMessage: (message) => void putMessage.run(message.ts, JSON.stringify(message)),
    dropMessage: (message) => void cut.run(message.ts),
    keepHome: (view) => void putHome.run(view.user, JSON.stringify(view)),
    fact: (key) => textIn(oneFact.get(key)),
    keepFact: (key, value) => void putFact.run(key, value),
    close: () => database.close(),
  };
}

const byTs = (a: Message, b: Message): number => Number(a.ts) - Number(b.ts);

const textIn = (row: Record<string, unknown> | undefined): string | undefined =>
  typeof row?.["value"] === "string" ? row["value"] : undefined;
