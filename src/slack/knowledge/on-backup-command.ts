import type { CommandTable } from "../app/turn.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { People } from "../identity/people.ts";
import { wishReader } from "../moment/wish-reader.ts";
import { MAX_QUESTION } from "./ask.ts";
import type { AskNeeds } from "./ask.ts";
import { answerForProject } from "./plan-of-project.ts";
import { renderAnswer } from "./render-answer.ts";
import { renderAskBack } from "./render-ask-back.ts";
import { unmark } from "./unmark.ts";

type Needs = AskNeeds & { readonly people: People; readonly now: Clock };

/** `/backup …`: answered in the acknowledgement, seen by the asker alone. */
export function knowledgeCommands(needs: Needs): CommandTable {
  const { questions, people } = needs;
  return {
    "/backup": async ({ words: typed, person, channel, key, ack, text }) => {
      const words = unmark(typed);
      if (words === "") return ack(text.knowledge.empty);
      if (words.length > MAX_QUESTION) return ack(text.knowledge.tooLong(String(MAX_QUESTION)));
      const asked = { words, fallbackLocale: people.localeOf(person) };
      const answer = await answerForProject(needs, { person, thread: [], asked });
      const { question } = await questions.record(
        {
          askedBy: person,
          place: { channel },
          messageTs: `command:${key}`,
          words,
          locale: answer.locale,
          answer,
        },
        () => [],
      );
      return ack(
        answer.kind === "ask-back"
          ? renderAskBack(question)
          : renderAnswer(question, wishReader(needs, question)),
      );
    },
  };
}
