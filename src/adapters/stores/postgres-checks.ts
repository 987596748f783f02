import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";

/** 15, as the server counts. */
const OLDEST = 150_000;

/** Without these an acknowledged commit may be lost with the machine. */
const MUST_BE_ON = ["fsync", "full_page_writes", "synchronous_commit"];

/** What stands against a server, one sentence each. */
export type PostgresFindings = {
  /** The desk does not start with these. */
  readonly refusals: readonly string[];
  /** What an operator should know. */
  readonly advice: readonly string[];
};

/** Looks whether a server keeps what it acknowledges, over a connection as the desk will use it. */
export async function examinePostgres(kysely: Kysely<Schema>): Promise<PostgresFindings> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name in ('server_version_num', 'fsync',
      'full_page_writes', 'synchronous_commit', 'statement_timeout')`.execute(kysely);
  return {
    refusals: refusalsOf(new Map(rows.map((row) => [row.name, row.setting]))),
    advice: adviceFor(await rightsOf(kysely)),
  };
}

/** @throws where the server is refused */
export async function checkPostgres(kysely: Kysely<Schema>): Promise<PostgresFindings> {
  const findings = await examinePostgres(kysely);
  const { refusals } = findings;
  if (refusals.length > 0) {
    throw new Error(`Cannot use this PostgreSQL server: expected ${refusals.join(", and ")}`);
  }
  return findings;
}

/** What its settings have against a server, as what is expected instead. */
export function refusalsOf(settings: ReadonlyMap<string, string>): readonly string[] {
  const old = Number(settings.get("server_version_num")) < OLDEST;
  const off = MUST_BE_ON.filter((name) => settings.get(name) === "off");
  return [
    ...(old ? ["version 15 or newer"] : []),
    ...(off.length > 0 ? [`${off.join(", ")} to be on`] : []),
    // We ask for a limit: something between us and the server has dropped it.
    ...(settings.get("statement_timeout") === "0" ? ["statement_timeout to be kept"] : []),
  ];
}

type Rights = { readonly superuser: boolean; readonly makes: boolean };

/** What the role of these connections may do beyond what the desk needs while it runs. */
async function rightsOf(kysely: Kysely<Schema>): Promise<Rights> {
  const { rows } = await sql<Rights>`
    select rolsuper as superuser,
      coalesce(has_schema_privilege(current_user, current_schema(), 'create'), false) or exists (
        select 1 from pg_class where relowner = pg_roles.oid and relkind = 'r'
          and relnamespace = to_regnamespace(current_schema())) as makes
    from pg_roles where rolname = current_user`.execute(kysely);
  return rows[0] ?? { superuser: false, makes: false };
}

function adviceFor({ makes, superuser }: Rights): readonly string[] {
  const remedy = "name a role that owns the tables in DATABASE_OWNER_URL, and another one here";
  if (superuser) return [`The database role is a superuser: ${remedy}`];
  return makes ? [`The database role may change tables while the desk runs: ${remedy}`] : [];
}
