import type { types } from "@slack/bolt";
import type { OutboxRow } from "../../desk/ports.ts";
import type { SolvedAnswer } from "../../desk/resolve-question.ts";
import { SATISFACTIONS, satisfactionOf } from "../../desk/satisfaction.ts";
import type { Ticket } from "../../desk/ticket.ts";
import type { Message } from "../blocks/elements.ts";
import { actions, button, context } from "../blocks/elements.ts";
import { textIn as textOf } from "../app/incoming.ts";
import { failureText } from "../restore/finding-text.ts";
import { spanText } from "../text/span-text.ts";
import type { Text } from "../text/text.ts";
import { fullWhenText } from "../text/when-text.ts";
import { cardValue } from "./card-value.ts";
import { isQuestion } from "./kinds-of-ticket.ts";
import { mention } from "./render-card.ts";
import { hoursIn, personIn, withWords } from "./render-line.ts";

type About = { readonly ticket: Ticket; readonly text: Text; readonly zone: string };

/** A line to the requester, in their language. */
export function renderTold(row: OutboxRow, about: About): Message {
  const what = row.kind.slice("told.".length);
  const line = (TOLD[what] ?? unnamed(what))(about, row);
  const said = withWords(line, row);
  const message = isAsking(what)
    ? { ...said, blocks: [...said.blocks, context("here", about.text.ticket.told.answerHere)] }
    : said;
  const buttons = buttonsOf(what, about, row);
  if (buttons.length === 0) return message;
  return { ...message, blocks: [...message.blocks, actions("answer", buttons)] };
}

/** Words of staff that may be answered. */
const isAsking = (what: string): boolean => what === "question" || what === "reply";

function buttonsOf(what: string, about: About, row: OutboxRow): types.Button[] {
  if (what === "solved") return solvedButtons(about, row);
  if (what === "closed") return ratingButtons(about);
  if (what !== "gap") return [];
  const { ticket, text } = about;
  const value = cardValue({ id: ticket.id, gapMs: gapIn(row) });
  return [button("restore.accept-gap", text.ticket.button.acceptGap, { value, style: "primary" })];
}

/** Asked until it is answered, by this message or a later one. */
const solvedButtons = ({ ticket, text }: About, row: OutboxRow): types.Button[] => {
  if (solvedAnswer(row) !== undefined || ticket.state !== "handed-over") return [];
  const value = cardValue({ id: ticket.id, version: ticket.version });
  const { yes, notYet } = text.ticket.button;
  return [
    button("desk.confirm", yes, { value, style: "primary" }),
    button("desk.not-yet", notYet, { value }),
  ];
};

const solvedAnswer = ({ data }: OutboxRow): SolvedAnswer | undefined => {
  const { answer } = data;
  return answer === "yes" || answer === "notYet" ? answer : undefined;
};

const solvedText: Say = ({ ticket, text }, row) => {
  const asked = text.ticket.told.solved(ticket.id);
  const answer = solvedAnswer(row);
  if (answer === undefined) return asked;
  const chosen = text.knowledge.chosen(mention(ticket.requester), text.ticket.button[answer]);
  return `${asked} ${chosen}`;
};

/** Asked once: whoever has said it sees no buttons any more. */
function ratingButtons({ ticket, text }: About): types.Button[] {
  if (satisfactionOf(ticket) !== undefined) return [];
  const value = cardValue({ id: ticket.id });
  return SATISFACTIONS.map((one) => {
    const label = text.ticket.satisfaction[one];
    return button(`desk.rate:${one}`, label, { value, label: text.ticket.of(label, ticket.id) });
  });
}

const closedText: Say = ({ ticket, text }) => {
  const { closed, rate, rated } = text.ticket.told;
  return `${closed(ticket.id)} ${satisfactionOf(ticket) === undefined ? rate : rated}`;
};

const gapIn = ({ data }: OutboxRow): number =>
  typeof data["gapMs"] === "number" ? data["gapMs"] : 0;

type Say = (about: About, row: OutboxRow) => string;

const unnamed =
  (what: string): Say =>
  ({ ticket, text }) =>
    text.ticket.told.other(ticket.id, what);

const TOLD: Readonly<Record<string, Say>> = {
  "ticket-opened": ({ ticket, text, zone }) =>
    text.ticket.told.opened(
      ticket.id,
      isQuestion(ticket) ? fullWhenText(ticket.case.answerDueAt, zone, ticket.locale) : "",
    ),
  gap: ({ ticket, text }, row) => text.ticket.told.gap(ticket.id, spanText(gapIn(row), text)),
  question: ({ ticket, text }, row) => text.ticket.told.question(ticket.id, personIn(row, "by")),
  reply: ({ ticket, text }, row) => text.ticket.told.reply(ticket.id, personIn(row, "by")),
  rejected: ({ ticket, text }, row) => text.ticket.told.rejected(ticket.id, personIn(row, "by")),
  cancelled: ({ ticket, text }) => text.ticket.told.cancelled(ticket.id),
  solved: solvedText,
  closed: closedText,
  approved: ({ ticket, text }) => text.ticket.told.approved(ticket.id),
  started: ({ ticket, text }) => text.ticket.told.started(ticket.id),
  failed: ({ ticket, text }, row) => {
    const kind = textOf(row.data, "kind");
    const why = kind === undefined ? [] : [failureText(kind, text)];
    return [text.ticket.told.failed(ticket.id), ...why].join(" ");
  },
  "stopped-by-hand": ({ ticket, text }, row) =>
    text.ticket.told.stoppedByHand(ticket.id, personIn(row, "by")),
  changed: ({ ticket, text }) => text.ticket.told.changed(ticket.id),
  "problem-noted": ({ ticket, text }) => text.ticket.told.problemNoted(ticket.id),
  reminder: ({ ticket, text }, row) => text.ticket.told.reminder(ticket.id, hoursIn(row)),
  "not-collected": ({ ticket, text }) => text.ticket.told.notCollected(ticket.id),
};

/** A line to one member of staff. */
export function renderToStaff(row: OutboxRow, { ticket, text }: Omit<About, "zone">): Message {
  const what = row.kind.slice("staff.".length);
  const by = personIn(row, "by");
  const hours = hoursIn(row);
  const { staff } = text.ticket;
  const lines: Readonly<Record<string, string>> = {
    handed: staff.handed(ticket.id, by),
    approved: staff.approved(ticket.id, by),
    refused: staff.refused(ticket.id, by),
    "expiry-warning": staff.expiryWarning(ticket.id, hours),
  };
  return withWords(lines[what] ?? staff.other(ticket.id, what), row);
}
