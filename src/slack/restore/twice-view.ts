import type { types } from "@slack/bolt";
import { readInstant, toRfc3339 } from "../../kernel/clock.ts";
import type { MomentProblem } from "../../moment/moment-problem.ts";
import type { Moment } from "../../moment/moment.ts";
import { overlapTexts } from "../../moment/problem-text.ts";
import { section } from "../blocks/elements.ts";
import { input, modal } from "../blocks/inputs.ts";
import { fieldIn } from "../app/fields.ts";
import type { Fields } from "../app/fields.ts";
import type { Body } from "../app/incoming.ts";
import { bodyIn, textIn as textOf } from "../app/incoming.ts";
import { textIn } from "../text/text-in.ts";
import type { FormOrigin, FormValues } from "./form-values.ts";
import { originText, readFormValues } from "./form-values.ts";

type Overlap = Extract<MomentProblem, { readonly kind: "dst-overlap" }>;

/** The clocks ran through that hour twice: which one is meant? Nothing is preset. */
export function twiceView(
  problem: Overlap,
  values: FormValues,
  origin: FormOrigin,
): types.ModalView {
  const { form, app } = textIn(origin.locale);
  const [first, second] = overlapTexts(problem, origin.locale);
  return modal({
    callback: "moment.twice",
    title: form.twice.title,
    submit: form.twice.send,
    close: app.back,
    metadata: originText(origin, { f: values }),
    blocks: [
      section("why", form.twice.why),
      input("instant", form.twice.label, {
        type: "radio_buttons",
        action_id: "v",
        options: [
          choice(first, toRfc3339(problem.first)),
          choice(second, toRfc3339(problem.second)),
        ],
      }),
    ],
  });
}

const choice = (text: string, value: string): types.PlainTextOption => ({
  text: { type: "plain_text", text },
  value,
});

/** The form below the question, and the instant that was chosen. */
export function readTwice(
  fields: Fields,
  more: Body,
): { readonly values: FormValues; readonly moment: Moment } | undefined {
  const kept = bodyIn(more, "f");
  const instant = readInstant(fieldIn(fields, "instant") ?? "");
  const wanted = Array.isArray(kept["wanted"])
    ? kept["wanted"].filter((one): one is string => typeof one === "string")
    : [];
  const list = (key: string): readonly string[] => {
    const value = textOf(kept, key);
    return value === undefined ? [] : [value];
  };
  const values = readFormValues({
    project: list("project"),
    environment: list("environment"),
    date: list("date"),
    time: list("time"),
    zone: list("zone"),
    reason: list("reason"),
    scope: wanted,
  });
  const { date, time, zone } = values;
  if (instant === undefined || zone === undefined) return undefined;
  return { values, moment: { instant, zone, words: `${date ?? ""} ${time ?? ""} ${zone}` } };
}
