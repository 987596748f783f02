import type { types } from "@slack/bolt";
import type { Instant } from "../../kernel/clock.ts";
import { ENVIRONMENTS } from "../../kernel/product.ts";
import { echoOf } from "../../moment/echo.ts";
import { checkWallClock } from "../../moment/moment.ts";
import { problemText } from "../../moment/problem-text.ts";
import { zoneLabel } from "../../moment/zones/zone-label.ts";
import type { Projects } from "../../restore/ports.ts";
import { context, option } from "../blocks/elements.ts";
import { escapeMrkdwn } from "../blocks/escape-mrkdwn.ts";
import { input, modal, writing } from "../blocks/inputs.ts";
import { textIn } from "../text/text-in.ts";
import type { Text } from "../text/text.ts";
import type { FormOrigin, FormValues } from "./form-values.ts";
import { originText } from "./form-values.ts";

type Needs = {
  readonly projects: Pick<Projects, "find">;
  readonly now: Instant;
  /** What the words it was opened from left open: shown until the fields are filled in. */
  readonly asked?: string;
};

/** Above this a form's text may not fit into the metadata of the view that asks "which of the two?". */
const MAX_REASON = 1_200;

/** The restore form. The same block ids every time, so that nothing typed is lost by an update. */
export function formView(values: FormValues, origin: FormOrigin, needs: Needs): types.ModalView {
  const text = textIn(origin.locale);
  const { form, app } = text;
  return modal({
    callback: "restore.request",
    title: origin.change === undefined ? form.title : form.changeTitle,
    submit: form.check,
    close: app.cancel,
    metadata: originText(origin),
    blocks: [
      ...whatFields(values, needs, text),
      ...whenFields(values, origin, needs),
      context("echo", echoText(values, origin, needs)),
      input("scope", form.wanted, wantedBoxes(values, text)),
      input(
        "reason",
        form.reason,
        writing({ initial: values.reason, lines: true, max: MAX_REASON }),
        { optional: true },
      ),
    ],
  });
}

function whatFields(values: FormValues, { projects }: Needs, { form, knowledge }: Text) {
  const project = values.project === undefined ? undefined : projects.find(values.project);
  const environments = ENVIRONMENTS.toReversed().map((one) => option(knowledge.choice[one], one));
  const chosen = environments.find((one) => one.value === values.environment);
  return [
    input("project", form.project, {
      type: "external_select",
      action_id: "restore.project",
      min_query_length: 0,
      placeholder: { type: "plain_text", text: form.projectHint },
      ...(project === undefined ? {} : { initial_option: option(project.name, project.id) }),
    }),
    input("environment", form.environment, {
      type: "static_select",
      action_id: "v",
      options: environments,
      ...(chosen === undefined ? {} : { initial_option: chosen }),
    }),
  ];
}

/** The offset a zone has on the day that is chosen. */
export function zoneInstant(
  { date, time }: Pick<FormValues, "date" | "time">,
  now: Instant,
): Instant {
  const at = Date.parse(`${date ?? ""}T${time ?? "12:00"}:00Z`);
  return Number.isNaN(at) ? now : (at as Instant);
}

function whenFields(values: FormValues, { locale }: FormOrigin, { now }: Needs) {
  const { form } = textIn(locale);
  const { date, time, zone } = values;
  const chosen =
    zone === undefined
      ? {}
      : { initial_option: option(zoneLabel(zone, locale, zoneInstant(values, now)), zone) };
  return [
    input(
      "date",
      form.date,
      {
        type: "datepicker",
        action_id: "moment.date",
        ...(date === undefined ? {} : { initial_date: date }),
      },
      { live: true },
    ),
    input(
      "time",
      form.time,
      {
        type: "timepicker",
        action_id: "moment.time",
        ...(time === undefined ? {} : { initial_time: time }),
      },
      { live: true },
    ),
    input(
      "zone",
      form.zone,
      {
        type: "external_select",
        action_id: "moment.zone",
        min_query_length: 0,
        placeholder: { type: "plain_text", text: form.zonePick },
        ...chosen,
      },
      { live: true, hint: form.zoneHint },
    ),
  ];
}

function wantedBoxes(values: FormValues, { form }: Text): types.InputBlock["element"] {
  const options = [option(form.files, "files"), option(form.database, "database")];
  const ticked = options.filter((one) => values.wanted.some((wanted) => wanted === one.value));
  return {
    type: "checkboxes",
    action_id: "v",
    options,
    ...(ticked.length === 0 ? {} : { initial_options: ticked }),
  };
}

/** The moment in full as soon as there is one, or what stands in its way. */
function echoText(values: FormValues, { locale }: FormOrigin, { now, asked }: Needs): string {
  const { date, time, zone } = values;
  const { form } = textIn(locale);
  if (date === undefined || time === undefined || zone === undefined) {
    return asked === undefined ? form.echoEmpty : `:warning: ${escapeMrkdwn(asked)}`;
  }
  const moment = checkWallClock({ date, time, zone, words: `${date} ${time} ${zone}` });
  if (!moment.ok) return `:warning: ${escapeMrkdwn(problemText(moment.problem, locale))}`;
  const { line } = echoOf(moment.value, { locale, now });
  if (moment.value.instant > now) return `:warning: ${escapeMrkdwn(line)} · ${form.future}`;
  return [line, ...(asked === undefined ? [] : [`:warning: ${asked}`])]
    .map(escapeMrkdwn)
    .join("\n");
}
