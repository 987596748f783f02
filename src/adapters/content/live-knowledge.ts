import type { Result } from "../../kernel/result.ts";
import { fail, ok } from "../../kernel/result.ts";
import type { SourceFile } from "../../knowledge/article.ts";
import type { Fault } from "../../knowledge/fault.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { readContent } from "./read-content.ts";
import { watchContent } from "./watch-content.ts";

type Needs = {
  readonly folder: string;
  readonly build: (
    files: readonly SourceFile[],
  ) => Result<Knowledge, readonly Fault[]> | Promise<Result<Knowledge, readonly Fault[]>>;
  /** An edit was taken over; the faults are those that do not stand in its way. */
  readonly onSwap: (now: Knowledge, before: Knowledge) => void;
  /** An edit was refused: the last good knowledge stays. */
  readonly onRefused: (faults: readonly Fault[]) => void;
  readonly quietMs?: number;
};

/** Knowledge that follows its folder: always whole, the last good state. */
export type LiveKnowledge = {
  readonly current: () => Knowledge;
  /** Reads the folder again, as an edit would; resolves when the new state is in or refused. */
  readonly refresh: () => Promise<void>;
  readonly close: () => void;
};

/** Reads a folder and keeps following it. The first state must be good. */
export async function liveKnowledge(
  needs: Needs,
): Promise<Result<LiveKnowledge, readonly Fault[]>> {
  const first = await readAndBuild(needs);
  if (!first.ok) return first;
  let current = first.value;
  let turn = Promise.resolve();
  const readAgain = async (): Promise<void> => {
    const next = await readAndBuild(needs);
    if (!next.ok) {
      needs.onRefused(next.problem);
      return;
    }
    const before = current;
    current = next.value;
    needs.onSwap(current, before);
  };
  const refresh = async (): Promise<void> => {
    turn = turn.then(readAgain);
    return turn;
  };
  const watching = watchContent({
    folder: needs.folder,
    ...(needs.quietMs === undefined ? {} : { quietMs: needs.quietMs }),
    onEdit: () => void refresh(),
    onProblem: (problem) => needs.onRefused([unreadable(needs.folder, problem)]),
  });
  return ok({ current: () => current, refresh, close: watching.close });
}

async function readAndBuild({
  folder,
  build,
}: Needs): Promise<Result<Knowledge, readonly Fault[]>> {
  try {
    const { files } = await readContent(folder);
    return await build(files);
  } catch (error) {
    return fail([unreadable(folder, error)]);
  }
}

const unreadable = (folder: string, problem: unknown): Fault => ({
  file: folder,
  line: 1,
  rule: "unreadable",
  severity: "error",
  confidence: 1,
  reason: problem instanceof Error ? problem.message : String(problem),
  excerpt: "",
});
