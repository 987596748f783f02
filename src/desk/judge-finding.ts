import type { PersonId, TicketId } from "../kernel/ids.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import type { DeskProblem } from "./desk-problem.ts";
import type { FindingStore, Judgement } from "./knowledge-ports.ts";
import type { Notice } from "./notice.ts";
import type { Rights, RightsOf } from "./rights.ts";

type Needs = { readonly findings: Pick<FindingStore, "judge">; readonly rightsOf: RightsOf };

type Input = {
  readonly key: string;
  readonly what: Judgement["what"];
  readonly by: PersonId;
  readonly words: string;
  readonly ticket?: TicketId;
  readonly notices: readonly Notice[];
};

/** Who may decide about articles: those who write them, and staff. */
export const mayJudge = ({ staff, writer, foreign }: Rights): boolean =>
  !foreign && (staff || writer === true);

/** Keeps what somebody decided about a contradiction, unless it was decided otherwise. Twice is the same as once. */
export function judgeFinding({ findings, rightsOf }: Needs) {
  return async (input: Input): Promise<Result<{ readonly stands: boolean }, DeskProblem>> => {
    const { notices, ...judgement } = { ...input, words: input.words.trim() };
    const { key, what, by, words, ticket } = judgement;
    if (!mayJudge(rightsOf(by))) return fail({ kind: "not-allowed", needs: "writer" });
    if (words === "") return fail({ kind: "words-missing" });
    const audit = { action: `knowledge.${what}`, data: { key, by, ticket } };
    return ok({ stands: await findings.judge(judgement, audit, notices) });
  };
}
