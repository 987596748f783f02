import { guarded } from "./guarded.ts";
import type { Body } from "./incoming.ts";
import { textIn } from "./incoming.ts";
import { MEET_MS } from "./interaction-needs.ts";
import type { InteractionNeeds } from "./interaction-needs.ts";
import { makeTurn } from "./make-turn.ts";
import type { Respond } from "./make-turn.ts";
import { once } from "./once.ts";
import { readAction, readPerson, readPlace, readView } from "./read-payload.ts";
import type { ActionTable, Click } from "./turn.ts";

export type ActionIn = {
  readonly body: Body;
  readonly action: Body;
  readonly ack: () => Promise<void>;
  readonly respond: Respond | undefined;
};

/** A button, a menu or a picker was used. */
export async function onAction(
  needs: InteractionNeeds,
  table: ActionTable,
  given: ActionIn,
): Promise<void> {
  const { body, respond } = given;
  const person = readPerson(body);
  await needs.people.meet(person, MEET_MS);
  const at = readPlace(body);
  const view = readView(body);
  const acked = once(given.ack);
  const trigger = textIn(body, "trigger_id");
  const turn = makeTurn(needs, {
    person,
    inModal: view?.kind === "modal",
    ...(trigger === undefined ? {} : { trigger }),
    ...(respond === undefined ? {} : { respond }),
    ...(at === undefined ? {} : { channel: at.channel }),
    ...(at?.thread === undefined ? {} : { thread: at.thread }),
  });
  const { id, variant, value } = readAction(given.action);
  const listener = table[id];
  const click: Click = {
    ...turn,
    action: id,
    variant,
    value,
    ack: () => acked.ack(),
    ...(at === undefined ? {} : { at }),
    ...(view === undefined ? {} : { view }),
  };
  await guarded(
    needs,
    `action ${id}`,
    async () => {
      if (listener === undefined) {
        await acked.ack();
        if (given.action["url"] === undefined) await turn.tell(turn.text.app.oldControl);
        return;
      }
      await listener(click);
      await acked.ack();
    },
    async (reference) => {
      await acked.ack();
      await turn.tell(turn.text.app.failed(reference));
    },
  );
}
