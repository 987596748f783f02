import { guarded } from "./guarded.ts";
import type { Body } from "./incoming.ts";
import { textIn } from "./incoming.ts";
import { MEET_MS } from "./interaction-needs.ts";
import type { InteractionNeeds } from "./interaction-needs.ts";
import { makeTurn } from "./make-turn.ts";
import type { Respond } from "./make-turn.ts";
import { once } from "./once.ts";
import { readPerson } from "./read-payload.ts";
import type { Command, CommandTable } from "./turn.ts";

/** A slash command. */
export async function onCommand(
  needs: InteractionNeeds,
  table: CommandTable,
  body: Body,
  given: { readonly ack: (answer?: unknown) => Promise<void>; readonly respond: Respond },
): Promise<void> {
  const person = readPerson(body);
  await needs.people.meet(person, MEET_MS);
  const acked = once(given.ack);
  const trigger = textIn(body, "trigger_id") ?? "";
  const turn = makeTurn(needs, { person, inModal: false, trigger, respond: given.respond });
  const name = textIn(body, "command") ?? "";
  const command: Command = {
    ...turn,
    command: name,
    words: textIn(body, "text") ?? "",
    channel: textIn(body, "channel_id") ?? "",
    key: trigger,
    ack: (answer) =>
      acked.ack(
        answer === undefined || typeof answer === "string"
          ? answer
          : { response_type: "ephemeral", ...answer },
      ),
  };
  const listener = table[name];
  await guarded(
    needs,
    `command ${name}`,
    async () => {
      if (listener === undefined) await command.ack(turn.text.app.unknownCommand(name));
      else await listener(command);
      await acked.ack();
    },
    async (reference) => {
      const failed = turn.text.app.failed(reference);
      if (acked.done()) await turn.tell(failed);
      else await acked.ack(failed);
    },
  );
}
