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

/** What the role may do beyond what the desk needs. */
async function advice(kysely: Kysely<Schema>): Promise<readonly string[]> {
  const { rows } = await sql<{ superuser: boolean; makes: boolean }>`
    select rolsuper as superuser,
      coalesce(has_schema_privilege(current_user, current_schema(), 'create'), false) as makes
    from pg_roles where rolname = current_user`.execute(kysely);
  const [role] = rows;
  if (role?.superuser === true) {
    return [
      "The database role is a superuser: give the desk a role of its own that owns only its schema",
    ];
  }
  return role?.makes === true
    ? [
        "The database role may change tables while the desk runs: start new versions once with that role, and let the desk run with one that may only read and write rows",
      ]
    : [];
}

/**
 * Refuses connections on which a statement may take for ever: what stands between us and the server has
 * dropped the limits we ask for.
 */
export async function checkSession(kysely: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ limit: string }>`
    select current_setting('statement_timeout') as limit`.execute(kysely);
  if (rows[0]?.limit === "0") {
    throw new Error("Cannot use this PostgreSQL server: expected statement_timeout to be kept");
  }
}
