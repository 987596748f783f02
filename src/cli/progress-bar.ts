import { SingleBar } from "cli-progress";
import { size } from "./snapshots.ts";

const SECOND_MS = 1000;

/** A guess from the first moments would only be noise. */
const SETTLED_MS = 2 * SECOND_MS;

const WIDEST = 40;

/** What stands behind the bar at most. */
const TEXT_WIDTH = 45;

/** For a terminal that does not say how wide it is. */
const USUAL_WIDTH = 80;

/** How far something is in bytes, on a terminal only; the line is gone when it has stopped, and nothing else was changed. */
export function progressBar() {
  const { stderr } = process;
  if (!stderr.isTTY) return undefined;
  const began = performance.now();
  const bar = new SingleBar({
    stream: stderr,
    clearOnComplete: true,
    linewrap: true,
    format: (_options, { value: done, total }) => {
      const width = Math.min(WIDEST, (stderr.columns || USUAL_WIDTH) - TEXT_WIDTH);
      const passed = performance.now() - began;
      return `${barText({ done, total, width })}${leftText(passed, done, total)}`;
    },
  });
  let running = false;
  return {
    show(done: number, total: number): void {
      if (!running) bar.start(total, done);
      running = true;
      bar.setTotal(total);
      bar.update(done);
    },
    stop: (): void => bar.stop(),
  };
}

type Bar = { readonly done: number; readonly total: number; readonly width: number };

/** `████░░░░ 50 % | 250 MB of 500 MB`; without blocks where the terminal has no room for them. */
export function barText({ done, total, width }: Bar): string {
  const part = total <= 0 ? 1 : Math.min(1, done / total);
  const filled = Math.round(part * Math.max(0, width));
  const blocks = width < 1 ? "" : `${"█".repeat(filled)}${"░".repeat(width - filled)} `;
  return `${blocks}${Math.floor(part * 100)} % | ${size(part * total)} of ${size(total)}`;
}

/** ` | 12 s left`; nothing where it cannot be told yet, or is over. */
export function leftText(passedMs: number, done: number, total: number): string {
  if (passedMs < SETTLED_MS || done <= 0 || done >= total) return "";
  return ` | ${Math.ceil((passedMs * (total - done)) / done / SECOND_MS)} s left`;
}
