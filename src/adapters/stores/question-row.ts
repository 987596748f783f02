import type { Selectable } from "kysely";
import type { AskedQuestion, QuestionId } from "../../desk/asked-question.ts";
import type { Instant } from "../../kernel/clock.ts";
import type { PersonId } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import { fromJsonText, storable, toJsonText } from "./json-text.ts";
import { toPlace } from "./place-row.ts";
import type { QuestionTable } from "./schema.ts";

/** A question as it is kept. */
export const toQuestionRow = <Answer>(question: AskedQuestion<Answer>) => ({
  id: question.id,
  asked_by: question.askedBy,
  channel: question.place.channel,
  thread: question.place.thread ?? null,
  message_ts: question.messageTs,
  words: storable(question.words),
  locale: question.locale,
  asked_at: question.askedAt,
  version: question.version,
  answer: toJsonText(question.answer),
  feedback: question.feedback === undefined ? null : toJsonText(question.feedback),
});

/** A question as it was kept. */
export const toQuestion = <Answer>(row: Selectable<QuestionTable>): AskedQuestion<Answer> => ({
  id: row.id as QuestionId,
  askedBy: row.asked_by as PersonId,
  place: toPlace(row),
  messageTs: row.message_ts,
  words: row.words,
  locale: row.locale as Locale,
  askedAt: row.asked_at as Instant,
  version: row.version,
  answer: fromJsonText(row.answer) as Answer,
  ...(row.feedback === null
    ? {}
    : { feedback: fromJsonText(row.feedback) as NonNullable<AskedQuestion["feedback"]> }),
});
