import type { VerdictChange } from "./knowledge-ports.ts";
import type { Notice } from "./notice.ts";

/** The report of a week, posted to the writers or drawn anew there. `why` tells one drawing from the next. */
export const reportNotice = (channel: string, report: string, why: string): Notice => ({
  idem: `report:${report}:${why}`,
  recipient: { to: "place", place: { channel } },
  kind: "report",
  slot: `report:${report}`,
  data: { report },
});

/** A verdict that changed, told to the writers or drawn anew there. */
export const flipNotice = (
  channel: string,
  { cell, from, to, since }: VerdictChange,
  why: string,
): Notice => ({
  idem: `flip:${cell}:${since}:${why}`,
  recipient: { to: "place", place: { channel } },
  kind: "flip",
  slot: `flip:${cell}:${since}`,
  data: { cell, from, to, since },
});
