import { answerPlace, homeOf } from "../app/answer-place.ts";
import type { EventTable } from "../app/register-events.ts";
import { bodyIn, textIn as textOf } from "../app/incoming.ts";
import { readCardValue } from "../desk/card-value.ts";
import { isRestore } from "../desk/kinds-of-ticket.ts";
import { questionOf } from "../knowledge/knowledge-actions.ts";
import { unmark } from "../knowledge/unmark.ts";
import type { SlackClient } from "../app/slack-client.ts";
import type { Context } from "../app/slack-needs.ts";
import type { ActionTable, Click, CommandTable, ShortcutTable } from "../app/turn.ts";
import { actions, button, section } from "../blocks/elements.ts";
import type { RestoreTicket } from "../../restore/restore-case.ts";
import { SECOND_MS } from "../../kernel/clock.ts";
import type { Instant } from "../../kernel/clock.ts";
import { personId } from "../../kernel/ids.ts";
import { textIn } from "../text/text-in.ts";
import { wordsOfMessage } from "./words-of-message.ts";
import { openForm } from "./open-form.ts";
import type { OpenedFrom } from "./open-form.ts";

type Needs = Context & { readonly client: SlackClient };

/** *Request a restore* under an answer, on Home, or in place of a click that came too late. */
export function openFormActions(needs: Needs): ActionTable {
  return {
    "restore.open": async (click) => {
      await click.ack();
      await openForm(needs, click, click.value, () => fromValue(needs, click));
    },
    "restore.change": async (click) => {
      await click.ack();
      const card = readCardValue(click.value);
      const ticket = card === undefined ? undefined : await needs.tickets.get(card.id);
      if (ticket === undefined || !isRestore(ticket)) return click.tell(click.text.app.oldControl);
      if (ticket.requester !== click.person) return click.tell(click.text.form.onlyMine);
      await openForm(needs, click, click.value, async () => changeOf(ticket));
    },
  };
}

/** The request as it stands, for another moment. */
function changeOf({ id, case: restore, origin, locale }: RestoreTicket): OpenedFrom {
  const { project, environment, moment, wanted, reason } = restore.request;
  const wall = moment.words.split(" ");
  const [date, time] = wall;
  return {
    place: origin,
    locale,
    change: {
      id,
      values: {
        project,
        environment,
        wanted,
        reason,
        zone: moment.zone,
        ...(date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? { date } : {}),
        ...(time !== undefined && /^\d\d:\d\d$/.test(time) ? { time } : {}),
      },
    },
  };
}

async function fromValue(needs: Needs, click: Click): Promise<OpenedFrom> {
  const question = await questionOf(needs, click.value);
  if (question !== undefined) {
    const place = await answerPlace(needs, question.place, click);
    return { place, words: question.words, question };
  }
  const [mark, channel, ts, thread] = click.value.split(":");
  if (mark !== "m" || channel === undefined || ts === undefined) {
    return { place: homeOf(click) };
  }
  const words = await wordsOfMessage(needs.client, { channel, ts, ...threadOf(thread) });
  const place = await answerPlace(needs, { channel, thread: thread ?? ts }, click);
  return { place, words: unmark(words), ...saidAt(ts) };
}

/** The id of a message is the time it was written. */
function saidAt(ts: string): { readonly saidAt?: Instant } {
  const at = Math.floor(Number(ts) * SECOND_MS);
  return Number.isFinite(at) ? { saidAt: at as Instant } : {};
}

const threadOf = (thread: string | undefined) => (thread === undefined ? {} : { thread });

/** `/restore [words]` */
export function openFormCommands(needs: Needs): CommandTable {
  return {
    "/restore": async (command) => {
      await command.ack();
      const words = unmark(command.words);
      await openForm(needs, command, "", async () => ({ place: homeOf(command), words }));
    },
  };
}

export function openFormShortcuts(needs: Needs): ShortcutTable {
  return {
    "restore.new": async (shortcut) =>
      openForm(needs, shortcut, "", async () => ({ place: homeOf(shortcut) })),
    "restore.from-message": async (shortcut) => {
      const { message } = shortcut;
      if (message === undefined) return;
      const { channel, ts, thread } = message;
      const value = ["m", channel, ts, ...(thread === undefined ? [] : [thread])].join(":");
      await openForm(needs, shortcut, value, async () => ({
        place: await answerPlace(needs, { channel, thread: thread ?? ts }, shortcut),
        words: unmark(message.words),
        ...saidAt(ts),
      }));
    },
  };
}

const TICKETS = new Set(["ticket", "admission_tickets", "tickets"]);

/** 🎫 on a message: a reaction has no trigger, so it is answered with a button only its author sees. */
export function reactionEvents(needs: Needs): EventTable {
  return {
    reaction_added: async (body) => {
      const event = bodyIn(body, "event");
      const item = bodyIn(event, "item");
      const user = textOf(event, "user");
      const channel = textOf(item, "channel");
      const ts = textOf(item, "ts");
      if (!TICKETS.has(textOf(event, "reaction") ?? "")) return;
      if (user === undefined || channel === undefined || ts === undefined) return;
      const person = personId(textOf(body, "team_id") ?? "", user);
      await needs.people.meet(person, 2_000);
      const text = textIn(needs.people.localeOf(person));
      const { foreign } = needs.people.rightsOf(person);
      const said = foreign ? text.app.membersOnly : text.form.openForm;
      const open = button("restore.open", text.knowledge.openForm, {
        style: "primary",
        value: `m:${channel}:${ts}`,
      });
      await needs.client.chat.postEphemeral({
        channel,
        user,
        text: said,
        blocks: [section("said", said), ...(foreign ? [] : [actions("open", [open])])],
      });
    },
  };
}
