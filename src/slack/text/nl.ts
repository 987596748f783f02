import { app } from "./nl/app.ts";
import { knowledge } from "./nl/knowledge.ts";
import type { Text } from "./text.ts";

export const nl: Text = { app, knowledge };
