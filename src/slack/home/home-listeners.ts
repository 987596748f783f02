import { isFinal } from "../../desk/lifecycle.ts";
import type { Ticket, TicketState } from "../../desk/ticket.ts";
import { isTicketId, personId, teamOf } from "../../kernel/ids.ts";
import type { TicketId } from "../../kernel/ids.ts";
import { fieldIn } from "../app/fields.ts";
import { bodyIn, textIn as textOf } from "../app/incoming.ts";
import type { EventTable } from "../app/register-events.ts";
import type { SlackClient } from "../app/slack-client.ts";
import type { Context } from "../app/slack-needs.ts";
import { noticeView } from "../app/small-views.ts";
import type { ActionTable, Click, FormTable } from "../app/turn.ts";
import type { Block } from "../blocks/elements.ts";
import { actions, button, section } from "../blocks/elements.ts";
import { input, modal, writing } from "../blocks/inputs.ts";
import { cardValue } from "../desk/card-value.ts";
import { problemText } from "../desk/problem-text.ts";
import { textIn } from "../text/text-in.ts";
import type { Text } from "../text/text.ts";
import { onExport } from "./export-tickets.ts";
import { ticketLine, withoutEmoji } from "./home-view.ts";
import type { Homes } from "./publish-home.ts";

type Needs = Context & { readonly client: SlackClient; readonly homes: Homes };

/** Somebody opened our Home, or the conversation with us. */
export function homeEvents({ homes, people, client, log }: Needs): EventTable {
  return {
    app_home_opened: async (body) => {
      const event = bodyIn(body, "event");
      const user = textOf(event, "user");
      const channel = textOf(event, "channel");
      if (user === undefined) return;
      const person = personId(textOf(body, "team_id") ?? "", user);
      if (event["tab"] === "home") return homes.opened(person);
      if (event["tab"] !== "messages" || channel === undefined) return;
      await people.meet(person, 2_000);
      const { prompts } = textIn(people.localeOf(person)).app;
      try {
        await client.assistant.threads.setSuggestedPrompts({
          channel_id: channel,
          title: prompts.title,
          prompts: [
            { title: prompts.firstTitle, message: prompts.first },
            { title: prompts.secondTitle, message: prompts.second },
          ],
        });
      } catch (cause) {
        log("info", "prompts cannot be suggested", { cause });
      }
    },
  };
}

const PAGE = 10;

/** Numbers of the Home that open lists, and the end of a shift. */
export function homeActions(needs: Needs): ActionTable {
  return {
    "desk.list": async (click) => {
      await click.ack();
      if (!needs.people.rightsOf(click.person).staff) {
        return click.tell(click.text.problem.staffOnly);
      }
      await showList(needs, click);
    },
    "desk.export": onExport(needs),
    "desk.shift": async (click) => {
      await click.ack();
      if (!needs.people.rightsOf(click.person).staff) {
        return click.tell(click.text.problem.staffOnly);
      }
      await click.open(shiftForm(click.text));
    },
  };
}

/** One page of ten; *more* shows the next in the same view. */
async function showList(needs: Needs, click: Click): Promise<void> {
  const state = click.variant as TicketState;
  const before = isTicketId(click.value) ? click.value : undefined;
  const found = await needs.tickets.list({
    states: [state],
    limit: PAGE + 1,
    ...(before === undefined ? {} : { before }),
  });
  const view = listView(found, state, click.text);
  if (click.view?.kind === "modal") await click.update(click.view, view);
  else await click.open(view);
}

function listView(found: readonly Ticket[], state: TicketState, text: Text) {
  const shown = found.slice(0, PAGE);
  const last = shown.at(-1);
  const rows = shown.flatMap((ticket): Block[] => [
    {
      ...section(`ticket-${ticket.id}`, ticketLine(ticket, text)),
      accessory: button("desk.audit", text.ticket.button.audit, {
        value: cardValue({ id: ticket.id }),
        label: text.ticket.of(text.ticket.button.audit, ticket.id),
      }),
    },
  ]);
  const more =
    found.length > PAGE && last !== undefined
      ? [actions("more", [button(`desk.list:${state}`, text.home.show, { value: last.id })])]
      : [];
  return modal({
    callback: "desk.list",
    title: withoutEmoji(text.ticket.state[state] ?? text.home.listTitle).slice(0, 24),
    close: text.app.close,
    blocks: rows.length === 0 ? [section("none", text.home.nothing)] : [...rows, ...more],
  });
}

const shiftForm = ({ app, home }: Text) =>
  modal({
    callback: "desk.shift",
    title: home.shiftTitle,
    submit: home.shiftSend,
    close: app.cancel,
    metadata: "shift",
    blocks: [
      input("to", home.shiftTo, { type: "users_select", action_id: "v" }),
      input("words", home.shiftNote, writing({ lines: true, max: 2_000 }), { optional: true }),
    ],
  });

/** The end of a shift: every open ticket goes to one colleague. */
export function homeForms(needs: Needs): FormTable {
  return {
    "desk.shift": async ({ view, person, text, ack }) => {
      const to = personId(teamOf(person), fieldIn(view.fields, "to") ?? "");
      const words = fieldIn(view.fields, "words");
      await needs.people.meet(to, 1_000);
      const mine = await needs.tickets.list({ assignee: person, limit: 200 });
      const open = mine.filter(({ kind, state }) => !isFinal(kind, state));
      let handed = 0;
      for (const { id } of open) {
        const done = await hand(needs, id, { by: person, to, words });
        if (!done.ok) {
          const said = problemText(done.problem, text);
          return ack({ response_action: "errors", errors: { to: said } });
        }
        handed += 1;
      }
      const said = text.home.shiftDone(String(handed));
      return ack({ response_action: "update", view: noticeView(text, said) });
    },
  };
}

const hand = (
  { handTicketTo }: Needs,
  id: TicketId,
  { by, to, words }: { by: Click["person"]; to: Click["person"]; words: string | undefined },
) => handTicketTo({ id, by, to, ...(words === undefined ? {} : { words }) });
