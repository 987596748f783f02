import { everyTicket } from "../../desk/every-ticket.ts";
import { toRfc3339 } from "../../kernel/clock.ts";
import { ticketsCsv } from "../../restore/tickets-table.ts";
import type { SlackClient } from "../app/slack-client.ts";
import type { Context } from "../app/slack-needs.ts";
import { loadingView, noticeView } from "../app/small-views.ts";
import type { Click } from "../app/turn.ts";

type Needs = Context & { readonly client: SlackClient };

/**
 * Every ticket as a table, in the direct messages of whoever of staff asked. It is sent at once and once:
 * where that fails they are told, and may press again.
 */
export const onExport =
  (needs: Needs) =>
  async (click: Click): Promise<void> => {
    await click.ack();
    const { person, text } = click;
    if (!needs.people.rightsOf(person).staff) {
      await needs.audit.append(person, { action: "desk.export-refused", data: { needs: "staff" } });
      return click.tell(text.problem.staffOnly);
    }
    const opened = await click.open(loadingView(text, { title: text.home.exportTitle }));
    const said = await sendTable(needs, click);
    if (opened === undefined) await click.tell(said);
    else await click.update({ id: opened.id }, noticeView(text, said));
  };

async function sendTable(needs: Needs, { person, user, text }: Click): Promise<string> {
  const { tickets, audit, client, now, log } = needs;
  const all = await everyTicket(tickets);
  const note = { action: "desk.exported", data: { by: person, tickets: all.length } };
  await audit.append(person, note);
  try {
    const { channel } = await client.conversations.open({ users: user });
    await client.filesUploadV2({
      channel_id: channel?.id ?? user,
      file: Buffer.from(ticketsCsv(all), "utf8"),
      filename: `tickets-${toRfc3339(now()).slice(0, 10)}.csv`,
      initial_comment: text.home.exportComment(String(all.length)),
    });
    return text.home.exported(String(all.length));
  } catch (cause) {
    log("error", "an export could not be sent", { person, cause });
    return text.home.exportFailed;
  }
}
