import type { app } from "./en/app.ts";
import type { knowledge } from "./en/knowledge.ts";

/** Every text of our own in one language; the English one says which there are. */
export type Text = {
  readonly app: typeof app;
  readonly knowledge: typeof knowledge;
};
