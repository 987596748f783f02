import type { AskedQuestion, QuestionId } from "../../desk/asked-question.ts";
import type { Notice } from "../../desk/notice.ts";
import type { QuestionStore } from "../../desk/ports.ts";
import { addNotices } from "./add-work.ts";
import { holdCounter, nextNumber } from "./counters.ts";
import { commit } from "./ground.ts";
import type { Commit, Ground } from "./ground.ts";
import { toQuestion, toQuestionRow } from "./question-row.ts";

type Asked<Answer> = Parameters<QuestionStore<Answer>["record"]>[0];
type Next<Answer> = Parameters<QuestionStore<Answer>["change"]>[2];

/** A new question with its number, or the one that was recorded for this message before. */
export function recordQuestion<Answer>(
  ground: Ground,
  asked: Asked<Answer>,
  notices: (id: QuestionId) => readonly Notice[],
): Promise<{ readonly question: AskedQuestion<Answer>; readonly first: boolean }> {
  return commit(
    ground,
    async (one) => {
      await holdCounter(one, "Q");
      const known = await ofMessage<Answer>(one, asked);
      if (known !== undefined) return { question: known, first: false };
      const id: QuestionId = `Q-${await nextNumber(one, "Q")}`;
      const question = { ...asked, id, version: 1, askedAt: await ground.now(one.t) };
      await one.t.insertInto("question").values(toQuestionRow(question)).execute();
      await addNotices(one, notices(id));
      return { question, first: true };
    },
    { keyed: true },
  );
}

async function ofMessage<Answer>(
  { t }: Commit,
  { place, messageTs }: Asked<Answer>,
): Promise<AskedQuestion<Answer> | undefined> {
  const here = t.selectFrom("question").selectAll().where("channel", "=", place.channel);
  const row = await here.where("message_ts", "=", messageTs).executeTakeFirst();
  return row === undefined ? undefined : toQuestion<Answer>(row);
}

/** The next version of a question; undefined where somebody was faster. */
export function changeQuestion<Answer>(
  ground: Ground,
  seen: { readonly id: QuestionId; readonly version: number },
  next: Next<Answer>,
  notices: readonly Notice[],
): Promise<AskedQuestion<Answer> | undefined> {
  return commit(ground, async (one) => {
    const rows = one.t.selectFrom("question").selectAll().where("id", "=", seen.id);
    const query = rows.where("version", "=", seen.version);
    const row = await (ground.kind === "postgres" ? query.forUpdate() : query).executeTakeFirst();
    if (row === undefined) return undefined;
    const question = { ...toQuestion<Answer>(row), ...next, version: seen.version + 1 };
    await one.t
      .updateTable("question")
      .set(toQuestionRow(question))
      .where("id", "=", seen.id)
      .execute();
    await addNotices(one, notices);
    return question;
  });
}
