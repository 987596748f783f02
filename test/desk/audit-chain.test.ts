import { assert, constantFrom, nat, pre, property, tuple } from "fast-check";
import { expect, test } from "vitest";
import { NO_AUDIT, chainEntry, verifyChain } from "../../src/desk/audit-chain.ts";
import type { AuditEntry } from "../../src/desk/audit-entry.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import { fail, ok } from "../../src/kernel/result.ts";

/** A chain of n lines. */
function chain(n: number): AuditEntry[] {
  const lines: AuditEntry[] = [];
  for (let i = 0; i < n; i += 1) {
    const last = lines.at(-1) ?? NO_AUDIT;
    const ticket = i % 2 === 0 ? ({ ticket: `RST-${1000 + i}` } as const) : {};
    lines.push(
      chainEntry(last, {
        at: (1_795_262_309_000 + i) as Instant,
        actor: "T0LOCAL/U0OPS1",
        action: "desk.claimed",
        data: { n: i, digest: `sha256:${i}` },
        ...ticket,
      }),
    );
  }
  return lines;
}

test("verifyChain() follows a chain to its head, in one go or in pieces", () => {
  const lines = chain(10);
  const head = { seq: 10, hash: lines[9]?.hash };
  expect(verifyChain(NO_AUDIT, lines)).toEqual(ok(head));
  const half = verifyChain(NO_AUDIT, lines.slice(0, 4));
  expect(half.ok && verifyChain(half.value, lines.slice(4))).toEqual(ok(head));
  expect(verifyChain(NO_AUDIT, [])).toEqual(ok(NO_AUDIT));
});

test("chainEntry() gives the same hash whatever the order of the data", () => {
  const line = { at: 1 as Instant, actor: "desk", action: "a" } as const;
  const one = chainEntry(NO_AUDIT, { ...line, data: { a: 1, b: 2 } });
  const other = chainEntry(NO_AUDIT, { data: { b: 2, a: 1 }, ...line });
  expect(other.hash).toBe(one.hash);
});

const changed: [what: string, change: (line: AuditEntry) => AuditEntry][] = [
  ["another actor", (line) => ({ ...line, actor: "T0LOCAL/U0OPS2" })],
  ["another action", (line) => ({ ...line, action: "desk.claimee" })],
  ["another time", (line) => ({ ...line, at: (line.at + 1) as Instant })],
  ["another ticket", (line) => ({ ...line, ticket: "RST-1003" })],
  ["other data", (line) => ({ ...line, data: { ...line.data, n: 99 } })],
  ["data taken away", (line) => ({ ...line, data: {} })],
  ["another hash", (line) => ({ ...line, hash: line.prev })],
  ["another predecessor", (line) => ({ ...line, prev: NO_AUDIT.hash })],
];

test.each(changed)("verifyChain() finds %s", (_what, change) => {
  const lines = chain(6);
  const bad = lines.map((line) => (line.seq === 3 ? change(line) : line));
  expect(verifyChain(NO_AUDIT, bad)).toEqual(fail({ kind: "changed", seq: 3 }));
});

test("verifyChain() finds a missing line, a doubled one and two that changed places", () => {
  const lines = chain(6);
  const seqs = (order: number[]) => order.flatMap((seq) => lines[seq - 1] ?? []);
  const without = verifyChain(NO_AUDIT, seqs([1, 2, 4, 5, 6]));
  expect(without).toEqual(fail({ kind: "gap", seq: 4, expected: 3 }));
  expect(verifyChain(NO_AUDIT, seqs([1, 2, 2, 3]))).toEqual(
    fail({ kind: "gap", seq: 2, expected: 3 }),
  );
  expect(verifyChain(NO_AUDIT, seqs([1, 3, 2]))).toEqual(
    fail({ kind: "gap", seq: 3, expected: 2 }),
  );
});

test("verifyChain() finds a chain that was written anew from some line on", () => {
  const lines = chain(6);
  const [first, second] = lines;
  if (first === undefined || second === undefined) throw new Error("expected two lines");
  const { at, actor, data } = second;
  const forged = chainEntry(
    { seq: 1, hash: NO_AUDIT.hash },
    { at, actor, data, action: "desk.forged" },
  );
  expect(verifyChain(NO_AUDIT, [first, forged])).toEqual(fail({ kind: "broken-link", seq: 2 }));
});

test("verifyChain() finds a change of any one character of any line", () => {
  const texts = chain(12).map((line) => JSON.stringify(line));
  const anywhere = tuple(nat(11), nat(10_000), constantFrom("0", "x", "~"));
  assert(
    property(anywhere, ([at, place, letter]) => {
      const text = texts[at] ?? "";
      const i = place % text.length;
      const other = `${text.slice(0, i)}${letter}${text.slice(i + 1)}`;
      const line = readJson(other);
      pre(line !== undefined && JSON.stringify(line) !== text);
      const lines = texts.map((one, n) => (n === at ? (line as AuditEntry) : JSON.parse(one)));
      expect(verifyChain(NO_AUDIT, lines).ok).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
