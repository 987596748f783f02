import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";

/** 15, as the server counts. */
const OLDEST = 150_000;

/** Without these an acknowledged commit may be lost with the machine. */
const MUST_BE_ON = ["fsync", "full_page_writes", "synchronous_commit"];

/**
 * Refuses a server that does not keep what it acknowledges.
 *
 * @returns what an operator should know, one sentence each
 */
export async function checkPostgres(kysely: Kysely<Schema>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings
    where name in ('server_version_num', 'fsync', 'full_page_writes', 'synchronous_commit')`.execute(
    kysely,
  );
  const settings = new Map(rows.map((row) => [row.name, row.setting]));
  if (Number(settings.get("server_version_num")) < OLDEST) {
    throw new Error("Cannot use this PostgreSQL server: expected version 15 or newer");
  }
  const off = MUST_BE_ON.filter((name) => settings.get(name) === "off");
  if (off.length > 0) {
    throw new Error(`Cannot use this PostgreSQL server: expected ${off.join(", ")} to be on`);
  }
  return advice(kysely);
}

async function advice(kysely: Kysely<Schema>): Promise<readonly string[]> {
  const { rows } = await sql<{ rolsuper: boolean }>`
    select rolsuper from pg_roles where rolname = current_user`.execute(kysely);
  return rows.some((row) => row.rolsuper)
    ? [
        "The database role is a superuser: give the desk a role of its own that owns only its schema",
      ]
    : [];
}
