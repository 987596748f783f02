import { MINUTE_MS, toRfc3339 } from "../kernel/clock.ts";
import type { Receipt } from "../restore/receipt-of.ts";
import { table } from "./table.ts";

/** A receipt on one page. */
export function receiptText(receipt: Receipt): string {
  const { asked, used, people, times, verification, operation, placed } = receipt;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["Asked for", `${toRfc3339(asked.instant)} (${asked.words})`],
    ["Environment", `${asked.project} ${asked.environment}, ${receipt.mode}`],
    ["Snapshot", `${used.snapshot} of ${toRfc3339(used.to)}, engine ${used.engine}`],
    ["Gap", `${Math.round(receipt.gapMs / MINUTE_MS)} min`],
    ["Target", receipt.target],
    ["Brought back", receipt.parts?.join(", ")],
    ["Restore plan", receipt.digest],
    ["Requester", people.requester],
    ["Claimer", people.claimer],
    ["Approver", `${people.approver}, ${toRfc3339(times.approvedAt)}`],
    ["Runner", `${people.runner}, ${toRfc3339(times.startedAt)}`],
    ["Operation", operation === undefined ? undefined : `${operation.id}, ${operation.state}`],
    [
      "Verified",
      `${verification.state}: ${verification.files} files, ${verification.bytes} bytes, ${toRfc3339(verification.at)}`,
    ],
    ["Placed", placed === undefined ? undefined : `${placed.path}, ${toRfc3339(placed.at)}`],
    ["Kept until", receipt.keptUntil === undefined ? undefined : toRfc3339(receipt.keptUntil)],
    ["Handed over", times.handedOverAt === undefined ? undefined : toRfc3339(times.handedOverAt)],
    ["Closed", times.closedAt === undefined ? undefined : toRfc3339(times.closedAt)],
    ["Outcome", receipt.outcome],
    ["Audit head", receipt.auditHead],
  ];
  const told = rows.filter((row): row is [string, string] => row[1] !== undefined);
  return table(["Receipt", receipt.ticket], told);
}
