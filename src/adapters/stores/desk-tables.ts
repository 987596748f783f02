import type { Schema } from "./schema.ts";

export type DeskTable = Exclude<keyof Schema, "beat" | "schema_migration">;

/** What an export holds, in an order in which it can be put back, with the columns that sort it. */
export const DESK_TABLES: readonly (readonly [table: DeskTable, ...keys: string[]])[] = [
  ["counter", "name"],
  ["inbox", "seq"],
  ["ticket", "seq"],
  ["draft", "draft", "version"],
  ["job", "id"],
  ["effect", "idem"],
  ["outbox", "id"],
  ["slot", "slot"],
  ["timer", "key"],
  ["question", "seq"],
  ["voice", "channel", "thread"],
  ["report", "id"],
  ["judgement", "key", "what"],
  ["verdict", "cell"],
  ["recall", "question_id", "round"],
  ["audit", "seq"],
  ["audit_head", "id"],
];

/** Tables whose first key counts up by itself. */
export const COUNTING: readonly DeskTable[] = ["inbox", "ticket", "job", "outbox", "question"];
