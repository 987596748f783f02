import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { AuditHead } from "../../desk/audit-chain.ts";
import type { AuditStore } from "../../desk/ports.ts";

/** The head of the audit trail as it was last published, outside the database. */
export function readPublishedHead(file: string): AuditHead | undefined {
  try {
    const { seq, hash } = JSON.parse(readFileSync(file, "utf8")) as AuditHead;
    return { seq, hash };
  } catch (cause) {
    if ((cause as { code?: string }).code === "ENOENT") return undefined;
    throw cause;
  }
}

/**
 * Writes the trail's head to a file, so that a tail cut off in the database is noticed. What was
 * published before must still be in the trail: evidence is never overwritten.
 *
 * @throws where the trail no longer holds the head that was published last
 */
export async function publishHead(audit: AuditStore, file: string): Promise<void> {
  const before = readPublishedHead(file);
  const head = await audit.head();
  if (head === undefined && before === undefined) return;
  if (before !== undefined && !(await holds(audit, before))) {
    throw new Error(
      `Cannot publish the audit head: expected line ${before.seq} as it was published, but the trail was cut or changed`,
    );
  }
  writeFileSync(`${file}.new`, `${JSON.stringify(head)}\n`, { flush: true });
  renameSync(`${file}.new`, file);
}

/** Whether the trail still has the line that was its head. */
export async function holds(audit: AuditStore, head: AuditHead): Promise<boolean> {
  const [line] = await audit.entries(head.seq, 1);
  return line?.seq === head.seq && line.hash === head.hash;
}
