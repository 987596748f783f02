import { app } from "./en/app.ts";
import { finding } from "./en/finding.ts";
import { form } from "./en/form.ts";
import { home } from "./en/home.ts";
import { knowledge } from "./en/knowledge.ts";
import { problem } from "./en/problem.ts";
import { report } from "./en/report.ts";
import { restore } from "./en/restore.ts";
import { ticket } from "./en/ticket.ts";
import type { Text } from "./text.ts";

export const en: Text = { app, finding, form, home, knowledge, problem, report, restore, ticket };
