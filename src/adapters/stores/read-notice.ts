import type { Selectable } from "kysely";
import { z } from "zod";
import type { OutboxRow } from "../../desk/ports.ts";
import { fromJsonText } from "./json-text.ts";
import type { OutboxTable } from "./schema.ts";

export type Row = Selectable<OutboxTable>;

/** A row whose content is neither damaged nor of another shape. */
export type Readable = { readonly row: Row } & Pick<OutboxRow, "recipient" | "data">;

/** A row that nobody can make a message of. */
export type Unreadable = { readonly row: Row; readonly why: string };

const recipient = z.discriminatedUnion("to", [
  z.object({
    to: z.literal("place"),
    place: z.object({ channel: z.string(), thread: z.string().optional() }),
  }),
  z.object({ to: z.literal("person"), person: z.string() }),
  z.object({ to: z.literal("triage") }),
  z.object({ to: z.literal("card-thread"), ticket: z.string() }),
]);

const data = z.record(z.string(), z.unknown());

/** Reads what a row says and to whom. */
export function readNotice(row: Row): Readable | Unreadable {
  const to = partOf(recipient, row.recipient);
  const said = partOf(data, row.data);
  if (to === undefined) return { row, why: "its recipient cannot be read" };
  if (said === undefined) return { row, why: "its data cannot be read" };
  return {
    row,
    recipient: to as OutboxRow["recipient"],
    data: said as OutboxRow["data"],
  };
}

function partOf<Part>(shape: z.ZodType<Part>, text: string): Part | undefined {
  try {
    return shape.safeParse(fromJsonText(text)).data;
  } catch {
    return undefined;
  }
}
