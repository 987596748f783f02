import { app } from "./fr/app.ts";
import { finding } from "./fr/finding.ts";
import { form } from "./fr/form.ts";
import { home } from "./fr/home.ts";
import { knowledge } from "./fr/knowledge.ts";
import { problem } from "./fr/problem.ts";
import { report } from "./fr/report.ts";
import { restore } from "./fr/restore.ts";
import { ticket } from "./fr/ticket.ts";
import type { Text } from "./text.ts";

export const fr: Text = { app, finding, form, home, knowledge, problem, report, restore, ticket };
