import { app } from "./fr/app.ts";
import { knowledge } from "./fr/knowledge.ts";
import type { Text } from "./text.ts";

export const fr: Text = { app, knowledge };
