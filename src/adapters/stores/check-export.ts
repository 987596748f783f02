import type { Selectable } from "kysely";
import { NO_AUDIT, verifyChain } from "../../desk/audit-chain.ts";
import type { AuditHead } from "../../desk/audit-chain.ts";
import type { Instant } from "../../kernel/clock.ts";
import { toAuditEntry } from "./audit-lines.ts";
import type { Counts } from "./count-rows.ts";
import { notWhole, readExport } from "./read-export.ts";
import type { ExportedRow } from "./read-export.ts";
import type { AuditTable } from "./schema.ts";

export type CheckedExport = {
  readonly counts: Counts;
  /** Where its audit trail ends, and when that line was written. */
  readonly head: AuditHead;
  readonly lastAt?: Instant;
};

/**
 * Reads an export whole, as an import would, and follows its audit trail; keeps nothing.
 *
 * @throws where it could not be imported
 */
export async function checkExport(
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<CheckedExport> {
  const counts = { audit: 0, inbox: 0, question: 0, ticket: 0 };
  let head = NO_AUDIT;
  let lastAt: Instant | undefined;
  let kept: ExportedRow["row"] | undefined;
  for await (const { table, row } of readExport(lines)) {
    if (isCounted(table, counts)) counts[table] += 1;
    if (table === "audit_head") kept = row;
    if (table !== "audit") continue;
    const entry = toAuditEntry(row as Selectable<AuditTable>);
    const followed = verifyChain(head, [entry]);
    if (!followed.ok) throw notWhole(`an unbroken audit trail at line ${followed.problem.seq}`);
    head = followed.value;
    lastAt = entry.at;
  }
  const end = kept?.["seq"] ?? NO_AUDIT.seq;
  if (end !== head.seq) throw notWhole(`an audit trail that ends at line ${end}`);
  return { counts, head, ...(lastAt === undefined ? {} : { lastAt }) };
}

const isCounted = (table: string, counts: Counts): table is keyof Counts => table in counts;
