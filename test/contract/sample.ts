import type { NewTicket, Opening } from "../../src/desk/ports.ts";
import type { NewJob } from "../../src/desk/job.ts";
import type { Notice } from "../../src/desk/notice.ts";
import type { PersonId } from "../../src/kernel/ids.ts";

export const ANNA: PersonId = "T0LOCAL/U0ANNA";
export const OPS1: PersonId = "T0LOCAL/U0OPS1";
export const OPS2: PersonId = "T0LOCAL/U0OPS2";

export const restore: NewTicket = {
  kind: "restore",
  requester: ANNA,
  locale: "sv",
  origin: { channel: "C0ASK", thread: "1700000000.000100" },
  words: "Databasen är borta 😬 <@U0OPS1> & co",
  case: { environment: "staging", gapMs: 1_200_000 },
};

export const question: NewTicket = { ...restore, kind: "question", origin: { channel: "D0ANNA" } };

export const note = (action = "desk.opened") => ({ action, data: {} });

export const opened: Opening<unknown> = (ticket) => ({
  audit: { action: "desk.opened", data: { id: ticket.id } },
});

export const job = (idem: string, more: Partial<NewJob> = {}): NewJob => ({
  kind: "restore.run",
  idem,
  data: { step: 1 },
  ...more,
});

export const notice = (idem: string, more: Partial<Notice> = {}): Notice => ({
  idem,
  recipient: { to: "triage" },
  kind: "line.claimed",
  data: {},
  ...more,
});

/** Does the same n times at once. */
export const atOnce = <T>(n: number, work: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => work(i)));
