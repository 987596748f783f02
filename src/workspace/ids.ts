import { createHash, randomBytes } from "node:crypto";
import type { Clock } from "../kernel/clock.ts";
import type { Store } from "./store.ts";

/** Makes every id of the workspace. With a seed and a fixed clock a run repeats. */
export type Ids = {
  /** `V0000001F`: the prefix and a number no other id has. */
  id(prefix: string): string;
  /** Time as Slack writes it, later than every one before: `1700000000.000123`. */
  ts(): string;
  /** Hex digits nobody can guess, unless a seed was given. */
  secret(length: number): string;
  uuid(): string;
};

/** How many numbers are taken at a time, so that not each id is a write. */
const BLOCK = 1_000;

/** Ids stay unique over a restart: the store knows the last number and the last `ts`. */
export function makeIds(now: Clock, store: Store, seed?: number): Ids {
  let number = Number(store.fact("number") ?? "0");
  let reserved = number;
  let drawn = 0;
  let lastMicros = Number(store.fact("micros") ?? "0");
  const newest = store.messages().at(-1);
  if (newest !== undefined) lastMicros = Math.max(lastMicros, microsOf(newest.ts));

  const next = (): number => {
    number += 1;
    if (number > reserved) {
      reserved = number + BLOCK;
      store.keepFact("number", String(reserved));
    }
    return number;
  };
  const secret = (length: number): string => {
    drawn += 1;
    if (seed === undefined) return randomBytes(length).toString("hex").slice(0, length);
    const text = createHash("sha256").update(`${seed}:${drawn}`).digest("hex");
    return text.repeat(Math.ceil(length / text.length)).slice(0, length);
  };
  return {
    id: (prefix) => `${prefix}${next().toString(36).toUpperCase().padStart(8, "0")}`,
    ts() {
      lastMicros = Math.max(now() * 1_000, lastMicros + 1);
      return tsOf(lastMicros);
    },
    secret,
    uuid: () => secret(32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"),
  };
}

const microsOf = (ts: string): number => Math.round(Number(ts) * 1_000_000);

const tsOf = (micros: number): string =>
  `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, "0")}`;
