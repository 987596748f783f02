import type { App, types } from "@slack/bolt";
import type { People } from "../identity/people.ts";
import type { Text } from "../text/text.ts";
import { guarded } from "./guarded.ts";
import type { Body } from "./incoming.ts";
import { bodiesIn, bodyIn, isBody, textIn } from "./incoming.ts";
import type { Log } from "./log.ts";
import { makeTurn } from "./make-turn.ts";
import type { Respond } from "./make-turn.ts";
import { readAction, readPerson, readPlace, readView } from "./read-payload.ts";
import type { SlackClient } from "./slack-client.ts";
import type {
  ActionTable,
  Click,
  Command,
  CommandTable,
  Form,
  FormAnswer,
  FormTable,
  OptionsTable,
  Shortcut,
  ShortcutTable,
} from "./turn.ts";

/** Every control the app answers to. An id that is in no table is an old control. */
export type Tables = {
  readonly actions: ActionTable;
  readonly forms: FormTable;
  readonly commands: CommandTable;
  readonly shortcuts: ShortcutTable;
  readonly options: OptionsTable;
};

type Needs = {
  readonly client: SlackClient;
  readonly people: People;
  readonly log: Log;
  readonly wake: () => void;
};

/** A person we do not know yet is asked for, but no longer than a trigger can bear. */
const MEET_MS = 600;

const asBody = (value: unknown): Body => (isBody(value) ? value : {});

/** One dispatcher for each kind of interaction; the tables say who listens. */
export function registerInteractions(app: App, needs: Needs, tables: Tables): void {
  app.action(/^/, async ({ body, action, ack, respond }) => {
    await onAction(needs, tables.actions, {
      body: asBody(body),
      action: asBody(action),
      ack: () => ack(),
      respond: textIn(asBody(body), "response_url") === undefined ? undefined : respondBy(respond),
    });
  });
  app.view({ callback_id: /^/, type: "view_submission" }, async ({ body, ack }) => {
    await onForm(needs, tables.forms, asBody(body), (answer) => ack(answer as never));
  });
  app.view({ callback_id: /^/, type: "view_closed" }, async ({ ack }) => ack());
  app.command(/^/, async ({ body, ack, respond }) => {
    await onCommand(needs, tables.commands, asBody(body), {
      ack: (answer) => ack(answer as never),
      respond: respondBy(respond),
    });
  });
  app.shortcut(/^/, async ({ body, ack, respond }) => {
    const known = textIn(asBody(body), "response_url") !== undefined;
    await onShortcut(needs, tables.shortcuts, asBody(body), {
      ack: () => ack(),
      respond: known ? respondBy(respond) : undefined,
    });
  });
  app.options(/^/, async ({ body, ack }) => {
    const options = await optionsFor(needs, tables.options, asBody(body));
    await ack({ options: options as types.PlainTextOption[] });
  });
}

const respondBy =
  (respond: (message: never) => Promise<unknown>): Respond =>
  ({ text, blocks, thread }) =>
    respond({
      text,
      blocks,
      response_type: "ephemeral",
      replace_original: false,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    } as never);

type ActionIn = {
  readonly body: Body;
  readonly action: Body;
  readonly ack: () => Promise<void>;
  readonly respond: Respond | undefined;
};

/** Acknowledges once, whoever asks for it. */
const once = <Answer>(ack: (answer?: Answer) => Promise<void>) => {
  let done = false;
  return {
    done: () => done,
    ack: async (answer?: Answer): Promise<void> => {
      if (done) return;
      done = true;
      await ack(answer);
    },
  };
};

async function onAction(needs: Needs, table: ActionTable, given: ActionIn): Promise<void> {
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

async function onForm(
  needs: Needs,
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
        await acked.ack({ response_action: "update", view: oldView(turn.text) });
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

const oldView = (text: Text): types.ModalView => ({
  type: "modal",
  callback_id: "app.notice",
  title: { type: "plain_text", text: text.app.noticeTitle },
  close: { type: "plain_text", text: text.app.close },
  blocks: [
    { type: "section", block_id: "old", text: { type: "plain_text", text: text.app.oldControl } },
  ],
});

async function onCommand(
  needs: Needs,
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

async function onShortcut(
  needs: Needs,
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

async function optionsFor(
  { people, log }: Needs,
  table: OptionsTable,
  body: Body,
): Promise<readonly types.PlainTextOption[]> {
  const action = textIn(body, "action_id") ?? "";
  const person = readPerson(body);
  const view = readView(body);
  try {
    const typed = textIn(body, "value") ?? "";
    const locale = people.localeOf(person);
    const asked = { person, locale, action, typed, ...(view === undefined ? {} : { view }) };
    return (await table[action]?.(asked)) ?? [];
  } catch (cause) {
    log("error", "options cannot be found", { action, cause });
    return [];
  }
}
