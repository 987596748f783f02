import type { Clause } from "./clauses.ts";
import type { Marks } from "./marks.ts";
import type { Question } from "./read-question.ts";
import type { Signal } from "./signal.ts";
import type { Standing } from "./standing.ts";

/** A question beside what was understood of it, clause by clause. */
export type Heard = {
  readonly question: Question;
  /** The action it reads as, and what belongs to that. */
  readonly action: string;
  readonly held: readonly Signal[];
  readonly marks: Marks;
  readonly clauses: readonly Clause[];
  readonly standings: readonly Standing[];
  /** Clauses that tell of the environment, of rights or of the copy, where such may be a condition. */
  readonly conditions: ReadonlySet<Clause>;
};
