import type { Selectable } from "kysely";
import type { FindingStore, Judgement } from "../../desk/knowledge-ports.ts";
import type { Instant } from "../../kernel/clock.ts";
import type { PersonId, TicketId } from "../../kernel/ids.ts";
import { addNotices } from "./add-work.ts";
import { addAuditLine } from "./audit-lines.ts";
import { commit, read } from "./ground.ts";
import type { Commit, Ground } from "./ground.ts";
import { storable } from "./json-text.ts";
import type { JudgementTable } from "./schema.ts";

/** What was decided about contradictions between languages. */
export function findingStore(ground: Ground): FindingStore {
  return {
    judge: ({ key, what, by, words, ticket }, audit, notices) =>
      commit(ground, async (one) => {
        const at = await ground.now(one.t);
        const row = { key, what, actor: by, at, words: storable(words), ticket_id: ticket ?? null };
        const kept = await one.t
          .insertInto("judgement")
          .values(row)
          .onConflict((known) => known.doNothing())
          .returning("key")
          .executeTakeFirst();
        if (kept === undefined) return isSame(one, row);
        await addNotices(one, notices);
        await addAuditLine(one, by, audit, ticket);
        return true;
      }),
    judged: async () => {
      const query = ground.kysely.selectFrom("judgement").selectAll().orderBy("at").orderBy("key");
      return (await read(() => query.execute())).map(toJudgement);
    },
  };
}

type Row = Omit<Selectable<JudgementTable>, "at">;

/** Whether the same person has said the same before: a form that is delivered again. */
async function isSame({ t }: Commit, { key, what, actor, words }: Row): Promise<boolean> {
  const query = t.selectFrom("judgement").select("key").where("key", "=", key);
  const own = query.where("what", "=", what).where("actor", "=", actor).where("words", "=", words);
  return (await own.executeTakeFirst()) !== undefined;
}

const toJudgement = (row: Selectable<JudgementTable>): Judgement => ({
  key: row.key,
  what: row.what,
  by: row.actor as PersonId,
  at: row.at as Instant,
  words: row.words,
  ...(row.ticket_id === null ? {} : { ticket: row.ticket_id as TicketId }),
});
