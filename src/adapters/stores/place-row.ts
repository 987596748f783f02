import type { Place } from "../../desk/ticket.ts";

/** A place as it was kept. */
export const toPlace = (row: {
  readonly channel: string;
  readonly thread: string | null;
}): Place => ({
  channel: row.channel,
  ...(row.thread === null ? {} : { thread: row.thread }),
});
