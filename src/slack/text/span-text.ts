import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../kernel/clock.ts";
import type { Text } from "./text.ts";

/** A length of time in its two largest units: `2 h 5 min`, `3 d 4 h`, `40 s`. */
export function spanText(ms: number, { ticket }: Text): string {
  const { day, hour, minute, second } = ticket.span;
  if (ms < MINUTE_MS) return `${Math.round(ms / 1_000)} ${second}`;
  const parts: readonly [count: number, unit: string][] = [
    [Math.floor(ms / DAY_MS), day],
    [Math.floor((ms % DAY_MS) / HOUR_MS), hour],
    [Math.floor((ms % HOUR_MS) / MINUTE_MS), minute],
  ];
  const first = parts.findIndex(([count]) => count > 0);
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(" ");
}
