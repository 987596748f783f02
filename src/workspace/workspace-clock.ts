import type { Clock, Instant } from "../kernel/clock.ts";

/** A clock that can be put forward, and the timers that follow it. */
export type WorkspaceClock = {
  readonly now: Clock;
  /** Runs something once the time has passed, by waiting or by `advance`. Returns how to call it off. */
  after(ms: number, run: () => void): () => void;
  /** Puts the clock forward and runs what has become due, in order. */
  advance(ms: number): void;
  /** Calls all timers off. */
  close(): void;
};

type Timer = { readonly due: number; readonly run: () => void; handle: NodeJS.Timeout };

/** Follows another clock, as far ahead of it as `advance` has put it. */
export function workspaceClock(base: Clock): WorkspaceClock {
  let aheadMs = 0;
  const timers = new Set<Timer>();
  const now = () => (base() + aheadMs) as Instant;

  const arm = (due: number, run: () => void): Timer => {
    const timer: Timer = {
      due,
      run,
      handle: setTimeout(() => fire(timer), Math.max(0, due - now())),
    };
    timers.add(timer);
    return timer;
  };
  const fire = (timer: Timer) => {
    clearTimeout(timer.handle);
    if (timers.delete(timer)) timer.run();
  };
  return {
    now,
    after(ms, run) {
      const timer = arm(now() + ms, run);
      return () => {
        clearTimeout(timer.handle);
        timers.delete(timer);
      };
    },
    advance(ms) {
      aheadMs += ms;
      const inOrder = [...timers].toSorted((a, b) => a.due - b.due);
      for (const timer of inOrder) {
        clearTimeout(timer.handle);
        if (timer.due <= now()) fire(timer);
        else timer.handle = setTimeout(() => fire(timer), timer.due - now());
      }
    },
    close() {
      for (const timer of timers) clearTimeout(timer.handle);
      timers.clear();
    },
  };
}
