import { app } from "./nl/app.ts";
import { finding } from "./nl/finding.ts";
import { form } from "./nl/form.ts";
import { home } from "./nl/home.ts";
import { knowledge } from "./nl/knowledge.ts";
import { problem } from "./nl/problem.ts";
import { report } from "./nl/report.ts";
import { restore } from "./nl/restore.ts";
import { ticket } from "./nl/ticket.ts";
import type { Text } from "./text.ts";

export const nl: Text = { app, finding, form, home, knowledge, problem, report, restore, ticket };
