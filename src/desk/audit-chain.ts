import { canonicalJson } from "../kernel/canonical-json.ts";
import { digestOf } from "../kernel/digest.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import type { AuditEntry } from "./audit-entry.ts";

/** The last link of a chain: enough to notice that a tail was cut off. */
export type AuditHead = { readonly seq: number; readonly hash: string };

/** What stands before the first line. */
export const NO_AUDIT: AuditHead = { seq: 0, hash: `sha256:${"0".repeat(64)}` };

/** What is wrong with a chain, and at which line it shows first. */
export type ChainFault =
  /** A line is missing, or stands twice. */
  | { readonly kind: "gap"; readonly seq: number; readonly expected: number }
  /** The line does not follow from the one before it. */
  | { readonly kind: "broken-link"; readonly seq: number }
  /** The line's own words were changed. */
  | { readonly kind: "changed"; readonly seq: number };

/** Chains a line to the one before it. */
export function chainEntry(
  before: AuditHead,
  line: Omit<AuditEntry, "seq" | "prev" | "hash">,
): AuditEntry {
  const entry = { ...line, seq: before.seq + 1, prev: before.hash };
  return { ...entry, hash: hashOf(entry) };
}

/** Follows lines in order from the head before them. Gives the head they end in, or the first fault. */
export function verifyChain(
  before: AuditHead,
  entries: readonly AuditEntry[],
): Result<AuditHead, ChainFault> {
  let head = before;
  for (const entry of entries) {
    const fault = faultOf(head, entry);
    if (fault !== undefined) return fail(fault);
    head = { seq: entry.seq, hash: entry.hash };
  }
  return ok(head);
}

function faultOf(before: AuditHead, entry: AuditEntry): ChainFault | undefined {
  const { seq } = entry;
  if (seq !== before.seq + 1) return { kind: "gap", seq, expected: before.seq + 1 };
  if (hashOf(entry) !== entry.hash) return { kind: "changed", seq };
  return entry.prev === before.hash ? undefined : { kind: "broken-link", seq };
}

function hashOf(entry: Omit<AuditEntry, "hash">): string {
  const { seq, at, actor, ticket, action, data, prev } = entry;
  return digestOf(prev + canonicalJson({ seq, at, actor, ticket, action, data }));
}
