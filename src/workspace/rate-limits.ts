import type { Clock } from "../kernel/clock.ts";

const MINUTE_MS = 60_000;
const BURST = 3;

/** Counts calls and tells when one comes too early. */
export type RateLimits = {
  /** Seconds to wait, or 0 where the call may go on. */
  waitFor(method: string, perMinute: number, channel: string): number;
};

/** Limits by method, and one post a second for each channel with a burst of three. */
export function makeRateLimits(now: Clock): RateLimits {
  const calls = new Map<string, number[]>();
  const posts = new Map<string, { left: number; at: number }>();

  const perMethod = (method: string, perMinute: number): number => {
    const recent = (calls.get(method) ?? []).filter((at) => at > now() - MINUTE_MS);
    const [oldest] = recent;
    if (recent.length >= perMinute && oldest !== undefined) {
      return Math.max(1, Math.ceil((oldest + MINUTE_MS - now()) / 1_000));
    }
    calls.set(method, [...recent, now()]);
    return 0;
  };
  const perChannel = (channel: string): number => {
    const before = posts.get(channel) ?? { left: BURST, at: now() };
    const left = Math.min(BURST, before.left + (now() - before.at) / 1_000);
    posts.set(channel, { left: left < 1 ? left : left - 1, at: now() });
    return left < 1 ? 1 : 0;
  };
  return {
    waitFor(method, perMinute, channel) {
      const wait = method === "chat.postMessage" ? perChannel(channel) : 0;
      return wait > 0 ? wait : perMethod(method, perMinute);
    },
  };
}
