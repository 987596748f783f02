import { personId, teamOf } from "../../kernel/ids.ts";
import type { PersonId, TicketId } from "../../kernel/ids.ts";
import type { Result } from "../../kernel/result.ts";
import type { RestoreDeedProblem } from "../../restore/restore-deed-problem.ts";
import { fieldIn } from "../app/fields.ts";
import type { Context } from "../app/slack-needs.ts";
import { noticeView } from "../app/small-views.ts";
import type { Form, FormTable } from "../app/turn.ts";
import { onPersonForm } from "./ask-person.ts";
import type { CardValue } from "./card-value.ts";
import { readCardValue } from "./card-value.ts";
import { WORDS } from "./desk-forms.ts";
import { refuseForm } from "./refuse.ts";

type Done = Promise<Result<unknown, RestoreDeedProblem>>;

type Sent = {
  readonly card: CardValue;
  readonly by: PersonId;
  readonly words: string;
  readonly form: Form;
};

/** A sent form: commit, then acknowledge. What went wrong stands beside the field. */
export const onSent =
  (needs: Context, deed: (sent: Sent) => Done, block: string | null = WORDS) =>
  async (form: Form): Promise<void> => {
    const card = readCardValue(form.view.metadata);
    if (card === undefined) {
      return form.ack({
        response_action: "update",
        view: noticeView(form.text, form.text.app.oldControl),
      });
    }
    const words = fieldIn(form.view.fields, WORDS) ?? "";
    const done = await deed({ card, by: form.person, words, form });
    if (done.ok) return form.ack();
    const where = block === null ? { id: card.id } : { id: card.id, block };
    await refuseForm(needs, form, where, done.problem);
  };

type WordsDeed = (input: {
  readonly id: TicketId;
  readonly by: PersonId;
  readonly words: string;
}) => Done;

const withWords = (needs: Context, deed: WordsDeed) =>
  onSent(needs, ({ card, by, words }) => deed({ id: card.id, by, words }));

/** The forms of staff that are the same for every ticket, and the one that asks a person. */
export function deskForms(needs: Context): FormTable {
  return {
    "desk.ask": withWords(needs, needs.askRequester),
    "desk.note": withWords(needs, needs.noteOnTicket),
    "desk.reply": withWords(needs, needs.replyToRequester),
    "desk.reject": onSent(needs, ({ card: { id, version }, by, words }) =>
      needs.rejectTicket({ id, by, words, ...(version === undefined ? {} : { version }) }),
    ),
    "desk.assign": onSent(
      needs,
      async ({ card: { id, version }, by, words, form }) => {
        const to = personId(teamOf(by), fieldIn(form.view.fields, "to") ?? "");
        await needs.people.meet(to, 1_000);
        return needs.handTicketTo({
          id,
          by,
          to,
          ...(words === "" ? {} : { words }),
          ...(version === undefined ? {} : { version }),
        });
      },
      "to",
    ),
    "desk.person": onPersonForm(needs),
  };
}
