import { app } from "./nl/app.ts";
import { form } from "./en/form.ts";
import { home } from "./en/home.ts";
import { knowledge } from "./nl/knowledge.ts";
import { problem } from "./en/problem.ts";
import { restore } from "./en/restore.ts";
import { ticket } from "./en/ticket.ts";
import type { Text } from "./text.ts";

export const nl: Text = { app, form, home, knowledge, problem, restore, ticket };
