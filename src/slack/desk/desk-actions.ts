import { SATISFACTIONS } from "../../desk/satisfaction.ts";
import type { Result } from "../../kernel/result.ts";
import type { PersonId, TicketId } from "../../kernel/ids.ts";
import type { RestoreDeedProblem } from "../../restore/restore-deed-problem.ts";
import { againButton } from "../app/make-turn.ts";
import type { Context } from "../app/slack-needs.ts";
import type { ActionTable, Click } from "../app/turn.ts";
import type { Text } from "../text/text.ts";
import { showAudit } from "./audit.ts";
import type { CardValue } from "./card-value.ts";
import { cardValue, readCardValue, readMenuValue } from "./card-value.ts";
import { assignForm, wordsForm } from "./desk-forms.ts";
import { mayPress, refuse } from "./refuse.ts";

type Done = Promise<Result<unknown, RestoreDeedProblem>>;
type SimpleDeed = (input: { readonly id: TicketId; readonly by: PersonId }) => Done;

/** A control that does one thing at once: commit, acknowledge, and tell only what went wrong. */
export const atOnce =
  (needs: Context, deed: (card: CardValue, by: PersonId) => Done) =>
  async (click: Click): Promise<void> => {
    const card = readCardValue(click.value);
    if (card === undefined) return click.tell(click.text.app.oldControl);
    const done = await deed(card, click.person);
    await click.ack();
    if (!done.ok) await refuse(needs, click, card.id, done.problem);
  };

const simple = (needs: Context, deed: SimpleDeed) =>
  atOnce(needs, ({ id }, by) => deed({ id, by }));

type Opens = (metadata: string, text: Text) => Parameters<Click["open"]>[0];

/** A control of staff that opens a form. */
const opensForm =
  (needs: Context, right: "staff" | "approver", form: Opens) =>
  async (click: Click): Promise<void> => {
    await click.ack();
    const card = readCardValue(click.value);
    if (card === undefined) return click.tell(click.text.app.oldControl);
    await openForm(needs, click, { card, right, form });
  };

async function openForm(
  needs: Context,
  click: Click,
  {
    card,
    right,
    form,
  }: {
    readonly card: CardValue;
    readonly right: "staff" | "approver";
    readonly form: Opens;
  },
): Promise<void> {
  const { action, text } = click;
  if (!(await mayPress(needs, click, { action, id: card.id, needs: right }))) return;
  const value = cardValue(card);
  await click.open(form(value, text), againButton(text, action, value));
}

const askForm: Opens = (metadata, text) =>
  wordsForm({ callback: "desk.ask", words: text.form.ask, metadata }, text);
const noteForm: Opens = (metadata, text) =>
  wordsForm({ callback: "desk.note", words: text.form.note, metadata }, text);
const rejectForm: Opens = (metadata, text) =>
  wordsForm({ callback: "desk.reject", words: text.form.reject, metadata }, text);

/** What the menu of a card offers beside its buttons. */
function menuOf(needs: Context): Readonly<Record<string, Chosen>> {
  const opens =
    (action: string, form: Opens): Chosen =>
    (click, card) =>
      openForm(needs, { ...click, action }, { card, right: "staff", form });
  return {
    ask: opens("desk.ask", askForm),
    note: opens("desk.note", noteForm),
    reject: opens("desk.reject", rejectForm),
    assign: opens("desk.assign", assignForm),
    audit: (click, card) => showAudit(needs, click, card.id),
    cancel: async (click, { id, version }) => {
      const done = await needs.cancelTicket({ id, by: click.person, ...versionOf(version) });
      if (!done.ok) await refuse(needs, click, id, done.problem);
    },
    return: async (click, { id }) => {
      const done = await needs.returnToBot({ id, by: click.person });
      if (!done.ok) await refuse(needs, click, id, done.problem);
    },
  };
}

type Chosen = (click: Click, card: CardValue) => Promise<void>;

/** The buttons and menus of cards, as far as they are the same for every ticket. */
export function deskActions(needs: Context): ActionTable {
  return {
    "desk.claim": simple(needs, needs.claimTicket),
    "desk.resolve": simple(needs, needs.resolveQuestion),
    "desk.return": simple(needs, needs.returnToBot),
    "desk.confirm": simple(needs, needs.confirmSolved),
    "desk.not-yet": simple(needs, needs.notYetSolved),
    "desk.cancel": simple(needs, needs.cancelTicket),
    "desk.rate": onRating(needs),
    "desk.ask": opensForm(needs, "staff", askForm),
    "desk.note": opensForm(needs, "staff", noteForm),
    "desk.reject": opensForm(needs, "staff", rejectForm),
    "desk.assign": opensForm(needs, "staff", assignForm),
    "desk.reply": opensReply(needs),
    "desk.audit": async (click) => {
      await click.ack();
      const card = readCardValue(click.value);
      if (card !== undefined) await showAudit(needs, click, card.id);
    },
    "desk.more": onMenu(menuOf(needs)),
  };
}

/** One click says how it was; the message it stands in then shows that it is noted. */
const onRating =
  (needs: Context) =>
  async (click: Click): Promise<void> => {
    const satisfaction = SATISFACTIONS.find((one) => one === click.variant);
    if (satisfaction === undefined) return click.tell(click.text.app.oldControl);
    await atOnce(needs, ({ id }, by) => needs.rateTicket({ id, by, satisfaction }))(click);
  };

const onMenu =
  (menu: Readonly<Record<string, Chosen>>) =>
  async (click: Click): Promise<void> => {
    await click.ack();
    const chosen = readMenuValue(click.value);
    const choice = chosen === undefined ? undefined : menu[chosen.intent];
    if (chosen === undefined || choice === undefined) return click.tell(click.text.app.oldControl);
    await choice(click, chosen.value);
  };

const versionOf = (version: number | undefined) => (version === undefined ? {} : { version });

/** The reply is written with the requester's language in sight. */
const opensReply =
  (needs: Context) =>
  async (click: Click): Promise<void> => {
    await click.ack();
    const card = readCardValue(click.value);
    if (card === undefined) return click.tell(click.text.app.oldControl);
    const ticket = await needs.tickets.get(card.id);
    const hint = (text: Text) => text.form.replyHint(text.form.language[ticket?.locale ?? "en"]);
    await openForm(needs, click, {
      card,
      right: "staff",
      form: (metadata, text) =>
        wordsForm(
          { callback: "desk.reply", words: text.form.reply, metadata, hint: hint(text) },
          text,
        ),
    });
  };
