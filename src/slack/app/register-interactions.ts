import type { App, types } from "@slack/bolt";
import type { Body } from "./incoming.ts";
import { isBody, textIn } from "./incoming.ts";
import type { InteractionNeeds } from "./interaction-needs.ts";
import type { Respond } from "./make-turn.ts";
import { onAction } from "./on-action.ts";
import { onCommand } from "./on-command.ts";
import { onForm } from "./on-form.ts";
import { onShortcut } from "./on-shortcut.ts";
import { optionsFor } from "./options-for.ts";
import type { ActionTable, CommandTable, FormTable, OptionsTable, ShortcutTable } from "./turn.ts";

/** Every control the app answers to. An id that is in no table is an old control. */
export type Tables = {
  readonly actions: ActionTable;
  readonly forms: FormTable;
  readonly commands: CommandTable;
  readonly shortcuts: ShortcutTable;
  readonly options: OptionsTable;
};

const asBody = (value: unknown): Body => (isBody(value) ? value : {});

/** One dispatcher for each kind of interaction; the tables say who listens. */
export function registerInteractions(app: App, needs: InteractionNeeds, tables: Tables): void {
  app.action(/^/, async ({ body, action, ack, respond }) => {
    await onAction(needs, tables.actions, {
      body: asBody(body),
      action: asBody(action),
      ack: () => ack(),
      respond: textIn(asBody(body), "response_url") === undefined ? undefined : respondBy(respond),
    });
  });
  app.view({ callback_id: /^/, type: "view_submission" }, async ({ body, ack }) => {
    await onForm(needs, tables.forms, asBody(body), (answer) => ack(answer));
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
