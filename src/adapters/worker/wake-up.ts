/** A sleep that can be cut short. A wake-up that comes while nobody sleeps is remembered. */
export type WakeUp = {
  wake(): void;
  /** Resolves after a wake-up, or after this many milliseconds. */
  sleep(ms: number): Promise<void>;
};

export function wakeUp(): WakeUp {
  let pending = false;
  let cutShort: (() => void) | undefined;
  return {
    wake: () => {
      pending = true;
      cutShort?.();
    },
    sleep: async (ms) => {
      if (!pending) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          cutShort = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      pending = false;
      cutShort = undefined;
    },
  };
}
