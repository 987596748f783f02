import type { Deed } from "../../desk/deed.ts";
import type { FromCard } from "../../desk/desk-problem.ts";
import type { TicketStore } from "../../desk/ports.ts";
import type { Place, Ticket } from "../../desk/ticket.ts";
import type { Clock } from "../../kernel/clock.ts";
import { userOf } from "../../kernel/ids.ts";
import type { PersonId } from "../../kernel/ids.ts";
import type { Answer } from "../../knowledge/answer.ts";
import type { Body } from "../app/incoming.ts";
import type { SlackClient } from "../app/slack-client.ts";
import { section } from "../blocks/elements.ts";
import type { People } from "../identity/people.ts";
import { ask } from "./ask.ts";
import type { AskNeeds } from "./ask.ts";
import { settleWish } from "../moment/settle-wish.ts";
import { mannerOf } from "./channel-manner.ts";
import type { ChannelManners } from "./channel-manner.ts";
import { settleByWords } from "./choose.ts";
import { asksEverybody, isCertain } from "./is-certain.ts";
import { onDeletion, onEdit } from "./on-edit.ts";
import { textIn } from "../text/text-in.ts";
import { readDeletion, readEdit, readSaid } from "./said.ts";
import type { Said } from "./said.ts";
import { ticketOfMessage } from "./ticket-of-message.ts";
import { ticketOfThread } from "./thread-ticket.ts";

const MEET_MS = 2_000;

type OnTicket = Omit<FromCard, "version">;

export type MessageNeeds = AskNeeds & {
  readonly config: { readonly channels: ChannelManners };
  readonly client: SlackClient;
  readonly people: People;
  readonly now: Clock;
  readonly tickets: TicketStore;
  readonly takeOver: Deed<OnTicket>;
  readonly requesterWrote: Deed<OnTicket & { readonly words: string }>;
  /** User id of our bot. */
  readonly botUser: () => string;
};

/** Where an answer to a message goes: its thread, or one below it. */
const placeOf = ({ channel, ts, thread }: Said): Place => ({ channel, thread: thread ?? ts });

/** A message was written, edited or deleted. Most of them are not for us. */
export function onMessage(needs: MessageNeeds) {
  return async (body: Body): Promise<void> => {
    const edit = readEdit(body);
    if (edit !== undefined) return onEdit(needs, edit);
    const deletion = readDeletion(body);
    if (deletion !== undefined) return onDeletion(needs, deletion);
    const said = readSaid(body);
    if (said === undefined) return;
    const mentioned = said.raw.includes(`<@${needs.botUser()}>`);
    // The same message arrives once more as a mention, and is taken there.
    if (mentioned && !said.direct) return;
    await (said.thread === undefined ? atRoot(needs, said) : inThread(needs, said));
  };
}

/** Somebody spoke to us by name. */
export function onMention(needs: MessageNeeds) {
  return async (body: Body): Promise<void> => {
    const said = readSaid(body);
    if (said === undefined) return;
    if (await isWithPerson(needs, said)) return;
    if (mannerOf(needs.config.channels, said.channel) === "silent")
      return explainSilence(needs, said);
    await answerTo(needs, said);
  };
}

async function atRoot(needs: MessageNeeds, said: Said): Promise<void> {
  if (needs.knowledge.isChatter(said.words)) return;
  if (said.direct) return answerTo(needs, said);
  const manner = mannerOf(needs.config.channels, said.channel);
  if (manner !== "every-question" || !asksEverybody(said.raw, said.words)) return;
  await answerTo(needs, said, isCertain);
}

/** Spoken to where we say nothing in public: the asker alone is told where to ask. */
async function explainSilence({ people, client }: MessageNeeds, said: Said): Promise<void> {
  const profile = await people.meet(said.person, MEET_MS);
  const text = textIn(profile?.locale ?? "en").knowledge.silentHere;
  await client.chat.postEphemeral({
    channel: said.channel,
    user: userOf(said.person),
    text,
    blocks: [section("said", text)],
    ...(said.thread === undefined ? {} : { thread_ts: said.thread }),
  });
}

async function inThread(needs: MessageNeeds, said: Said): Promise<void> {
  const place = placeOf(said);
  const thread = await needs.questions.inThread(place);
  if (await isWithPerson(needs, said)) return;
  const ours = said.direct || thread.length > 0;
  if (!ours || (await isReplyToTicket(needs, said, thread.length))) return;
  if (await isStaffTakingOver(needs, said, thread[0]?.askedBy)) return;
  if (needs.knowledge.isChatter(said.words)) return;
  if (await settleByWords(needs, said, thread.at(-1))) return;
  if (await settleWish(needs, said, thread.at(-1))) return;
  await answerTo(needs, said);
}

/**
 * A person has this thread: what the requester writes goes to the card, and the bot is silent.
 * False once nobody has it any more; then it answers again where it is spoken to.
 */
async function isWithPerson(needs: MessageNeeds, said: Said): Promise<boolean> {
  const place = placeOf(said);
  if ((await needs.questions.voice(place)) !== "person") return false;
  const ticket = await ticketOfThread(needs, place, said.person);
  const by = said.person;
  if (ticket === undefined) {
    const spokenTo = said.direct || said.raw.includes(`<@${needs.botUser()}>`);
    return !spokenTo;
  }
  if (by === ticket.requester) {
    if (!needs.knowledge.isChatter(said.words)) {
      await needs.requesterWrote({ id: ticket.id, by, words: said.words });
    }
  } else if (mayTakeOver(needs, ticket, by)) {
    await needs.takeOver({ id: ticket.id, by });
  }
  return true;
}

/** A reply below a message of ours about a ticket goes to whoever has it. */
async function isReplyToTicket(needs: MessageNeeds, said: Said, asked: number): Promise<boolean> {
  if (!said.direct || said.thread === undefined || asked > 0) return false;
  const ticket = await ticketOfMessage(needs, { channel: said.channel, ts: said.thread });
  if (ticket === undefined || ticket.requester !== said.person) return false;
  const { words, person } = said;
  if (needs.knowledge.isChatter(words)) return true;
  return (await needs.requesterWrote({ id: ticket.id, by: person, words })).ok;
}

const mayTakeOver = ({ people }: MessageNeeds, ticket: Ticket, by: PersonId): boolean =>
  people.rightsOf(by).staff && ticket.assignee !== by;

/** Staff who simply answer in somebody's thread take it over. */
async function isStaffTakingOver(
  needs: MessageNeeds,
  said: Said,
  asker: PersonId | undefined,
): Promise<boolean> {
  const { people, questions, takeOver } = needs;
  if (said.direct || asker === undefined || asker === said.person) return false;
  if (!people.rightsOf(said.person).staff) return false;
  const place = placeOf(said);
  await questions.setVoice(place, "person");
  const ticket = await ticketOfThread(needs, place, asker);
  if (ticket !== undefined) await takeOver({ id: ticket.id, by: said.person });
  return true;
}

async function answerTo(
  needs: MessageNeeds,
  said: Said,
  onlyIf?: (answer: Answer) => boolean,
): Promise<void> {
  const profile = await needs.people.meet(said.person, MEET_MS);
  await ask(needs, {
    person: said.person,
    place: placeOf(said),
    messageTs: said.ts,
    words: said.words,
    clientLocale: profile?.locale ?? "en",
    ...(onlyIf === undefined ? {} : { onlyIf }),
  });
}
