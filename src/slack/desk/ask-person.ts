import type { QuestionId } from "../../desk/asked-question.ts";
import type { Place } from "../../desk/ticket.ts";
import { isLocale } from "../../kernel/locale.ts";
import { fieldIn } from "../app/fields.ts";
import { bodyIn, isBody, textIn as textOf } from "../app/incoming.ts";
import { againButton } from "../app/make-turn.ts";
import type { Context } from "../app/slack-needs.ts";
import type { Click, Form } from "../app/turn.ts";
import { personForm, WORDS } from "./desk-forms.ts";
import { refuseForm } from "./refuse.ts";
import { questionOf } from "../knowledge/knowledge-actions.ts";

/** *Ask a person*: a form with the question filled in. */
export const onAskPerson =
  (needs: Context) =>
  async (click: Click): Promise<void> => {
    await click.ack();
    const { person, text, value, at } = click;
    if (needs.people.rightsOf(person).foreign) return click.tell(text.app.membersOnly);
    const question = await questionOf(needs, value);
    const place = question?.place ?? at;
    const metadata = JSON.stringify({ q: question?.id, o: place, k: value });
    const link = place === undefined ? undefined : linkTo(place);
    await click.open(
      personForm(
        {
          metadata,
          words: question?.words ?? "",
          locale: question?.locale ?? click.locale,
          ...(link === undefined ? {} : { link }),
        },
        text,
      ),
      againButton(text, "desk.person", value),
    );
  };

/** The thread a form is about, shown as the channel it stands in. */
const linkTo = ({ channel }: Place): string | undefined =>
  channel.startsWith("D") ? undefined : `<#${channel}>`;

/** Sent: ticket, card and message are one commit, and from then on the bot is silent in that thread. */
export const onPersonForm =
  (needs: Context) =>
  async (form: Form): Promise<void> => {
    const { person, view } = form;
    const { question, origin, key } = readMetadata(view.metadata, form.user);
    const language = fieldIn(view.fields, "language");
    const opened = await needs.openQuestionTicket({
      intakeKey: `person:${question ?? key}:${question === undefined ? view.id : person}`,
      by: person,
      locale: isLocale(language) ? language : form.locale,
      origin,
      words: fieldIn(view.fields, WORDS) ?? "",
      ...(question === undefined ? {} : { question }),
    });
    if (!opened.ok) return refuseForm(needs, form, { block: WORDS }, opened.problem);
    if (origin.thread !== undefined) await needs.questions.setVoice(origin, "person");
    await form.ack({ response_action: "clear" });
  };

type About = { readonly question?: QuestionId; readonly origin: Place; readonly key: string };

function readMetadata(text: string, user: string): About {
  const read: unknown = JSON.parse(text === "" ? "{}" : text);
  const body = isBody(read) ? read : {};
  const origin = bodyIn(body, "o");
  const thread = textOf(origin, "thread");
  const question = textOf(body, "q");
  return {
    origin: {
      channel: textOf(origin, "channel") ?? user,
      ...(thread === undefined ? {} : { thread }),
    },
    key: textOf(body, "k") ?? "",
    ...(question === undefined ? {} : { question: question as QuestionId }),
  };
}
