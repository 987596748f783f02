import { satisfactionOf } from "../../desk/satisfaction.ts";
import type { Ticket } from "../../desk/ticket.ts";
import { userOf } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { QuestionTicket } from "../../desk/question-case.ts";
import type { RestoreTicket } from "../../restore/restore-case.ts";
import type { Block, Message } from "../blocks/elements.ts";
import { actions, context, fields, header, quote } from "../blocks/elements.ts";
import { escapeMrkdwn } from "../blocks/escape-mrkdwn.ts";
import { clamp } from "../blocks/clamp.ts";
import { failureText, leftOutBlocks } from "../restore/finding-text.ts";
import { spanText } from "../text/span-text.ts";
import { textIn } from "../text/text-in.ts";
import type { Text } from "../text/text.ts";
import { fullWhenText, utcText } from "../text/when-text.ts";
import { cardButtons } from "./card-buttons.ts";
import { isQuestion, isRestore } from "./kinds-of-ticket.ts";

/** The one card of a ticket in the staff's channel, as the ticket is now. */
export function renderCard(ticket: Ticket, locale: Locale): Message {
  const text = textIn(locale);
  const facts = factsOf(ticket, text, locale);
  const title = cardTitle(ticket, text);
  const buttons = cardButtons(ticket, text);
  const waiting =
    ticket.waitingSince === undefined ? [] : [context("waiting", text.ticket.waiting)];
  return {
    text: [title, ...facts]
      .join(" · ")
      .replaceAll(/[*\n]+/g, " ")
      .slice(0, 3_900),
    blocks: [
      header("h", title),
      fields("facts", facts),
      ...(isRestore(ticket) ? leftOutBlocks(ticket.case.restorePlan ?? {}, text) : []),
      ...words(ticket),
      ...waiting,
      ...ratedBlock(ticket, text),
      ...(buttons.length === 0 ? [] : [actions("desk", buttons)]),
      context("last", text.ticket.openedBy(mention(ticket.requester), utcText(ticket.createdAt))),
    ],
  };
}

function ratedBlock(ticket: Ticket, { ticket: say }: Text): Block[] {
  const how = satisfactionOf(ticket);
  return how === undefined ? [] : [context("rated", say.rated(say.satisfaction[how]))];
}

/** `RST-1042 · Restore · :new: New` */
const cardTitle = ({ id, kind, state }: Ticket, { ticket }: Text): string =>
  `${id} · ${ticket.kind[kind]} · ${ticket.state[state]}`;

export const mention = (person: Ticket["requester"]): string => `<@${userOf(person)}>`;

const words = ({ words: said }: Ticket): Block[] => (said === "" ? [] : [quote("reason", said)]);

/** `*Label*` and the value below it. */
export const fact = (label: string, value: string): string => `*${label}*\n${value}`;

function factsOf(ticket: Ticket, text: Text, locale: Locale): string[] {
  const { field, nobody } = text.ticket;
  const people = [
    fact(field.requester, `${mention(ticket.requester)} · ${ticket.locale}`),
    fact(field.assignee, ticket.assignee === undefined ? nobody : mention(ticket.assignee)),
  ];
  if (isRestore(ticket)) return [...restoreFacts(ticket, text, locale), ...people].slice(0, 10);
  return isQuestion(ticket) ? [...questionFacts(ticket, text), ...people] : people;
}

const questionFacts = ({ case: { answerDueAt } }: QuestionTicket, { ticket }: Text): string[] => [
  fact(ticket.field.due, utcText(answerDueAt)),
];

/** `shop-eu · Pro · production` */
export function environmentText({ case: restore }: RestoreTicket, { knowledge }: Text): string {
  const { request, plan } = restore;
  const names = [knowledge.choice[plan], knowledge.choice[request.environment]];
  return [escapeMrkdwn(request.project), ...names].join(" · ");
}

/** `Files, Database`: what the requester wants back. */
const wantedText = ({ case: { request } }: RestoreTicket, { form }: Text): string =>
  request.wanted.map((one) => form[one]).join(", ");

function restoreFacts(ticket: RestoreTicket, text: Text, locale: Locale): string[] {
  const { request, mode, restorePlan, wantedUntil } = ticket.case;
  const { field } = text.ticket;
  const { instant, zone } = request.moment;
  const snapshot =
    restorePlan === undefined
      ? []
      : [
          fact(
            field.snapshot,
            `${utcText(restorePlan.snapshot.pointInTime.to)} · ${text.ticket.gap(spanText(restorePlan.gapMs, text))}`,
          ),
        ];
  return [
    fact(field.environment, `${environmentText(ticket, text)}\n${wantedText(ticket, text)}`),
    fact(field.moment, fullWhenText(instant, zone, locale)),
    ...snapshot,
    fact(field.way, text.ticket.mode[mode]),
    ...(wantedUntil === undefined ? [] : [fact(field.expires, utcText(wantedUntil))]),
    ...outcomeFacts(ticket, text),
  ];
}

/** Why it failed in our words, and below it the engine's own. */
function failureLine({ kind, message }: Failure, text: Text): string {
  const detail = message === kind || message === "" ? "" : `\n\`${clamp(message, 400)}\``;
  return escapeMrkdwn(`${failureText(kind, text)}${detail}`);
}

type Failure = NonNullable<RestoreTicket["case"]["failure"]>;

function outcomeFacts({ case: restore }: RestoreTicket, text: Text): string[] {
  const { placed, handOver, failure } = restore;
  const { field } = text.ticket;
  return [
    ...(placed === undefined ? [] : [fact(field.place, `\`${escapeMrkdwn(placed.path)}\``)]),
    ...(handOver?.keptUntil === undefined
      ? []
      : [fact(field.keptUntil, utcText(handOver.keptUntil))]),
    ...(failure === undefined ? [] : [fact(field.failure, failureLine(failure, text))]),
  ];
}
