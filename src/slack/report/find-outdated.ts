import type { QuestionStore } from "../../desk/ports.ts";
import { DAY_MS } from "../../kernel/clock.ts";
import type { Clock, Instant } from "../../kernel/clock.ts";
import type { Answer } from "../../knowledge/answer.ts";
import { outdatedAnswers } from "./outdated-answers.ts";
import type { Outdated, Told } from "./outdated-answers.ts";
import type { Recall } from "../../desk/knowledge-ports.ts";
import type { Writers } from "./writers.ts";

export type OutdatedNeeds = {
  readonly writers: Pick<Writers, "recalls" | "verdicts" | "verdictNow">;
  readonly questions: Pick<QuestionStore<Answer>, "answeredSince">;
  readonly now: Clock;
};

/** How far back answers are recalled. */
const RECALLED_MS = 90 * DAY_MS;

/** Tells which answers no longer hold, from the recalls there are. */
export type Outdating = (past: readonly Recall<Told>[]) => readonly Outdated[];

/** Reads what was answered in the last 90 days, once; what of it no longer holds follows from the recalls. */
export async function outdating(
  { writers, questions, now }: OutdatedNeeds,
  cell?: string,
): Promise<Outdating> {
  const asked = await questions.answeredSince((now() - RECALLED_MS) as Instant);
  const since = await writers.verdicts.since();
  const { verdictNow } = writers;
  return (past) => outdatedAnswers({ questions: asked, past, verdictNow, since, cell });
}

/** The answers of the last 90 days that no longer hold. */
export async function findOutdated(
  needs: OutdatedNeeds,
  cell?: string,
): Promise<readonly Outdated[]> {
  const find = await outdating(needs, cell);
  return find(await needs.writers.recalls.all());
}
