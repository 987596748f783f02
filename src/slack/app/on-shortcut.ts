import { guarded } from "./guarded.ts";
import type { Body } from "./incoming.ts";
import { bodyIn, textIn } from "./incoming.ts";
import { MEET_MS } from "./interaction-needs.ts";
import type { InteractionNeeds } from "./interaction-needs.ts";
import { makeTurn } from "./make-turn.ts";
import type { Respond } from "./make-turn.ts";
import { once } from "./once.ts";
import { readPerson } from "./read-payload.ts";
import type { Shortcut, ShortcutTable } from "./turn.ts";

/** A shortcut, global or on a message. */
export async function onShortcut(
  needs: InteractionNeeds,
  table: ShortcutTable,
  body: Body,
  given: { readonly ack: () => Promise<void>; readonly respond: Respond | undefined },
): Promise<void> {
  const person = readPerson(body);
  await needs.people.meet(person, MEET_MS);
  const acked = once(given.ack);
  const callback = textIn(body, "callback_id") ?? "";
  const channel = textIn(bodyIn(body, "channel"), "id");
  const turn = makeTurn(needs, {
    person,
    inModal: false,
    trigger: textIn(body, "trigger_id") ?? "",
    ...(given.respond === undefined ? {} : { respond: given.respond }),
  });
  const message = bodyIn(body, "message");
  const ts = textIn(body, "message_ts") ?? textIn(message, "ts");
  const thread = textIn(message, "thread_ts");
  const shortcut: Shortcut = {
    ...turn,
    callback,
    ack: () => acked.ack(),
    ...(channel === undefined || ts === undefined
      ? {}
      : {
          message: {
            channel,
            ts,
            words: textIn(message, "text") ?? "",
            ...(thread === undefined ? {} : { thread }),
          },
        }),
  };
  const listener = table[callback];
  await guarded(
    needs,
    `shortcut ${callback}`,
    async () => {
      await acked.ack();
      if (listener === undefined) await turn.tell(turn.text.app.oldControl);
      else await listener(shortcut);
    },
    (reference) => turn.tell(turn.text.app.failed(reference)),
  );
}
