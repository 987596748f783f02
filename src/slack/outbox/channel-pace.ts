import type { Clock } from "../../kernel/clock.ts";
import { keepLast } from "./keep-last.ts";

/** How fast a channel may be written to. */
export type Pace = { readonly spacingMs: number; readonly burst: number };

/** Slack's: one message a second, a short burst is fine. */
export const SLACK_PACE: Pace = { spacingMs: 1_000, burst: 3 };

/** Tells how long to wait before the next message in a channel. */
export type ChannelPace = {
  /** Takes one place in the channel; milliseconds until it may be used. */
  take(channel: string): number;
  /** Slack has asked for silence in this channel. */
  hold(channel: string, ms: number): void;
};

/** Channels beyond these have been silent for longer than any pace lasts. */
const REMEMBERED = 2_000;

/** Counts with "the earliest time the next message is due", moved on by each one. */
export function channelPace({ spacingMs, burst }: Pace, now: Clock): ChannelPace {
  const due = new Map<string, number>();
  const held = new Map<string, number>();
  return {
    take(channel) {
      const at = now();
      const next = Math.max(due.get(channel) ?? 0, at - burst * spacingMs) + spacingMs;
      keepLast(due, { key: channel, value: next, most: REMEMBERED });
      const until = Math.max(next, held.get(channel) ?? 0);
      return Math.max(0, until - at);
    },
    hold(channel, ms) {
      keepLast(held, { key: channel, value: now() + ms, most: REMEMBERED });
    },
  };
}
