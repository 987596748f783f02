import { randomUUID } from "node:crypto";
import { Client } from "pg";

const SERVER = process.env["TEST_POSTGRES_URL"] ?? "postgres://postgres@127.0.0.1:5432/postgres";

/** Whether a server answers. In CI its absence is a failure, not a reason to skip. */
export async function postgresIsThere(): Promise<boolean> {
  try {
    await onServer("SELECT 1");
    return true;
  } catch (cause) {
    if (process.env["CI"] === "true") throw cause;
    console.warn(`NOT TESTED: no PostgreSQL answers at ${SERVER}`);
    return false;
  }
}

/** An empty database of its own, and how to get rid of it. */
export async function ownDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `journey_${randomUUID().replaceAll("-", "")}`;
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: SERVER, connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
