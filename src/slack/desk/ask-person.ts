import type { QuestionId } from "../../desk/asked-question.ts";
import type { Place } from "../../desk/ticket.ts";
import { isLocale } from "../../kernel/locale.ts";
import { answerPlace, homeOf } from "../app/answer-place.ts";
import { fieldIn } from "../app/fields.ts";
import { bodyIn, isBody, textIn as textOf } from "../app/incoming.ts";
import type { Body } from "../app/incoming.ts";
import { againButton } from "../app/make-turn.ts";
import type { SlackClient } from "../app/slack-client.ts";
import type { Context } from "../app/slack-needs.ts";
import { loadingView } from "../app/small-views.ts";
import type { Click, Form } from "../app/turn.ts";
import { personForm, WORDS } from "./desk-forms.ts";
import { refuseForm } from "./refuse.ts";
import { questionOf } from "../knowledge/knowledge-actions.ts";

type Needs = Context & { readonly client: SlackClient };

/**
 * *Ask a person*: a form with the question filled in. Where others must not read along, or the bot is silent,
 * the person is answered in their own messages.
 */
export const onAskPerson =
  (needs: Needs) =>
  async (click: Click): Promise<void> => {
    await click.ack();
    const { person, text, value, at } = click;
    if (needs.people.rightsOf(person).foreign) return click.tell(text.app.membersOnly);
    const loading = loadingView(text, { title: text.knowledge.personTitle });
    const opened = await click.open(loading, againButton(text, "desk.person", value));
    if (opened === undefined) return;
    const question = await questionOf(needs, value);
    const asked = question?.place ?? at;
    const origin = asked === undefined ? homeOf(click) : await answerPlace(needs, asked, click);
    const metadata = JSON.stringify({ q: question?.id, o: origin, a: asked, k: value });
    const given = {
      metadata,
      words: question?.words ?? "",
      locale: question?.locale ?? click.locale,
    };
    await click.update(opened, personForm({ ...given, ...linkTo(asked) }, text));
  };

/** The thread a form is about, shown as the channel it stands in. */
const linkTo = (asked: Place | undefined): { readonly link?: string } =>
  asked === undefined || asked.channel.startsWith("D") ? {} : { link: `<#${asked.channel}>` };

/** Sent: ticket, card and message are one commit, and from then on the bot is silent in that thread. */
export const onPersonForm =
  (needs: Context) =>
  async (form: Form): Promise<void> => {
    const { person, view } = form;
    const { question, origin, asked, key } = readMetadata(view.metadata, form.user);
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
    if (asked?.thread !== undefined) await needs.questions.setVoice(asked, "person");
    await form.ack({ response_action: "clear" });
  };

type About = {
  readonly question?: QuestionId;
  /** Where the person is answered. */
  readonly origin: Place;
  /** Where they asked: the bot is silent there from now on. */
  readonly asked?: Place;
  readonly key: string;
};

function readMetadata(text: string, user: string): About {
  const read: unknown = JSON.parse(text === "" ? "{}" : text);
  const body = isBody(read) ? read : {};
  const asked = placeIn(body, "a");
  const question = textOf(body, "q");
  return {
    origin: placeIn(body, "o") ?? { channel: user },
    key: textOf(body, "k") ?? "",
    ...(asked === undefined ? {} : { asked }),
    ...(question === undefined ? {} : { question: question as QuestionId }),
  };
}

function placeIn(body: Body, key: string): Place | undefined {
  const place = bodyIn(body, key);
  const channel = textOf(place, "channel");
  const thread = textOf(place, "thread");
  if (channel === undefined) return undefined;
  return { channel, ...(thread === undefined ? {} : { thread }) };
}
