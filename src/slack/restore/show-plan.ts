import type { types } from "@slack/bolt";
import type { TicketId } from "../../kernel/ids.ts";
import type { ByHand } from "../../restore/by-hand-plan.ts";
import { EngineError } from "../../restore/engine-error.ts";
import type { Check, RestorePlan } from "../../restore/restore-plan.ts";
import type { Context } from "../app/slack-needs.ts";
import { noticeView } from "../app/small-views.ts";
import type { OpenView, Turn } from "../app/turn.ts";
import { context, fields, section } from "../blocks/elements.ts";
import { input, modal, writing } from "../blocks/inputs.ts";
import { cardValue } from "../desk/card-value.ts";
import { problemText } from "../desk/problem-text.ts";
import { redrawCard } from "../desk/refuse.ts";
import { shortDigest } from "../desk/render-line.ts";
import type { Text } from "../text/text.ts";
import { utcText } from "../text/when-text.ts";
import { byHandForm } from "./by-hand-forms.ts";
import { checkText, failureText, leftOutBlocks } from "./finding-text.ts";
import { planFacts } from "./render-approval.ts";

type Asked = { readonly id: TicketId; readonly snapshotId?: string; readonly byHand?: ByHand };

/** Makes the dry run and shows what came of it in the view that is open. */
export async function showPlan(
  needs: Context,
  turn: Turn,
  view: OpenView,
  asked: Asked,
): Promise<void> {
  await turn.update(view, await dryRun(needs, turn, asked));
}

async function dryRun(
  needs: Context,
  { person, text }: Turn,
  asked: Asked,
): Promise<types.ModalView> {
  try {
    const planned = await needs.planTicket({ ...asked, by: person });
    if (!planned.ok) {
      if (planned.problem.kind === "by-hand-needed") {
        return byHandForm(cardValue({ id: asked.id }), text);
      }
      if (planned.problem.kind === "moved-on") await redrawCard(needs, asked.id);
      return noticeView(text, problemText(planned.problem, text));
    }
    const plan = planned.value.case.restorePlan;
    if (plan === undefined) return noticeView(text, text.problem.planStale);
    return planView(asked.id, plan, text);
  } catch (cause) {
    if (!(cause instanceof EngineError)) throw cause;
    needs.log("warn", "an engine could not make a plan", { kind: cause.kind, cause });
    return noticeView(text, engineFailed(cause, text));
  }
}

/** Why an engine could not answer; nothing has been changed by asking. */
export const engineFailed = ({ kind }: EngineError, text: Text): string =>
  kind === "unavailable"
    ? text.problem.engineDown
    : `${failureText(kind, text)} ${text.form.nothingChanged}`;

/** What would be done, and a field for another snapshot. */
function planView(id: TicketId, plan: RestorePlan, text: Text): types.ModalView {
  const { form, app } = text;
  return modal({
    callback: "restore.plan",
    title: form.plan.title,
    ...(plan.byHand === true ? {} : { submit: form.plan.send }),
    close: app.close,
    metadata: cardValue({ id }),
    blocks: [
      section("done", form.planNothing),
      fields("plan", planFacts(plan, text)),
      ...leftOutBlocks(plan, text),
      ...checkBlock("conditions", { label: form.preconditions, text }, plan.preconditions),
      ...checkBlock("warnings", { label: form.warnings, text }, plan.warnings),
      context("digest", `\`${shortDigest(plan.digest)}\` · ${utcText(plan.expiresAt)}`),
      ...(plan.byHand === true
        ? []
        : [
            input("snapshot", form.planOther, writing({ max: 200 }), {
              optional: true,
              hint: form.planOtherHint,
            }),
          ]),
    ],
  });
}

function checkBlock(
  blockId: string,
  { label, text }: { readonly label: string; readonly text: Text },
  checks: readonly Check[],
) {
  if (checks.length === 0) return [];
  const lines = checks.map(
    (check) => `${check.ok ? ":white_check_mark:" : ":warning:"} ${checkText(check, text)}`,
  );
  return [section(blockId, [`*${label}*`, ...lines].join("\n"))];
}
