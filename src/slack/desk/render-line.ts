import type { OutboxRow } from "../../desk/ports.ts";
import { SATISFACTIONS } from "../../desk/satisfaction.ts";
import type { PersonId } from "../../kernel/ids.ts";
import { userOf } from "../../kernel/ids.ts";
import { textIn as textOf } from "../app/incoming.ts";
import type { Message } from "../blocks/elements.ts";
import { quote, section } from "../blocks/elements.ts";
import { escapeMrkdwn } from "../blocks/escape-mrkdwn.ts";
import { failureText } from "../restore/finding-text.ts";
import { spanText } from "../text/span-text.ts";
import type { Text } from "../text/text.ts";

/** What a line names, read from its notice. */
type Facts = {
  readonly by: string;
  readonly to: string;
  readonly digest: string;
  readonly hours: string;
  readonly why: string;
  readonly gap: string;
  /** What the requester said of it. */
  readonly rating: string;
  /** What a notice would have told, and its key. */
  readonly notice: string;
};

/** One line in the internal thread of a card, with the words that were said. */
export function renderLine(row: OutboxRow, text: Text): Message {
  const what = row.kind.slice("line.".length);
  const line = (LINES[what] ?? unnamed(what))(text, factsOf(row, text));
  return withWords(line, row);
}

/** A line of ours, and below it what a person wrote, inert. */
export function withWords(line: string, { data }: Pick<OutboxRow, "data">): Message {
  const words = textOf(data, "words");
  return {
    text: words === undefined ? line : `${line} ${escapeMrkdwn(words)}`.slice(0, 3_900),
    blocks: [section("line", line), ...(words === undefined ? [] : [quote("words", words)])],
  };
}

/** Somebody in a notice's data, as a mention. */
export const personIn = ({ data }: Pick<OutboxRow, "data">, key: string): string => {
  const person = textOf(data, key);
  return person === undefined ? "?" : `<@${userOf(person as PersonId)}>`;
};

/** A number of hours in a notice's data. */
export const hoursIn = ({ data }: Pick<OutboxRow, "data">): string =>
  typeof data["hours"] === "number" ? String(data["hours"]) : "";

export const shortDigest = (digest: string): string =>
  digest.length < 20 ? digest : `${digest.slice(0, 11)}…${digest.slice(-4)}`;

function factsOf(row: OutboxRow, text: Text): Facts {
  const { data } = row;
  const kind = textOf(data, "kind");
  const message = textOf(data, "message");
  const failure = [
    ...(kind === undefined ? [] : [failureText(kind, text)]),
    ...(message === undefined || message === kind ? [] : [`(${message})`]),
  ];
  return {
    by: personIn(row, "by"),
    to: personIn(row, "to"),
    digest: `\`${shortDigest(textOf(data, "digest") ?? "")}\``,
    hours: hoursIn(row),
    why: escapeMrkdwn(failure.join(" ")),
    gap: spanText(Number(data["gapMs"] ?? 0), text),
    rating: ratingIn(row, text),
    notice: noticeIn(row),
  };
}

const noticeIn = ({ data }: OutboxRow): string =>
  [textOf(data, "notice"), textOf(data, "key")]
    .map((one) => `\`${escapeMrkdwn(one ?? "?").replaceAll("`", "'")}\``)
    .join(", ");

function ratingIn({ data }: OutboxRow, { ticket }: Text): string {
  const said = SATISFACTIONS.find((one) => one === data["satisfaction"]);
  return said === undefined ? "" : ticket.satisfaction[said];
}

type Say = (text: Text, facts: Facts) => string;

const unnamed =
  (what: string): Say =>
  ({ ticket }) =>
    ticket.line.other(what);

const LINES: Readonly<Record<string, Say>> = {
  claimed: ({ ticket }, { by }) => ticket.line.claimed(by),
  asked: ({ ticket }, { by }) => ticket.line.asked(by),
  note: ({ ticket }, { by }) => ticket.line.note(by),
  handed: ({ ticket }, { by, to }) => ticket.line.handed(by, to),
  rejected: ({ ticket }, { by }) => ticket.line.rejected(by),
  cancelled: ({ ticket }, { by }) => ticket.line.cancelled(by),
  replied: ({ ticket }, { by }) => ticket.line.replied(by),
  "requester-wrote": ({ ticket }, { by }) => ticket.line.requesterWrote(by),
  resolved: ({ ticket }, { by }) => ticket.line.resolved(by),
  closed: ({ ticket }, { by }) => ticket.line.closed(by),
  rated: ({ ticket }, { by, rating }) => ticket.line.rated(by, rating),
  reopened: ({ ticket }, { by }) => ticket.line.reopened(by),
  returned: ({ ticket }, { by }) => ticket.line.returned(by),
  "taken-over": ({ ticket }, { by }) => ticket.line.takenOver(by),
  planned: ({ ticket }, { by, digest }) => ticket.line.planned(by, digest),
  "approval-wanted": ({ ticket }, { by, digest }) => ticket.line.approvalWanted(by, digest),
  "approval-withdrawn": ({ ticket }, { by }) => ticket.line.approvalWithdrawn(by),
  approved: ({ ticket }, { by }) => ticket.line.approved(by),
  refused: ({ ticket }, { by }) => ticket.line.refused(by),
  started: ({ ticket }, { by }) => ticket.line.started(by),
  verified: ({ ticket }) => ticket.line.verified,
  failed: ({ ticket }, { why }) => ticket.line.failed(why),
  "stopped-by-hand": ({ ticket }, { by }) => ticket.line.stoppedByHand(by),
  stopped: ({ ticket }) => ticket.line.stopped,
  unknown: ({ ticket }) => ticket.line.unknown,
  "engine-asked": ({ ticket }, { by }) => ticket.line.engineAsked(by),
  "outcome-happened": ({ ticket }, { by }) => ticket.line.outcomeHappened(by),
  "outcome-did-not": ({ ticket }, { by }) => ticket.line.outcomeDidNot(by),
  "outcome-confirmed": ({ ticket }, { by }) => ticket.line.outcomeConfirmed(by),
  retry: ({ ticket }, { by }) => ticket.line.retry(by),
  "stop-wanted": ({ ticket }, { by }) => ticket.line.stopWanted(by),
  changed: ({ ticket }, { by }) => ticket.line.changed(by),
  "gap-accepted": ({ ticket }, { by, gap }) => ticket.line.gapAccepted(by, gap),
  placed: ({ ticket }, { by }) => ticket.line.placed(by),
  "placed-other": ({ ticket }, { by }) => ticket.line.placedOther(by),
  "handed-over": ({ ticket }, { by }) => ticket.line.handedOver(by),
  acknowledged: ({ ticket }, { by }) => ticket.line.acknowledged(by),
  problem: ({ ticket }, { by }) => ticket.line.problem(by),
  "plan-expired": ({ ticket }) => ticket.line.planExpired,
  "expiry-warning": ({ ticket }, { hours }) => ticket.line.expiryWarning(hours),
  "not-collected": ({ ticket }) => ticket.line.notCollected,
  "set-aside": ({ ticket }, { notice }) => ticket.line.setAside(notice),
};
