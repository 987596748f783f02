import type { app } from "./en/app.ts";
import type { finding } from "./en/finding.ts";
import type { form } from "./en/form.ts";
import type { home } from "./en/home.ts";
import type { knowledge } from "./en/knowledge.ts";
import type { problem } from "./en/problem.ts";
import type { report } from "./en/report.ts";
import type { restore } from "./en/restore.ts";
import type { ticket } from "./en/ticket.ts";

/** Every text of our own in one language; the English one says which there are. */
export type Text = {
  readonly app: typeof app;
  readonly finding: typeof finding;
  readonly form: typeof form;
  readonly home: typeof home;
  readonly knowledge: typeof knowledge;
  readonly problem: typeof problem;
  readonly report: typeof report;
  readonly restore: typeof restore;
  readonly ticket: typeof ticket;
};
