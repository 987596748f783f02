import { app } from "./sv/app.ts";
import { knowledge } from "./sv/knowledge.ts";
import type { Text } from "./text.ts";

export const sv: Text = { app, knowledge };
