import { NO_AUDIT, verifyChain } from "../../desk/audit-chain.ts";
import type { AuditHead, ChainFault } from "../../desk/audit-chain.ts";
import type { AuditStore } from "../../desk/ports.ts";
import { fail, ok } from "../../kernel/result.ts";
import type { Result } from "../../kernel/result.ts";
import { holds } from "./published-head.ts";

export type AuditFault =
  | ChainFault
  /** The lines end elsewhere than the database says they do. */
  | { readonly kind: "cut-off"; readonly seq: number; readonly expected: number }
  /** The line that was published as the head is not in the trail any more. */
  | { readonly kind: "not-as-published"; readonly seq: number };

const AT_ONCE = 500;

/**
 * Follows the whole audit trail, and compares its end with the head the database keeps and with the
 * one that was published outside it.
 */
export async function verifyAudit(
  audit: AuditStore,
  published?: AuditHead,
): Promise<Result<AuditHead, AuditFault>> {
  let head = NO_AUDIT;
  for (;;) {
    const lines = await audit.entries(head.seq + 1, AT_ONCE);
    if (lines.length === 0) break;
    const followed = verifyChain(head, lines);
    if (!followed.ok) return followed;
    head = followed.value;
  }
  const kept = (await audit.head()) ?? NO_AUDIT;
  if (kept.seq > head.seq) return fail({ kind: "cut-off", seq: head.seq, expected: kept.seq });
  if (published !== undefined && !(await holds(audit, published))) {
    return fail({ kind: "not-as-published", seq: published.seq });
  }
  return ok(head);
}
