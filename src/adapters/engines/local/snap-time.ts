import type { Instant } from "../../../kernel/clock.ts";

/** When a retrieved snapshot was really taken, as the file beside it says: `2026-11-18 08:15:03.250000+00:00`. */
export const snapTime = (at: Instant): string =>
  new Date(at).toISOString().replace("T", " ").replace("Z", "000+00:00");
