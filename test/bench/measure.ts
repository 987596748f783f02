import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What one command took: CPU time of all its threads, memory of its largest process. */
export type Row = {
  readonly what: string;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly sizeMb?: number;
};

/**
 * Runs a command to its end under the time tool.
 *
 * @throws Error where it fails
 */
export function measure(
  what: string,
  [program = "", ...args]: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Row {
  const log = join(tmpdir(), `snapdesk-time-${process.pid}.txt`);
  const started = performance.now();
  const ran = spawnSync("/usr/bin/time", ["-f", "%M %U %S", "-o", log, program, ...args], {
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  const seconds = (performance.now() - started) / 1000;
  if (ran.status !== 0) throw new Error(`${what}: ${ran.stderr}`);
  const [peak = 0, user = 0, system = 0] = readFileSync(log, "utf8").trim().split(" ").map(Number);
  rmSync(log);
  return { what, seconds, cpuSeconds: user + system, peakMb: peak / 1024 };
}

/** A row as a line of a table. */
export function lineOf({ what, seconds, cpuSeconds, peakMb, sizeMb }: Row): string {
  const held = sizeMb === undefined ? "" : `  ${sizeMb.toFixed(0)} MB stored`;
  const number = (value: number, digits: number) => value.toFixed(digits).padStart(6);
  return `${what.padEnd(32)} ${number(seconds, 1)} s ${number(cpuSeconds, 1)} s CPU ${number(peakMb, 0)} MB peak${held}\n`;
}
