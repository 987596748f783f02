import { sql } from "kysely";
import type { Selectable } from "kysely";
import type { QuestionId } from "../../desk/asked-question.ts";
import type { NewRecalls, Recall, RecallStore } from "../../desk/knowledge-ports.ts";
import type { Instant } from "../../kernel/clock.ts";
import type { PersonId } from "../../kernel/ids.ts";
import { ok } from "../../kernel/result.ts";
import { addNotices } from "./add-work.ts";
import { addAuditLine } from "./audit-lines.ts";
import { commit, read } from "./ground.ts";
import type { Commit, Ground } from "./ground.ts";
import { fromJsonText, toJsonText } from "./json-text.ts";
import type { RecallTable } from "./schema.ts";

/** Who was told that an answer no longer holds. */
export function recallStore<Told>(ground: Ground): RecallStore<Told> {
  const rows = () => ground.kysely.selectFrom("recall").selectAll();
  return {
    record: (by, decide, refusal) =>
      commit(ground, async (one) => {
        if (ground.kind === "postgres") {
          await sql`select pg_advisory_xact_lock(7262004)`.execute(one.t);
        }
        const past = await one.t.selectFrom("recall").selectAll().orderBy("at").execute();
        const decided = decide(past.map((row) => toRecall<Told>(row)));
        if (decided.ok) return ok(await keepRecalls(one, by, decided.value));
        const note = refusal?.(decided.problem);
        if (note !== undefined) await addAuditLine(one, by, note);
        return decided;
      }),
    all: async () => {
      const query = rows().orderBy("at").orderBy("question_id");
      return (await read(() => query.execute())).map((row) => toRecall<Told>(row));
    },
    get: async (question, round) => {
      const query = rows().where("question_id", "=", question).where("round", "=", round);
      const row = await read(() => query.executeTakeFirst());
      return row === undefined ? undefined : toRecall<Told>(row);
    },
  };
}

async function keepRecalls<Told>(
  one: Commit,
  by: PersonId,
  { recalls, audit, notices }: NewRecalls<Told>,
): Promise<readonly Recall<Told>[]> {
  if (recalls.length === 0) return [];
  const at = await one.ground.now(one.t);
  for (const { question, round, told } of recalls) {
    const row = { question_id: question, round, actor: by, at, data: toJsonText(told) };
    await one.t.insertInto("recall").values(row).execute();
  }
  await addNotices(one, notices);
  await addAuditLine(one, by, audit);
  return recalls.map((recall) => ({ ...recall, by, at }));
}

const toRecall = <Told>(row: Selectable<RecallTable>): Recall<Told> => ({
  question: row.question_id as QuestionId,
  round: row.round,
  by: row.actor as PersonId,
  at: row.at as Instant,
  told: fromJsonText(row.data) as Told,
});
