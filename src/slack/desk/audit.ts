import type { AuditEntry } from "../../desk/audit-entry.ts";
import { userOf } from "../../kernel/ids.ts";
import type { TicketId } from "../../kernel/ids.ts";
import type { Context } from "../app/slack-needs.ts";
import type { Click } from "../app/turn.ts";
import { escapeMrkdwn } from "../blocks/escape-mrkdwn.ts";
import type { Text } from "../text/text.ts";
import { utcText } from "../text/when-text.ts";
import { auditView } from "./desk-forms.ts";
import { mayPress } from "./refuse.ts";

/** Shows staff who did what when to a ticket. */
export async function showAudit(needs: Context, click: Click, id: TicketId): Promise<void> {
  if (!(await mayPress(needs, click, { action: "desk.audit", id, needs: "staff" }))) return;
  const history = await needs.tickets.history(id);
  const lines = history.map((entry) => auditLine(entry, click.text));
  await click.open(auditView(lines, click.text));
}

/** Values people may read; words are kept as digests and say nothing here. */
function auditLine({ at, actor, action, data, seq }: AuditEntry, { home }: Text): string {
  const who = actor === "desk" ? home.desk : `<@${userOf(actor)}>`;
  const values = Object.entries(data).flatMap(([key, value]) =>
    typeof value === "string" || typeof value === "number" ? [`${key} ${value}`] : [],
  );
  return `${seq}. ${home.auditLine(utcText(at), who, `\`${action}\``)} ${escapeMrkdwn(values.join(" · "))}`;
}
