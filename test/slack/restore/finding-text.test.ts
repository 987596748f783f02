import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LOCALES } from "../../../src/kernel/locale.ts";
import { checkText, failureText } from "../../../src/slack/restore/finding-text.ts";
import { problemText } from "../../../src/slack/desk/problem-text.ts";
import { textIn } from "../../../src/slack/text/text-in.ts";

const SOURCE = join(import.meta.dirname, "../../../src");

const textOf = (folder: string): string =>
  readdirSync(join(SOURCE, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(SOURCE, folder, name), "utf8"))
    .join("\n");

/** What a pattern catches in the sources, each once. */
const caught = (source: string, pattern: RegExp): string[] => [
  ...new Set([...source.matchAll(pattern)].map(([, code = ""]) => code)),
];

const engines = textOf("adapters/engines");
const codes = ["plan-restore.ts", "preconditions.ts"].flatMap((file) =>
  caught(readFileSync(join(SOURCE, "adapters/engines/local", file), "utf8"), /code: "([a-z-]+)"/g),
);
const kinds = [
  ...caught(engines, /new EngineError\(\s*"([a-z-]+)"/g),
  ...caught(textOf("restore"), /failure\("([a-z-]+)"\)/g),
];

test.each(LOCALES)("every finding and failure of an engine has words in %s", (locale) => {
  const text = textIn(locale);
  expect(codes.length).toBeGreaterThan(8);
  expect(kinds.length).toBeGreaterThan(10);
  const bare = [
    ...codes.filter((code) => checkText({ code, ok: true }, text) === code),
    ...codes.filter((code) => checkText({ code, ok: false }, text) === code),
    ...kinds.filter((kind) => failureText(kind, text) === kind),
  ];
  expect(bare).toEqual([]);
});

test("checkText() says whether it holds, with its figures", () => {
  const text = textIn("en");
  const values = { needed: 2_000_000, free: 1_500 };
  expect(checkText({ code: "free-space", ok: false, values }, text)).toBe(
    "There is not enough free space. (needs 2.0 MB, free 1.5 kB)",
  );
  expect(checkText({ code: "target-free", ok: true, values: { target: "a<b" } }, text)).toBe(
    "The target's name is free. (a&lt;b)",
  );
});

test.each([
  ["en", "1 snapshot is left out", "3 snapshots are left out"],
  ["fr", "1 instantané n’est pas pris en compte", "3 instantanés ne sont pas pris en compte"],
  ["sv", "1 ögonblicksbild räknas inte med", "3 ögonblicksbilder räknas inte med"],
  ["nl", "1 momentopname telt niet mee", "3 momentopnamen tellen niet mee"],
] as const)("'no snapshot before' in %s says how many were left out", (locale, one, many) => {
  const text = textIn(locale);
  const told = (count: number) =>
    problemText({ kind: "no-snapshot-before", leftOut: [{ why: "unknown-signer", count }] }, text);
  expect(told(1)).toContain(`${text.problem.noSnapshot} ${one}`);
  expect(told(3)).toContain(`${text.problem.noSnapshot} ${many}`);
  expect(problemText({ kind: "no-snapshot-before" }, text)).toBe(text.problem.noSnapshot);
});

test("a code nobody has words for is shown as it is", () => {
  const text = textIn("sv");
  expect(checkText({ code: "moon-phase", ok: false }, text)).toBe("moon-phase");
  expect(failureText("toString", text)).toBe("toString");
});
