import { app } from "./sv/app.ts";
import { form } from "./en/form.ts";
import { home } from "./en/home.ts";
import { knowledge } from "./sv/knowledge.ts";
import { problem } from "./en/problem.ts";
import { restore } from "./en/restore.ts";
import { ticket } from "./en/ticket.ts";
import type { Text } from "./text.ts";

export const sv: Text = { app, form, home, knowledge, problem, restore, ticket };
