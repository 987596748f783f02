import { app } from "./sv/app.ts";
import { finding } from "./sv/finding.ts";
import { form } from "./sv/form.ts";
import { home } from "./sv/home.ts";
import { knowledge } from "./sv/knowledge.ts";
import { problem } from "./sv/problem.ts";
import { report } from "./sv/report.ts";
import { restore } from "./sv/restore.ts";
import { ticket } from "./sv/ticket.ts";
import type { Text } from "./text.ts";

export const sv: Text = { app, finding, form, home, knowledge, problem, report, restore, ticket };
