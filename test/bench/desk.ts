import { loadavg } from "node:os";
import { ownDatabase, postgresIsThere } from "../journeys/own-postgres.ts";
import type { Transport } from "../support/running-desk.ts";
import { measureApp } from "./desk/measure-app.ts";
import type { Measured } from "./desk/measure-app.ts";

/** `node test/bench/bench.ts desk [events]`: what keeping costs, beside Bolt that keeps nothing. */
const events = Number(process.argv.findLast((word) => /^\d+$/.test(word)) ?? 600);
const tickets = Math.max(8, Math.round(events / 15));

const load = () => loadavg()[0]?.toFixed(1) ?? "?";
const rows: (readonly [what: string, transport: Transport, measured: Measured])[] = [];

async function measure(what: string, transport: Transport, databaseUrl?: string): Promise<void> {
  const app = what === "Bolt, empty" ? "floor" : "desk";
  const size = { events, tickets };
  const kept = databaseUrl === undefined ? {} : { databaseUrl };
  rows.push([what, transport, await measureApp({ app, transport, ...kept, ...size })]);
}

async function withPostgres(transport: Transport): Promise<void> {
  const { url, drop } = await ownDatabase();
  try {
    await measure("desk, PostgreSQL", transport, url);
  } finally {
    await drop();
  }
}

const ms = (value: number) => value.toFixed(1);

console.log(`load before ${load()}; ${events} events, ${tickets} tickets each`);
const hasPostgres = await postgresIsThere();
for (const transport of ["socket", "http"] as const) {
  await measure("Bolt, empty", transport);
  await measure("desk, SQLite", transport);
  if (hasPostgres) await withPostgres(transport);
}
console.log(
  "\n| app | transport | events/s, 16 at once | ack p50 / p99 ms at 20/s | tickets/s, 8 at once | ack p50 / p99 ms of a ticket |\n|---|---|---|---|---|---|",
);
for (const [what, transport, { eventsPerSecond, event, ticketsPerSecond, ticket }] of rows) {
  const columns = [
    what,
    transport,
    Math.round(eventsPerSecond),
    `${ms(event.p50)} / ${ms(event.p99)}`,
    Math.round(ticketsPerSecond),
    `${ms(ticket.p50)} / ${ms(ticket.p99)}`,
  ];
  console.log(`| ${columns.join(" | ")} |`);
}
console.log(`\nload after ${load()}`);
