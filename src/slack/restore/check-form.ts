import type { Instant } from "../../kernel/clock.ts";
import { fail, ok } from "../../kernel/result.ts";
import type { Result } from "../../kernel/result.ts";
import type { MomentProblem } from "../../moment/moment-problem.ts";
import { checkWallClock } from "../../moment/moment.ts";
import { problemText } from "../../moment/problem-text.ts";
import type { Projects, WayBackFor } from "../../restore/ports.ts";
import type { RestoreDraft } from "../../restore/restore-draft.ts";
import type { KnowledgeDoor } from "../knowledge/knowledge-door.ts";
import { textIn } from "../text/text-in.ts";
import type { FormOrigin, FormValues } from "./form-values.ts";

type Needs = {
  readonly projects: Projects;
  readonly wayBackFor: WayBackFor;
  readonly knowledge: Pick<KnowledgeDoor, "verdictOf">;
  readonly now: Instant;
};

type Errors = Record<string, string>;

/** What is wrong with a form: sentences beside their fields, or a time that happened twice. */
export type FormProblem =
  | { readonly kind: "errors"; readonly errors: Errors }
  | {
      readonly kind: "twice";
      readonly problem: Extract<MomentProblem, { readonly kind: "dst-overlap" }>;
    };

/** Turns a form into a draft. Purely: it may stand before an acknowledgement. */
export function checkForm(
  values: FormValues,
  { locale }: Pick<FormOrigin, "locale">,
  needs: Needs,
): Result<RestoreDraft, FormProblem> {
  const missing = { ...missingErrors(values, locale), ...policyErrors(values, locale, needs) };
  const moment = momentOf(values, locale, needs.now);
  const errors = { ...missing, ...("errors" in moment ? moment.errors : {}) };
  if (Object.keys(errors).length > 0) return fail({ kind: "errors", errors });
  if ("twice" in moment) return fail({ kind: "twice", problem: moment.twice });
  const { project, environment, wanted, reason } = values;
  if (project === undefined || environment === undefined || !("moment" in moment)) {
    return fail({ kind: "errors", errors });
  }
  return ok({ project, environment, moment: moment.moment, wanted, reason });
}

function missingErrors(values: FormValues, locale: FormOrigin["locale"]): Errors {
  const { form } = textIn(locale);
  const { project, environment, date, time, zone, wanted } = values;
  return {
    ...(project === undefined ? { project: form.missingProject } : {}),
    ...(environment === undefined ? { environment: form.missingEnvironment } : {}),
    ...(date === undefined ? { date: form.missingDate } : {}),
    ...(time === undefined ? { time: form.missingTime } : {}),
    ...(zone === undefined ? { zone: form.missingZone } : {}),
    ...(wanted.length === 0 ? { scope: form.missingWanted } : {}),
  };
}

/** Whether policy knows a way back for this environment; where it does not, the rule is quoted. */
function policyErrors(
  { project: id, environment }: FormValues,
  locale: FormOrigin["locale"],
  { projects, wayBackFor, knowledge }: Needs,
): Errors {
  const text = textIn(locale);
  if (id === undefined || environment === undefined) return {};
  const project = projects.find(id);
  if (project === undefined) return { project: text.form.missingProject };
  if (!project.environments.includes(environment)) {
    const names = project.environments.map((one) => text.knowledge.choice[one]).join(", ");
    return { environment: text.form.noEnvironment(names) };
  }
  const { product, plan } = project;
  const wayBack = wayBackFor({ product, plan, environment });
  if (wayBack.mode !== "none") return {};
  const rule = knowledge.verdictOf(wayBack.cell, locale);
  return { environment: rule?.text ?? text.form.noWayBack };
}

type ReadMoment =
  | { readonly moment: RestoreDraft["moment"] }
  | { readonly errors: Errors }
  | { readonly twice: Extract<MomentProblem, { readonly kind: "dst-overlap" }> };

function momentOf(
  { date, time, zone }: FormValues,
  locale: FormOrigin["locale"],
  now: Instant,
): ReadMoment {
  if (date === undefined || time === undefined || zone === undefined) return { errors: {} };
  const moment = checkWallClock({ date, time, zone, words: `${date} ${time} ${zone}` });
  if (!moment.ok) {
    if (moment.problem.kind === "dst-overlap") return { twice: moment.problem };
    const said = problemText(moment.problem, locale);
    return { errors: { [fieldOf(moment.problem)]: said } };
  }
  if (moment.value.instant > now) return { errors: { date: textIn(locale).form.future } };
  return { moment: moment.value };
}

/** The field a problem stands beside. */
function fieldOf({ kind }: MomentProblem): string {
  if (kind === "unknown-zone") return "zone";
  return kind === "impossible-time" || kind === "dst-gap" ? "time" : "date";
}
