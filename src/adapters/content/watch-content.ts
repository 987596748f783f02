import { watch } from "node:fs";

type Needs = {
  readonly folder: string;
  /** Edits come in bursts: nothing is told before it has been quiet for so long. */
  readonly quietMs?: number;
  readonly onEdit: () => void;
  /** Watching itself failed; the content stays as it was read. */
  readonly onProblem: (problem: unknown) => void;
};

export type Watching = { readonly close: () => void };

const QUIET_MS = 300;

/** Notices edits anywhere in a folder, once per burst. */
export function watchContent({ folder, quietMs = QUIET_MS, onEdit, onProblem }: Needs): Watching {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true, persistent: false }, (_event, name) => {
    if (name?.split(/[/\\]/).some((part) => part.startsWith(".")) === true) return;
    clearTimeout(timer);
    timer = setTimeout(onEdit, quietMs);
    timer.unref();
  });
  watcher.on("error", onProblem);
  return {
    close: () => {
      clearTimeout(timer);
      watcher.close();
    },
  };
}
