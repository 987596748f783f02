import type { AskedQuestion } from "../../desk/asked-question.ts";
import type { Recall } from "../../desk/knowledge-ports.ts";
import type { Instant } from "../../kernel/clock.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Answer } from "../../knowledge/answer.ts";
import { showInstant } from "../../moment/show-instant.ts";
import type { Block, Message } from "../blocks/elements.ts";
import { actions, button, context, quote, section } from "../blocks/elements.ts";
import { clamp } from "../blocks/clamp.ts";
import { escapeMrkdwn } from "../blocks/escape-mrkdwn.ts";
import { sourceOf, withoutWord } from "../knowledge/render-answer.ts";
import { textIn } from "../text/text-in.ts";
import type { Text } from "../text/text.ts";
import type { Flip, Told } from "./outdated-answers.ts";

type Recalled = { readonly question: AskedQuestion<Answer>; readonly recall: Recall<Told> };

const QUOTES = 2;
const QUESTION = 300;
/** Several questions of one conversation may rest on the same cell. */
const FLIPS = 6;

/** What a conversation is told: what was said then and when, what holds now, and the sentence that proves it. */
export function renderRecall(recalled: readonly Recalled[], zone: string): Message {
  const last = recalled.at(-1);
  if (last === undefined) throw new Error("Cannot render a recall of no question");
  const { locale } = last.question;
  const text = textIn(locale);
  const flips = eachCellOnce(recalled.flatMap(({ recall }) => recall.told.flips)).slice(0, FLIPS);
  const when = { zone, at: last.recall.at, locale };
  const told = flips.map((flip) => ({ flip, said: sentencesOf(flip, when) }));
  const { id, words } = last.question;
  return {
    text: [text.report.changed, ...told.flatMap(({ said }) => [said.before, said.now])]
      .join(". ")
      .replaceAll("*", "")
      .slice(0, 3_900),
    blocks: [
      section("changed", `:arrows_counterclockwise: *${text.report.changed}*`),
      context("question", text.report.yourQuestion(escapeMrkdwn(clamp(words, QUESTION)))),
      ...told.flatMap(({ flip, said }, at) => flipBlocks(flip, at, { said, text })),
      actions("recalled", [button("desk.person", text.knowledge.person, { value: id })]),
    ],
  };
}

const eachCellOnce = (flips: readonly Flip[]): Flip[] => [
  ...new Map(flips.map((flip) => [flip.cell, flip])).values(),
];

type Sentences = { readonly before: string; readonly now: string };

type Shown = { readonly said: Sentences; readonly text: Text };

type When = { readonly zone: string; readonly at: Instant; readonly locale: Locale };

function sentencesOf({ was, said, saidAt, now, since }: Flip, when: When): Sentences {
  const { report: say, knowledge } = textIn(when.locale);
  const day = (at: Instant) => {
    const { weekday, longDate } = showInstant(at, when.zone, when.locale);
    return `${weekday} ${longDate}`;
  };
  const [wasWord, isWord] = [knowledge.verdict[was], knowledge.verdict[now.verdict]];
  const holds = escapeMrkdwn(withoutWord(now.text, isWord));
  return {
    before: say.toldThen(day(saidAt), wasWord, escapeMrkdwn(withoutWord(firstOf(said), wasWord))),
    now:
      day(since) === day(when.at)
        ? say.holdsToday(isWord, holds)
        : say.holdsSince(day(since), isWord, holds),
  };
}

/** Conditions and steps that once stood below a verdict are not repeated. */
const firstOf = (said: string): string => said.split("\n")[0] ?? said;

function flipBlocks({ now }: Flip, at: number, { said, text }: Shown): Block[] {
  const quoted = now.citations.slice(0, QUOTES);
  return [
    section(`before${at}`, said.before),
    section(`now${at}`, said.now),
    ...(quoted.length === 0 ? [] : [context(`why${at}`, text.report.why)]),
    ...quoted.flatMap((citation, number) => [
      quote(`evidence${at}-${number}`, citation.quote),
      context(`source${at}-${number}`, sourceOf(citation, number + 1, text)),
    ]),
  ];
}
