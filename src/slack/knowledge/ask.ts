import type { AskedQuestion } from "../../desk/asked-question.ts";
import type { Outbox, QuestionStore, TicketStore } from "../../desk/ports.ts";
import type { Place } from "../../desk/ticket.ts";
import type { PersonId } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Answer, Topic } from "../../knowledge/answer.ts";
import { answerNotices, hintNotice } from "./answer-notices.ts";
import type { Projects } from "../../restore/ports.ts";
import type { KnowledgeDoor } from "./knowledge-door.ts";
import type { People } from "../identity/people.ts";
import { answerForProject } from "./plan-of-project.ts";

/** Longer than this is no question any more, and no language can be told from it in time. */
export const MAX_QUESTION = 4_000;

export type AskNeeds = {
  readonly knowledge: KnowledgeDoor;
  readonly questions: QuestionStore<Answer>;
  readonly outbox: Pick<Outbox, "add">;
  readonly projects: Pick<Projects, "find" | "list">;
  readonly tickets: Pick<TicketStore, "list">;
  readonly people: Pick<People, "rightsOf">;
};

type Question = {
  readonly person: PersonId;
  readonly place: Place;
  readonly messageTs: string;
  readonly words: string;
  /** Of the person's client. */
  readonly clientLocale: Locale;
  /** Nobody spoke to us: only an answer like this is said, and otherwise nothing at all. */
  readonly onlyIf?: (answer: Answer) => boolean;
};

/**
 * Answers a question where it was asked. The question, its answer and the messages are one commit;
 * the same message again changes nothing.
 */
export async function ask(needs: AskNeeds, question: Question): Promise<void> {
  const { questions, outbox } = needs;
  const { person, place, messageTs, words, clientLocale } = question;
  const asked = { place, messageTs };
  const hint = words === "" ? "empty" : words.length > MAX_QUESTION ? "too-long" : undefined;
  const { onlyIf } = question;
  if (hint !== undefined) {
    return onlyIf === undefined ? outbox.add([hintNotice(asked, hint, clientLocale)]) : undefined;
  }
  const thread = await questions.inThread(place);
  const given = { words, ...contextOf(thread, clientLocale) };
  const answer = await answerForProject(needs, { person, thread, asked: given });
  if (onlyIf?.(answer) === false) return;
  await questions.record(
    { askedBy: person, place, messageTs, words, locale: answer.locale, answer },
    (id) => answerNotices(asked, id, answer),
  );
}

/** What the thread has settled already: its topic, and its language where the words are too few. */
export function contextOf(
  thread: readonly AskedQuestion<Answer>[],
  clientLocale: Locale,
): { readonly fallbackLocale: Locale; readonly known?: Topic } {
  const last = thread.at(-1);
  if (last === undefined) return { fallbackLocale: clientLocale };
  return { fallbackLocale: last.locale, known: last.answer.topic };
}
