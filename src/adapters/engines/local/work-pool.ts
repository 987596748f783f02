/** A few jobs at once: the first failure is thrown by whoever adds or drains next. */
export function workPool(limit: number) {
  const running = new Set<Promise<void>>();
  let failure: { readonly cause: unknown } | undefined;
  const check = (): void => {
    if (failure !== undefined) throw failure.cause;
  };
  const attempt = async (job: () => Promise<void>): Promise<void> => {
    try {
      await job();
    } catch (cause) {
      failure ??= { cause };
    }
  };
  /** Resolves when nothing runs any more, whatever became of it. */
  const idle = async (): Promise<void> => void (await Promise.all(running));
  return {
    async add(job: () => Promise<void>): Promise<void> {
      while (running.size >= limit) await Promise.race(running);
      check();
      const one: Promise<void> = attempt(job).then(() => void running.delete(one));
      running.add(one);
    },
    idle,
    async drain(): Promise<void> {
      await idle();
      check();
    },
  };
}
