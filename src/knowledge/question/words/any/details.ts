import type { Grammar } from "../../signal.ts";
import { anyOf } from "../../signal.ts";

/** The same in every language: what one wants to know. */
export const DETAILS: Grammar = {
  contents: anyOf("pub/media", "app/etc", "pub/static"),
  console: anyOf("cloud console", "console"),
  command: anyOf("cli", "magento-cloud(?! console)", "snapshot:\\w+", "terminal(?:en|et)?"),
  "live-option": /--live(?![\w-])/u,
  "no-label": /["'«“„]\s*no backup\b/u,
  objective: anyOf("rpo", "rto"),
};
