import { app } from "./en/app.ts";
import { knowledge } from "./en/knowledge.ts";
import type { Text } from "./text.ts";

export const en: Text = { app, knowledge };
