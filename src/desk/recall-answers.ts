import type { PersonId } from "../kernel/ids.ts";
import { fail } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import type { DeskProblem } from "./desk-problem.ts";
import type { NewRecalls, Recall, RecallStore } from "./knowledge-ports.ts";
import type { RightsOf } from "./rights.ts";
import { refusedTry } from "./standing.ts";

type Needs<Told> = { readonly recalls: RecallStore<Told>; readonly rightsOf: RightsOf };

type Input<Told, Problem> = {
  readonly by: PersonId;
  /** Which recalls are still wanted, from those that were made before. */
  readonly decide: (past: readonly Recall<Told>[]) => Result<NewRecalls<Told>, Problem>;
};

/**
 * Tells people that an answer of theirs no longer holds: staff only, as they are at the commit. What was
 * recalled before is seen there too, so nobody is told the same twice.
 */
export function recallAnswers<Told>({ recalls, rightsOf }: Needs<Told>) {
  return <Problem extends { readonly kind: string }>({
    by,
    decide,
  }: Input<Told, Problem>): Promise<Result<readonly Recall<Told>[], Problem | DeskProblem>> =>
    recalls.record<Problem | DeskProblem>(
      by,
      (past) => {
        const { staff, foreign } = rightsOf(by);
        if (foreign || !staff) return fail({ kind: "not-allowed", needs: "staff" });
        return decide(past);
      },
      refusedTry("knowledge.recall"),
    );
}
