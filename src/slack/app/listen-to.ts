import type { App } from "@slack/bolt";
import { deskActions } from "../desk/desk-actions.ts";
import { onAskPerson } from "../desk/ask-person.ts";
import { deskForms } from "../desk/desk-form-table.ts";
import { homeActions, homeEvents, homeForms } from "../home/home-listeners.ts";
import type { Homes } from "../home/publish-home.ts";
import { identityEvents } from "../identity/identity-events.ts";
import { knowledgeActions, knowledgeForms } from "../knowledge/knowledge-actions.ts";
import { knowledgeEvents } from "../knowledge/knowledge-events.ts";
import { knowledgeCommands } from "../knowledge/on-backup-command.ts";
import { reportActions } from "../report/report-actions.ts";
import { reportForms } from "../report/report-forms.ts";
import { byHandForms } from "../restore/by-hand-listeners.ts";
import { formActions, formOptions, restoreForms } from "../restore/form-listeners.ts";
import {
  openFormActions,
  openFormCommands,
  openFormShortcuts,
  reactionEvents,
} from "../restore/open-form-listeners.ts";
import { restoreActions } from "../restore/restore-actions.ts";
import { restoreFormTable } from "../restore/restore-form-table.ts";
import { wishActions } from "../moment/wish-actions.ts";
import { registerEvents } from "./register-events.ts";
import { registerInteractions } from "./register-interactions.ts";
import type { SlackClient } from "./slack-client.ts";
import type { Context } from "./slack-needs.ts";

type Needs = Context & {
  readonly client: SlackClient;
  readonly homes: Homes;
  readonly failed: (key: string, cause: unknown) => void;
};

/** Everything the app answers to, by capability. */
export function listenTo(app: App, needs: Needs, removed: () => void): void {
  const { writers } = needs;
  registerInteractions(app, needs, {
    actions: {
      ...knowledgeActions(needs),
      ...wishActions(needs),
      ...openFormActions(needs),
      ...formActions(needs),
      ...restoreActions(needs),
      ...deskActions(needs),
      "desk.person": onAskPerson(needs),
      ...homeActions(needs),
      ...(writers === undefined ? {} : reportActions({ ...needs, writers })),
    },
    forms: {
      ...knowledgeForms(needs),
      ...restoreForms(needs),
      ...restoreFormTable(needs),
      ...byHandForms(needs),
      ...deskForms(needs),
      ...homeForms(needs),
      ...(writers === undefined ? {} : reportForms({ ...needs, writers })),
    },
    commands: { ...knowledgeCommands(needs), ...openFormCommands(needs) },
    shortcuts: openFormShortcuts(needs),
    options: formOptions(needs),
  });
  registerEvents(app, needs, {
    ...knowledgeEvents(needs),
    ...reactionEvents(needs),
    ...homeEvents(needs),
    ...identityEvents({ ...needs, removed }),
  });
}
