import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { MINUTE_MS, type Instant } from "../../../kernel/clock.ts";

const SILENT_MS = MINUTE_MS;

/** The start of a process in ticks since boot: a later process may get the same number. */
function startOf(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    return text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return isRunning(pid) ? "unknown" : "";
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
  }
}

/** This process, told apart from every earlier one. */
export const thisOwner = (): string => `${hostname()}|${process.pid}|${startOf(process.pid)}`;

/**
 * Whether the process that owns an operation still runs. Of another host only its silence is known.
 *
 * @param heardAt when it last wrote
 */
export function isAlive(owner: string, heardAt: Instant, now: Instant): boolean {
  const [host, pid = "", start] = owner.split("|");
  if (host !== hostname()) return now - heardAt < SILENT_MS;
  const found = startOf(Number(pid));
  return found !== "" && found === start;
}
