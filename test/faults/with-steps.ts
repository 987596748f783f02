import type { Stores } from "../../src/adapters/stores/open-stores.ts";

/**
 * The same stores, counting each step before and after every call; at step `dieAt` the process
 * ends as by kill -9.
 */
export function withSteps(stores: Stores, dieAt: number | undefined): Stores {
  if (dieAt === undefined) return stores;
  let at = 0;
  const step = () => {
    at += 1;
    if (at === dieAt) process.kill(process.pid, "SIGKILL");
  };
  const counted = <Store extends object>(store: Store): Store =>
    new Proxy(store, {
      get: (target, name, self) => {
        const method: unknown = Reflect.get(target, name, self);
        if (typeof method !== "function") return method;
        return async (...given: unknown[]) => {
          step();
          const done: unknown = await Reflect.apply(method, target, given);
          step();
          return done;
        };
      },
    });
  const { effects, tickets } = stores;
  return { ...stores, tickets: counted(tickets), effects: counted(effects) };
}
