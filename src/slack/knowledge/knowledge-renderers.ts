import type { AskedQuestion, QuestionId } from "../../desk/asked-question.ts";
import type { OutboxRow, QuestionStore } from "../../desk/ports.ts";
import { isLocale } from "../../kernel/locale.ts";
import type { Answer } from "../../knowledge/answer.ts";
import { isBody, textIn as textOf } from "../app/incoming.ts";
import { section } from "../blocks/elements.ts";
import type { Message } from "../blocks/elements.ts";
import type { Renderers } from "../outbox/renderers.ts";
import { UnknownNotice } from "../outbox/rendered.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { People } from "../identity/people.ts";
import { wishReader } from "../moment/wish-reader.ts";
import { textIn } from "../text/text-in.ts";
import { renderAnswer } from "./render-answer.ts";
import { renderAskBack } from "./render-ask-back.ts";
import type { Chosen } from "./render-ask-back.ts";
import { renderHint } from "./render-hint.ts";

type Needs = {
  readonly questions: Pick<QuestionStore<Answer>, "get">;
  readonly people: Pick<People, "meet" | "known">;
  readonly now: Clock;
};

const MEET_MS = 2_000;

/** Notices about questions and their answers. */
export function knowledgeRenderers(needs: Needs): Renderers {
  const { questions } = needs;
  const questionOf = async (row: OutboxRow): Promise<AskedQuestion<Answer>> => {
    const question = await questions.get(row.data["question"] as QuestionId);
    if (question === undefined) throw new UnknownNotice(row.kind, "there is no such question");
    return question;
  };
  return {
    answer: async (row) => ({
      do: "message",
      message: await renderNow(needs, await questionOf(row)),
    }),
    "ask-back": async (row) => {
      const question = await questionOf(row);
      const chosen = chosenIn(row);
      const message =
        chosen === undefined ? await renderNow(needs, question) : renderAskBack(question, chosen);
      return { do: "message", message };
    },
    "answer-withdrawn": async (row) => {
      const { withdrawn } = textIn((await questionOf(row)).locale).knowledge;
      return {
        do: "message",
        message: { text: withdrawn, blocks: [section("verdict", withdrawn)] },
      };
    },
    hint: async ({ data }) => {
      const locale = isLocale(data["locale"]) ? data["locale"] : "en";
      return { do: "message", message: renderHint(data["what"], textIn(locale)) };
    },
    "reaction.add": async (row) => reaction("add-reaction", row),
    "reaction.remove": async (row) => reaction("remove-reaction", row),
  };
}

/** What a question shows now: an edit may have turned an answer into a question back, or the other way. */
async function renderNow(needs: Needs, question: AskedQuestion<Answer>): Promise<Message> {
  if (question.answer.kind === "ask-back") return renderAskBack(question);
  await needs.people.meet(question.askedBy, MEET_MS);
  return renderAnswer(question, wishReader(needs, question));
}

function reaction(what: "add-reaction" | "remove-reaction", { data, kind }: OutboxRow) {
  const channel = textOf(data, "channel");
  const ts = textOf(data, "ts");
  if (channel === undefined || ts === undefined) throw new UnknownNotice(kind, "no message named");
  return { do: what, channel, ts, name: textOf(data, "name") ?? "eyes" } as const;
}

function chosenIn({ data }: OutboxRow): Chosen | undefined {
  const chosen: unknown = data["chosen"];
  if (!isBody(chosen)) return undefined;
  const by = textOf(chosen, "by");
  const value = textOf(chosen, "value");
  return by === undefined || value === undefined ? undefined : { by, value };
}
