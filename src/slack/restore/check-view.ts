import type { types } from "@slack/bolt";
import { echoOf } from "../../moment/echo.ts";
import type { Moment } from "../../moment/moment.ts";
import type { RestorePreview } from "../../restore/preview-restore.ts";
import type { RestoreDraft } from "../../restore/restore-draft.ts";
import { rowFor } from "../../restore/row-for.ts";
import type { Block } from "../blocks/elements.ts";
import { context, fields, header, option, quote, section } from "../blocks/elements.ts";
import { escapeMrkdwn } from "../blocks/escape-mrkdwn.ts";
import { input, modal } from "../blocks/inputs.ts";
import { fact } from "../desk/render-card.ts";
import type { KnowledgeDoor } from "../knowledge/knowledge-door.ts";
import { sourceOf } from "../knowledge/render-answer.ts";
import { spanText } from "../text/span-text.ts";
import { textIn } from "../text/text-in.ts";
import type { Text } from "../text/text.ts";
import { fullWhenText } from "../text/when-text.ts";
import type { FormOrigin } from "./form-values.ts";
import { originText } from "./form-values.ts";
import { leftOutBlocks } from "./finding-text.ts";
import { partFacts } from "./render-approval.ts";

type Checked = {
  readonly draft: RestoreDraft;
  readonly origin: FormOrigin;
  readonly preview: RestorePreview;
  readonly knowledge: Pick<KnowledgeDoor, "verdictOf">;
};

/** Everything that would be sent, before it is: the moment in full, what exists for it, how it comes back. */
export function checkView(checked: Checked): types.ModalView {
  const { draft, origin, preview, knowledge } = checked;
  const { locale } = origin;
  const text = textIn(locale);
  const rule = knowledge.verdictOf(preview.wayBack.cell, locale);
  const [citation] = rule?.citations ?? [];
  return modal({
    callback: "restore.check",
    title: text.form.checkTitle,
    submit: text.form.send,
    close: text.form.back,
    metadata: originText(origin, { u: wantedUntil(checked) }),
    blocks: [
      ...momentBlocks(draft.moment, checked, text),
      ...foundBlocks(checked, text),
      ...(citation === undefined
        ? []
        : [quote("rule", citation.quote), context("source", sourceOf(citation, 1, text))]),
      context("way", ...wayTexts(checked, text)),
      ...gapBlocks(preview, text),
    ],
  });
}

/** What is wrong, where the request cannot be sent as it is. *Back* is the way on. */
export function cannotSendView(said: string, { form, app }: Text): types.ModalView {
  return modal({
    callback: "app.notice",
    title: form.checkTitle,
    close: app.back,
    blocks: [section("problem", `:warning: ${form.notFound}\n${said}`)],
  });
}

function momentBlocks(moment: Moment, { draft, preview, origin }: Checked, text: Text): Block[] {
  const echo = echoOf(moment, { locale: origin.locale, now: preview.askedAt });
  const { form, knowledge } = text;
  const names = [
    escapeMrkdwn(preview.project.name),
    knowledge.choice[preview.plan],
    knowledge.choice[draft.environment],
  ];
  return [
    header("moment", `${echo.weekday} ${echo.longDate}, ${echo.time}`),
    fields("facts", [
      fact(form.zone, `${echo.zone} (${echo.offset})`),
      fact(form.utc, echo.utc),
      fact(form.age, echo.age),
      fact(form.environment, names.join(" · ")),
    ]),
  ];
}

function foundBlocks({ draft, preview, origin }: Checked, text: Text): Block[] {
  const { found, wayBack, askedAt } = preview;
  const { form } = text;
  const { zone, instant } = draft.moment;
  if (found !== undefined) {
    const when = (at: Parameters<typeof fullWhenText>[0]) => fullWhenText(at, zone, origin.locale);
    const after =
      found.nextLater === undefined ? form.noAfter : form.after(when(found.nextLater.to));
    const before = form.before(when(found.snapshot.pointInTime.to), spanText(found.gapMs, text));
    const { expiresAt } = found.snapshot;
    return [
      fields("candidate", [before, after, ...partFacts(found, text)]),
      ...(expiresAt === undefined ? [] : [context("until", form.rowUntil(when(expiresAt)))]),
      ...leftOutBlocks(found, text),
    ];
  }
  if (wayBack.mode !== "retrieve") return [];
  const row = rowFor(wayBack.schedule, instant, askedAt);
  return [section("schedule", `${scheduleText(row, text)} ${form.mayVary}`)];
}

type Row = ReturnType<typeof rowFor>;

const scheduleText = (row: Row, text: Text): string =>
  row.kind === "documented"
    ? text.form.scheduleRow(daysText(row.quoted), spanText(row.largestGapMs, text))
    : text.form.scheduleSilent;

/** `day 1–3`, `day 50+` as numbers: the words around them are the text's. */
const daysText = ({
  fromDay,
  toDay,
}: {
  readonly fromDay: number;
  readonly toDay: number | null;
}) => (toDay === null ? `${fromDay}+` : `${fromDay}–${toDay}`);

function wayTexts({ preview: { wayBack }, draft }: Checked, { form }: Text): string[] {
  if (wayBack.mode === "retrieve") {
    const files = draft.wanted.includes("files") ? [form.filesUndocumented] : [];
    return [form.retrieveMode, form.retrieveKept, ...files, form.notInside];
  }
  return [...(wayBack.byCustomer ? [form.selfService] : []), form.restoreMode, form.notInside];
}

/** A large gap has to be accepted by hand. */
function gapBlocks({ gapToAccept }: RestorePreview, text: Text): Block[] {
  if (gapToAccept === undefined) return [];
  const label = text.form.gapTick(spanText(gapToAccept, text));
  return [
    input("gap", text.form.gapLabel, {
      type: "checkboxes",
      action_id: "v",
      options: [option(label, "accepted")],
    }),
  ];
}

/** When the snapshot that would be used is thinned out, where that is known. */
function wantedUntil({ preview, draft }: Checked): number | undefined {
  const { found, wayBack, askedAt } = preview;
  if (found?.snapshot.expiresAt !== undefined) return found.snapshot.expiresAt;
  if (wayBack.mode !== "retrieve") return undefined;
  const row = rowFor(wayBack.schedule, draft.moment.instant, askedAt);
  return row.kind === "documented" ? row.until : undefined;
}
