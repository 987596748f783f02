import type { AskedQuestion } from "../../desk/asked-question.ts";
import type { QuestionStore } from "../../desk/ports.ts";
import type { Answer } from "../../knowledge/answer.ts";
import { readMoment } from "../../moment/read-moment.ts";
import type { Field, Reading, Stated } from "../../moment/reading.ts";
import type { People } from "../identity/people.ts";
import { answerNotice } from "../knowledge/answer-notices.ts";
import { isPrivate } from "../knowledge/is-private.ts";
import type { KnowledgeDoor } from "../knowledge/knowledge-door.ts";
import type { Said } from "../knowledge/said.ts";
import { isWish, optionsOf, readWish, statedText } from "./wish.ts";
import type { Wish, WishAnswer } from "./wish.ts";

export type WishNeeds = {
  readonly knowledge: Pick<KnowledgeDoor, "answer">;
  readonly questions: QuestionStore<Answer>;
  readonly people: Pick<People, "known">;
};

type Question = AskedQuestion<WishAnswer>;

/** Settles what one of the buttons stands for; undefined where that is not asked any more. */
export async function chooseMoment(
  needs: WishNeeds,
  question: Question,
  variant: string,
): Promise<Question | undefined> {
  if (!isWish(question)) return undefined;
  const options = optionsOf(readWish(question, zoneOf(needs, question)));
  const chosen = options.find(({ stated }) => statedText(stated) === variant);
  if (chosen === undefined) return undefined;
  const { wish = {} } = question.answer;
  return keep(needs, question, { ...wish, chosen: { ...wish.chosen, ...chosen.stated } });
}

/** Words this short are an answer to what was asked back, not a question of their own. */
const SHORT = 80;

/** A reply typed below the question about a moment settles it like a click. False: it is something else. */
export async function settleWish(
  needs: WishNeeds,
  said: Said,
  last: Question | undefined,
): Promise<boolean> {
  if (last === undefined || !isWish(last)) return false;
  if (said.words.length > SHORT || said.words.includes("?")) return false;
  const { topic } = needs.knowledge.answer({ words: said.words, fallbackLocale: last.locale });
  // Whoever names an environment wants something new.
  if (topic.environment !== undefined) return false;
  const wish = wishWith(last, said.words, zoneOf(needs, last));
  return wish !== undefined && (await keep(needs, last, wish)) !== undefined;
}

const zoneOf = ({ people }: WishNeeds, { askedBy }: Question): string | undefined =>
  people.known(askedBy)?.zone;

function keep(
  { questions }: WishNeeds,
  question: Question,
  wish: Wish,
): Promise<Question | undefined> {
  const { id, version } = question;
  const answer: WishAnswer = { ...question.answer, wish };
  // A command was answered to one person alone: there is no message to bring up to date.
  const shown = isPrivate(question) ? [] : [answerNotice(question, id, version + 1)];
  return questions.change(id, version, { answer }, shown);
}

/** The wish with what a reply adds: a whole moment, the part that was asked for, or the words that were missing. */
function wishWith(
  question: Question,
  reply: string,
  profileZone: string | undefined,
): Wish | undefined {
  const { wish = {} } = question.answer;
  const before = readWish(question, profileZone);
  const context = { now: question.askedAt, locale: question.locale };
  const alone = readMoment(reply, context);
  if (alone.status === "ok") return { words: reply };
  if (before.status === "ok") return undefined;
  const added = partsFor(before, { ...zoneIn(reply, context), ...alone.known });
  if (Object.keys(added).length > 0) return { ...wish, chosen: { ...wish.chosen, ...added } };
  const together = `${wish.words ?? question.words} ${reply}`;
  const more = readMoment(together, {
    ...context,
    ...(wish.chosen === undefined ? {} : { chosen: wish.chosen }),
  });
  return isFurther(before, more) ? { ...wish, words: together } : undefined;
}

/** A city by itself is a name; where a zone was asked for, it is the answer. */
function zoneIn(reply: string, context: Parameters<typeof readMoment>[1]): Stated {
  const beside = readMoment(`2026-01-15 12:00 ${reply}`, context);
  const { zone } = beside.status === "ok" ? beside.wall : {};
  return zone === undefined ? {} : { zone };
}

const PART: Readonly<Record<Field, keyof Stated>> = {
  date: "date",
  time: "time",
  timezone: "zone",
};

/** The parts of a reply that were asked for; a refused moment asks for all of them anew. */
function partsFor(asking: Reading, said: Stated): Stated {
  const missing = asking.status === "needs" ? asking.missing : (["date", "time"] as const);
  const parts = missing.map((field) => PART[field]);
  return Object.fromEntries(
    parts.flatMap((part) => (said[part] === undefined ? [] : [[part, said[part]]])),
  );
}

/** Whether a reading knows more than the one before it. */
function isFurther(before: Reading, after: Reading): boolean {
  if (after.status !== "needs") return after.status === "ok";
  return before.status === "needs" && after.missing.length < before.missing.length;
}
