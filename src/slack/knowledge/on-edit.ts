import type { Answer } from "../../knowledge/answer.ts";
import type { AskedQuestion } from "../../desk/asked-question.ts";
import type { Outbox, QuestionStore } from "../../desk/ports.ts";
import { MINUTE_MS } from "../../kernel/clock.ts";
import type { Clock } from "../../kernel/clock.ts";
import { answerNotice, askBackNotice, withdrawnNotice } from "./answer-notices.ts";
import { contextOf, MAX_QUESTION } from "./ask.ts";
import type { KnowledgeDoor } from "./knowledge-door.ts";
import type { Said } from "./said.ts";

type Needs = {
  readonly knowledge: KnowledgeDoor;
  readonly questions: QuestionStore<Answer>;
  readonly outbox: Pick<Outbox, "add">;
  readonly now: Clock;
};

const EDITABLE_MS = 10 * MINUTE_MS;

/** A question was edited soon after it was asked: its answer changes in place. */
export async function onEdit(needs: Needs, said: Said): Promise<void> {
  const { knowledge, questions, now } = needs;
  const question = await questions.ofMessage(said.channel, said.ts);
  if (question === undefined || said.words === question.words) return;
  if (now() - question.askedAt > EDITABLE_MS) return;
  if (said.words === "" || said.words.length > MAX_QUESTION) return;
  const thread = await questions.inThread(question.place);
  const earlier = thread.filter((one) => one.askedAt < question.askedAt);
  const context = contextOf(earlier, question.locale);
  const answer = knowledge.answer({ words: said.words, ...context });
  await questions.change(
    question.id,
    question.version,
    { words: said.words, locale: answer.locale, answer },
    [reply(question)],
  );
}

/** The message that was posted for it is the one that changes, whatever it says now. */
const reply = (question: AskedQuestion<Answer>) => {
  const { id, version, answer } = question;
  const notice = answer.kind === "ask-back" ? askBackNotice : answerNotice;
  return notice(question, id, version + 1);
};

/** A question was deleted: its answer is struck. */
export async function onDeletion(
  { questions, outbox }: Pick<Needs, "questions" | "outbox">,
  { channel, ts }: { readonly channel: string; readonly ts: string },
): Promise<void> {
  const question = await questions.ofMessage(channel, ts);
  if (question !== undefined) await outbox.add([withdrawnNotice(question, question.id)]);
}
