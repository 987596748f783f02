import type { QuestionId } from "../../desk/asked-question.ts";
import type { Notice } from "../../desk/notice.ts";
import type { Place } from "../../desk/ticket.ts";
import type { Answer } from "../../knowledge/answer.ts";

type Asked = { readonly place: Place; readonly messageTs: string };

/** Sign of life while an answer is made. */
const EYES = "eyes";

const reaction = (what: "add" | "remove", { place, messageTs }: Asked): Notice => ({
  idem: `reaction.${what}:${place.channel}:${messageTs}`,
  recipient: { to: "place", place },
  kind: `reaction.${what}`,
  data: { channel: place.channel, ts: messageTs, name: EYES },
});

/** What is said to a new question: eyes, the answer or the question back, eyes off. */
export function answerNotices(asked: Asked, id: QuestionId, answer: Answer): Notice[] {
  return [reaction("add", asked), firstReply(asked, id, answer), reaction("remove", asked)];
}

const firstReply = (asked: Asked, id: QuestionId, answer: Answer): Notice =>
  answer.kind === "ask-back" ? askBackNotice(asked, id, 1) : answerNotice(asked, id, 1);

/** The answer, posted or brought up to date in place. */
export const answerNotice = ({ place }: Asked, id: QuestionId, version: number): Notice => ({
  idem: `answer:${id}:${version}`,
  recipient: { to: "place", place },
  kind: "answer",
  slot: `answer:${id}`,
  data: { question: id },
});

type Choice = { readonly by: string; readonly field: string; readonly value: string };

/** The question back; once somebody has chosen it shows who and what, and has no buttons. */
export const askBackNotice = (
  { place }: Asked,
  id: QuestionId,
  version: number,
  chosen?: Choice,
): Notice => ({
  idem: `ask-back:${id}:${version}`,
  recipient: { to: "place", place },
  kind: "ask-back",
  slot: `ask-back:${id}`,
  data: { question: id, ...(chosen === undefined ? {} : { chosen }) },
});

/** The question was deleted: its answer is struck. */
export const withdrawnNotice = ({ place }: Asked, id: QuestionId): Notice => ({
  idem: `answer-withdrawn:${id}`,
  recipient: { to: "place", place },
  kind: "answer-withdrawn",
  slot: `answer:${id}`,
  data: { question: id },
});

/** A short line for somebody whose message cannot be taken as a question. */
export const hintNotice = (
  { place, messageTs }: Asked,
  what: "empty" | "too-long" | "hello",
  locale: string,
): Notice => ({
  idem: `hint:${place.channel}:${messageTs}`,
  recipient: { to: "place", place },
  kind: "hint",
  data: { what, locale },
});
