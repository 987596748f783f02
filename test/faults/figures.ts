import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Figures } from "./setting.ts";

const EVERY_MS = 2;
const MB = 1_024 * 1_024;

const inMs = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - EVERY_MS);

/** Starts to measure this process; each call tells what it was like since then. */
export function measureItself(): () => Figures {
  const delay = monitorEventLoopDelay({ resolution: EVERY_MS });
  delay.enable();
  return () => {
    const loop = { loopP99: inMs(delay.percentile(99)), loopMax: inMs(delay.max) };
    const { rss, heapUsed } = process.memoryUsage();
    return { ...loop, rssMb: rss / MB, heapMb: heapUsed / MB };
  };
}
