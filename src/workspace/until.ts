import type { Until } from "./driver-types.ts";
import type { Hub } from "./hub.ts";

const USUAL_MS = 5_000;

/** Builds the waiter: it looks again at each change, never by the clock. */
export const untilChange =
  (hub: Hub): Until =>
  (look, { timeoutMs = USUAL_MS, what = "something" } = {}) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`Cannot see ${what}: expected it within ${timeoutMs} ms`));
      }, timeoutMs);
      const settle = () => {
        clearTimeout(timer);
        stop();
      };
      const again = () => {
        try {
          const found = look();
          if (found === undefined || found === null || found === false) return;
          settle();
          resolve(found);
        } catch (error) {
          settle();
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      const stop = hub.listen(again);
      again();
    });
