import { guarded } from "./guarded.ts";
import type { Body } from "./incoming.ts";
import { bodiesIn, bodyIn, textIn } from "./incoming.ts";
import { MEET_MS } from "./interaction-needs.ts";
import type { InteractionNeeds } from "./interaction-needs.ts";
import { makeTurn } from "./make-turn.ts";
import { once } from "./once.ts";
import { readPerson, readView } from "./read-payload.ts";
import { noticeView } from "./small-views.ts";
import type { Form, FormAnswer, FormTable } from "./turn.ts";

/** A form was sent. */
export async function onForm(
  needs: InteractionNeeds,
  table: FormTable,
  body: Body,
  give: (answer?: FormAnswer) => Promise<void>,
): Promise<void> {
  const person = readPerson(body);
  await needs.people.meet(person, MEET_MS);
  const view = readView(body);
  if (view === undefined) return give();
  const trigger = textIn(body, "trigger_id");
  const turn = makeTurn(needs, {
    person,
    inModal: false,
    ...(trigger === undefined ? {} : { trigger }),
  });
  const acked = once(give);
  const form: Form = { ...turn, view, ack: (answer) => acked.ack(answer) };
  const listener = table[view.callback];
  await guarded(
    needs,
    `view ${view.callback}`,
    async () => {
      if (listener === undefined) {
        await acked.ack({
          response_action: "update",
          view: noticeView(turn.text, turn.text.app.oldControl),
        });
        return;
      }
      await listener(form);
      await acked.ack();
    },
    async (reference) => {
      const failed = turn.text.app.notStored(reference);
      const input = firstInput(bodyIn(body, "view"));
      // Without an input there is no place for words: Slack then says itself that it did not work.
      if (!acked.done() && input !== undefined) {
        await acked.ack({ response_action: "errors", errors: { [input]: failed } });
      } else if (acked.done()) await turn.tell(turn.text.app.failed(reference));
    },
  );
}

const firstInput = (view: Body): string | undefined => {
  const input = bodiesIn(view, "blocks").find((block) => block["type"] === "input");
  return input === undefined ? undefined : textIn(input, "block_id");
};
