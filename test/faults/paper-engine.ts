import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** An engine on paper: a restore is a file, so that two of one key can be counted afterwards. */
export type PaperEngine = {
  /** Starts the restore of a key. The same key again gives the first. */
  execute(key: string): void;
  /** The probe: whether a restore of this key was started. */
  knows(key: string): boolean;
  isDone(key: string): boolean;
  /** How far it is, of a hundred. */
  percent(key: string): number;
};

const nameOf = (key: string): string => key.replaceAll(":", "_");

type Options = {
  /** How long a restore takes. */
  readonly takesMs: number;
  /** The planted fault: keys mean nothing to it. */
  readonly forgetsKeys: boolean;
};

export function paperEngine(folder: string, { takesMs, forgetsKeys }: Options): PaperEngine {
  const file = (key: string) => join(folder, `${nameOf(key)}.first`);
  const ageMs = (key: string) => Date.now() - statSync(file(key)).mtimeMs;
  return {
    execute: (key) => {
      if (existsSync(file(key)) && forgetsKeys) {
        writeFileSync(join(folder, `${nameOf(key)}.${process.hrtime.bigint()}`), "");
        return;
      }
      try {
        writeFileSync(file(key), "", { flag: "wx" });
      } catch (cause) {
        if ((cause as { code?: string }).code !== "EEXIST") throw cause;
      }
    },
    knows: (key) => !forgetsKeys && existsSync(file(key)),
    isDone: (key) => ageMs(key) >= takesMs,
    percent: (key) => Math.min(100, Math.floor((ageMs(key) / takesMs) * 100)),
  };
}

/** Keys that were restored more than once. */
export function restoredTwice(folder: string): readonly string[] {
  const keys = readdirSync(folder).map((name) => name.slice(0, name.lastIndexOf(".")));
  return [...Map.groupBy(keys, (key) => key)].flatMap(([key, all]) => (all.length > 1 ? key : []));
}
