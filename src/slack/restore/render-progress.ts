import type { OutboxRow } from "../../desk/ports.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { RestoreTicket } from "../../restore/restore-case.ts";
import { textIn as textOf } from "../app/incoming.ts";
import type { Message } from "../blocks/elements.ts";
import { actions, button, context, section } from "../blocks/elements.ts";
import { cardValue } from "../desk/card-value.ts";
import { stopConfirm } from "../desk/card-buttons.ts";
import { mention } from "../desk/render-card.ts";
import { textIn } from "../text/text-in.ts";
import type { Text } from "../text/text.ts";
import { utcText } from "../text/when-text.ts";
import { bytesText } from "./bytes-text.ts";

/** How far a run is: one message, edited in place. */
export function renderProgress(row: OutboxRow, ticket: RestoreTicket, locale: Locale): Message {
  const text = textIn(locale);
  const { progress: say } = text.restore;
  const names: Readonly<Record<string, unknown>> = say;
  const step = textOf(row.data, "step") ?? "";
  const named = names[step];
  const lead = typeof named === "string" ? named : step;
  const line = [lead, ...farText(row, text)].join(" · ");
  const { run } = ticket.case;
  const started =
    run === undefined ? [] : [context("run", say.startedBy(mention(run.by), utcText(run.at)))];
  const stoppable = ticket.state === "running" && (step === "queued" || step === "running");
  return {
    text: `${ticket.id}: ${line}`.replaceAll("*", ""),
    blocks: [
      section("progress", line),
      ...started,
      ...(stoppable ? [actions("run-actions", [stopButton(ticket, text)])] : []),
    ],
  };
}

const stopButton = (ticket: RestoreTicket, text: Text) =>
  button("restore.stop", text.ticket.button.stop, {
    style: "danger",
    value: cardValue({ id: ticket.id }),
    label: text.ticket.of(text.ticket.button.stop, ticket.id),
    confirm: stopConfirm(text),
  });

function farText({ data }: OutboxRow, { restore }: Text): string[] {
  const { done, total, unit } = data;
  if (typeof done !== "number" || typeof total !== "number") return [];
  const percent = total > 0 ? [`${Math.floor((done / total) * 100)} %`] : [];
  if (unit === "percent") return [`${done} %`];
  if (unit === "bytes") return [`${bytesText(done)} / ${bytesText(total)}`, ...percent];
  return [`${done} / ${total} ${restore.progress.unit.steps}`];
}
