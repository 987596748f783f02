import type { AskedQuestion, Voice } from "../../desk/asked-question.ts";
import type { QuestionStore } from "../../desk/ports.ts";
import type { Place } from "../../desk/ticket.ts";
import { read, write } from "./ground.ts";
import type { Ground } from "./ground.ts";
import { changeQuestion, recordQuestion } from "./keep-question.ts";
import { toQuestion } from "./question-row.ts";

/** Questions and answers, and who speaks in a thread. */
export function questionStore<Answer>(ground: Ground): QuestionStore<Answer> {
  const rows = () => ground.kysely.selectFrom("question").selectAll();
  return {
    record: (question, notices) => recordQuestion(ground, question, notices),
    change: (id, version, next, notices) => changeQuestion(ground, { id, version }, next, notices),
    get: (id) => firstOf(rows().where("id", "=", id)),
    ofMessage: (channel, ts) =>
      firstOf(rows().where("channel", "=", channel).where("message_ts", "=", ts)),
    inThread: ({ channel, thread }) => {
      const here = rows().where("channel", "=", channel).orderBy("seq");
      return allOf(
        thread === undefined
          ? here.where("thread", "is", null)
          : here.where((is) => is.or([is("thread", "=", thread), is("message_ts", "=", thread)])),
      );
    },
    answeredSince: (since) => allOf(rows().where("asked_at", ">=", since).orderBy("seq")),
    voice: (place) => voiceIn(ground, place),
    setVoice: (place, voice) => setVoice(ground, place, voice),
  };
}

type Rows = { execute(): Promise<Parameters<typeof toQuestion>[0][]> };

const allOf = async <Answer>(query: Rows): Promise<readonly AskedQuestion<Answer>[]> =>
  (await read(() => query.execute())).map((row) => toQuestion<Answer>(row));

const firstOf = async <Answer>(query: Rows): Promise<AskedQuestion<Answer> | undefined> =>
  (await allOf<Answer>(query))[0];

/** The thread of a whole channel has no name. */
const keyOf = ({ channel, thread = "" }: Place) => ({ channel, thread });

async function voiceIn({ kysely }: Ground, place: Place): Promise<Voice> {
  const { channel, thread } = keyOf(place);
  const query = kysely.selectFrom("voice").select("voice").where("channel", "=", channel);
  const row = await read(() => query.where("thread", "=", thread).executeTakeFirst());
  return row?.voice === "person" ? "person" : "bot";
}

async function setVoice(ground: Ground, place: Place, voice: Voice): Promise<void> {
  const row = { ...keyOf(place), voice };
  await write(
    ground,
    (within) =>
      within
        .insertInto("voice")
        .values(row)
        .onConflict((known) => known.columns(["channel", "thread"]).doUpdateSet({ voice }))
        .execute(),
    { keyed: true },
  );
}
