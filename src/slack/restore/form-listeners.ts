import type { types } from "@slack/bolt";
import type { Instant } from "../../kernel/clock.ts";
import { findZones } from "../../moment/zones/find-zones.ts";
import { EngineError } from "../../restore/engine-error.ts";
import type { RestoreDraft } from "../../restore/restore-draft.ts";
import { noticeView, loadingView } from "../app/small-views.ts";
import type { SlackClient } from "../app/slack-client.ts";
import type { Context } from "../app/slack-needs.ts";
import type { ActionTable, Form, FormTable, OptionsTable } from "../app/turn.ts";
import { option } from "../blocks/elements.ts";
import { problemText } from "../desk/problem-text.ts";
import { refuseForm } from "../desk/refuse.ts";
import { platformErrorOf } from "../outbox/slack-error.ts";
import { wait } from "../outbox/wait.ts";
import { textIn } from "../text/text-in.ts";
import { checkForm } from "./check-form.ts";
import { cannotSendView, checkView } from "./check-view.ts";
import { formView, zoneInstant } from "./form-view.ts";
import type { FormOrigin } from "./form-values.ts";
import { readFormValues, readOrigin } from "./form-values.ts";
import { engineFailed } from "./show-plan.ts";
import { readTwice, twiceView } from "./twice-view.ts";

type Needs = Context & { readonly client: SlackClient };

const MAX_OPTIONS = 100;
const TRIES = 5;

/** Project and zone are looked up while the person types; both from memory. */
export function formOptions({ projects, people, now }: Needs): OptionsTable {
  return {
    "restore.project": async ({ typed }) => {
      const wanted = typed.trim().toLowerCase();
      return projects
        .list()
        .filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(wanted))
        .slice(0, MAX_OPTIONS)
        .map(({ id, name }) => option(name, id));
    },
    "moment.zone": async ({ typed, view, locale, person }) => {
      const values = readFormValues(view?.fields ?? {});
      const origin = view === undefined ? undefined : readOrigin(view.metadata, "");
      const profileZone = people.known(person)?.zone;
      return findZones(typed, {
        locale: origin?.locale ?? locale,
        at: zoneInstant(values, now()),
        limit: MAX_OPTIONS,
        ...(profileZone === undefined ? {} : { profileZone }),
      }).map(({ label, value }) => option(label, value));
    },
  };
}

/** Date, time or zone was changed: the echo below them follows. */
export function formActions({ projects, now }: Needs): ActionTable {
  const redraw: ActionTable[string] = async ({ ack, view, user, update }) => {
    await ack();
    if (view === undefined || view.callback !== "restore.request") return;
    const { more: _more, ...origin } = readOrigin(view.metadata, user);
    const values = readFormValues(view.fields);
    // Without its hash: of two quick changes the later one must show, not the first one.
    await update({ id: view.id }, formView(values, origin, { projects, now: now() }));
  };
  return {
    "moment.date": redraw,
    "moment.time": redraw,
    "moment.zone": redraw,
    "restore.project": async ({ ack }) => ack(),
  };
}

/** The restore form, the question which of two hours is meant, and the check before it is sent. */
export function restoreForms(needs: Needs): FormTable {
  return {
    "restore.request": async (form) => {
      const { more: _more, ...origin } = readOrigin(form.view.metadata, form.user);
      const values = readFormValues(form.view.fields);
      const checked = checkForm(values, origin, { ...needs, now: needs.now() });
      if (checked.ok) return showCheck(needs, form, { origin, draft: checked.value });
      if (checked.problem.kind === "errors") {
        return form.ack({ response_action: "errors", errors: checked.problem.errors });
      }
      const view = twiceView(checked.problem.problem, values, origin);
      return form.ack({ response_action: "push", view });
    },
    "moment.twice": async (form) => {
      const { more, ...origin } = readOrigin(form.view.metadata, form.user);
      const read = readTwice(form.view.fields, more);
      const { project, environment, wanted = [], reason = "" } = read?.values ?? {};
      if (read === undefined || project === undefined || environment === undefined) {
        return form.ack({
          response_action: "update",
          view: noticeView(form.text, form.text.problem.draftGone),
        });
      }
      const draft = { project, environment, moment: read.moment, wanted, reason };
      return showCheck(needs, form, { origin, draft });
    },
    "restore.check": async (form) => onSent(needs, form),
  };
}

type Checked = {
  readonly origin: FormOrigin;
  readonly draft: RestoreDraft;
};

/** Keeps the draft, acknowledges with a view that waits, and only then asks the engine. */
async function showCheck(needs: Needs, form: Form, checked: Checked): Promise<void> {
  const { origin, draft } = checked;
  const saved = await needs.drafts.save(draft, form.person, origin.draft);
  const text = textIn(origin.locale);
  const externalId = `check-${saved.draft}-${saved.version}-${form.view.id}`;
  const view = loadingView(text, { externalId, title: text.form.checkTitle });
  await form.ack({ response_action: "push", view });
  const next = await checkOf(needs, form, { ...checked, origin: { ...origin, draft: saved } });
  await updateByExternalId(needs, externalId, next);
}

async function checkOf(needs: Needs, form: Form, checked: Checked): Promise<types.ModalView> {
  const { draft, origin } = checked;
  const text = textIn(origin.locale);
  try {
    const preview = await needs.previewRestore(draft);
    if (!preview.ok) return cannotSendView(problemText(preview.problem, text), text);
    const { gapToAccept } = preview.value;
    if (gapToAccept === undefined) {
      return checkView({ draft, origin, preview: preview.value, knowledge: needs.knowledge });
    }
    // Sent only with the tick beside the gap, so what is kept may say already that it was accepted.
    const accepting = { ...draft, acceptedGapMs: gapToAccept };
    const saved = await needs.drafts.save(accepting, form.person, origin.draft);
    return checkView({
      draft: accepting,
      origin: { ...origin, draft: saved },
      preview: preview.value,
      knowledge: needs.knowledge,
    });
  } catch (cause) {
    if (!(cause instanceof EngineError)) throw cause;
    needs.log("warn", "an engine could not be asked", { kind: cause.kind, cause });
    return cannotSendView(engineFailed(cause, text), text);
  }
}

/** A view pushed by an acknowledgement is known to Slack a moment later. One that was closed meanwhile is left alone. */
async function updateByExternalId(
  { client, log }: Pick<Needs, "client" | "log">,
  external_id: string,
  view: types.ModalView,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.views.update({ external_id, view });
      return;
    } catch (cause) {
      if (platformErrorOf(cause) !== "not_found") throw cause;
      if (attempt === TRIES) return log("info", "a check was closed before it was ready", {});
      await wait(100 * attempt);
    }
  }
}

/** *Send*: ticket, job, receipt and card are one commit; the same draft again is the same ticket. */
async function onSent(needs: Needs, form: Form): Promise<void> {
  const { draft, change, place, locale, more } = readOrigin(form.view.metadata, form.user);
  if (draft === undefined) return refuseForm(needs, form, {}, { kind: "draft-gone" });
  const until = more["u"];
  const by = form.person;
  const done =
    change === undefined
      ? await needs.fileRestore({
          draft,
          by,
          locale,
          origin: place,
          ...(typeof until === "number" ? { wantedUntil: until as Instant } : {}),
        })
      : await needs.changeMoment({ id: change, by, draft });
  if (!done.ok)
    return refuseForm(needs, form, change === undefined ? {} : { id: change }, done.problem);
  await form.ack({ response_action: "clear" });
}
