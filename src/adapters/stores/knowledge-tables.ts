import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { Schema } from "./schema.ts";
import type { TableWords } from "./table-words.ts";

/** What the desk keeps for those who write the articles. */
export async function knowledgeTables(
  t: Transaction<Schema>,
  { end, integer, text }: TableWords,
): Promise<void> {
  await sql`create table report (
    id ${text} primary key, at ${integer} not null, data text not null)${end}`.execute(t);
  await sql`create table judgement (
    key ${text} not null, what ${text} not null check (what in ('false-alarm', 'fix')),
    actor text not null, at ${integer} not null, words text not null, ticket_id ${text},
    primary key (key, what))${end}`.execute(t);
  await sql`create table verdict (
    cell ${text} primary key, verdict text not null, since ${integer} not null,
    corpus text not null)${end}`.execute(t);
  await sql`create table recall (
    question_id ${text} not null references question (id), round ${integer} not null,
    actor text not null, at ${integer} not null, data text not null,
    primary key (question_id, round))${end}`.execute(t);
}
