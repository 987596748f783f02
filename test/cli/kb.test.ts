import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Command } from "commander";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { kbCommand } from "../../src/cli/kb-command.ts";

const CONTENT = join(import.meta.dirname, "../../content");
const run = promisify(execFile);

let folder = "";
let printed = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "snapdesk-kb-"));
  printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  process.exitCode = 0;
});

afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = 0;
  await rm(folder, { recursive: true, force: true });
});

async function kb(...args: string[]): Promise<{ readonly out: string; readonly exit: unknown }> {
  const program = new Command("snapdesk").exitOverride();
  kbCommand(program, () => folder);
  await program.parseAsync(["kb", ...args], { from: "user" });
  const exit = process.exitCode;
  process.exitCode = 0;
  return { out: printed, exit };
}

async function write(path: string, text: string): Promise<void> {
  const whole = join(folder, path);
  await mkdir(join(whole, ".."), { recursive: true });
  await writeFile(whole, text);
}

const article = (text: string) => `---\ntitle: Lamp\n---\n\n${text}\n`;

test("kb check prints both sentences side by side and exits with 1", async () => {
  await write("en/lamp.md", article("The lamp does not burn at night."));
  await write("fr/lamp.md", article("La lampe ne brûle pas la nuit."));
  await write("sv/lamp.md", article("Lampan brinner på natten."));
  const { out, exit } = await kb("check");
  expect(exit).toBe(1);
  expect(out).toContain("negation-differs");
  expect(out).toContain("sv/lamp.md:5  Lampan brinner på natten.");
  expect(out).toContain("en/lamp.md:5  The lamp does not burn at night.");
  expect(out).toContain("3 articles, 1 error, 0 warnings");
});

test("kb check --json has the shape that is promised", async () => {
  await write("en/lamp.md", article("The lamp burns for 7 days."));
  await write("fr/lamp.md", article("La lampe brûle 7 jours."));
  await write("nl/lamp.md", article("De lamp brandt 17 dagen."));
  const { out } = await kb("check", "--json");
  expect(JSON.parse(out)).toEqual({
    articles: 3,
    findings: [
      {
        file: "nl/lamp.md",
        line: 5,
        locale: "nl",
        slug: "lamp",
        rule: "quantity-differs",
        severity: "error",
        confidence: expect.any(Number),
        reason: "says 17 day, the others say 7 day",
        excerpt: "De lamp brandt 17 dagen.",
        others: [
          { locale: "en", file: "en/lamp.md", line: 5, excerpt: "The lamp burns for 7 days." },
          { locale: "fr", file: "fr/lamp.md", line: 5, excerpt: "La lampe brûle 7 jours." },
        ],
      },
    ],
  });
});

test("kb check exits with 0 where only warnings stand", async () => {
  await write("en/lamp.md", article("The lamp is variÃ«d, see [the oil](oil.md)."));
  const { out, exit } = await kb("check");
  expect(exit).toBe(0);
  expect(out).toContain("warning  mojibake");
  expect(out).toContain("warning  link-broken");
});

test("kb check refuses a folder that is not there with one line and exit code 2", async () => {
  const complaint = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const { out, exit } = await kb("check", "--content", join(folder, "nowhere"));
  expect(complaint.mock.calls.map(([text]) => text)).toEqual([
    `Cannot read "${join(folder, "nowhere")}": expected a folder of articles\n`,
  ]);
  expect(out).toBe("");
  expect(exit).toBe(2);
});

test("kb check --rules explains every rule", async () => {
  const { out, exit } = await kb("check", "--rules");
  expect(exit).toBe(0);
  for (const rule of ["negation-differs", "scope-differs", "edition-stale", "evidence-missing"]) {
    expect(out).toMatch(new RegExp(`^${rule} +(?:error|warning) +[a-z]`, "m"));
  }
});

test("kb diff is silent between a corpus and itself", async () => {
  await cp(CONTENT, folder, { recursive: true });
  const { out, exit } = await kb("diff", CONTENT);
  expect(out).toBe("No verdict and no answer changes\n");
  expect(exit).toBe(0);
});

async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(folder, path), "utf8");
  expect(text).toContain(from);
  await writeFile(join(folder, path), text.replace(from, to));
}

test("kb diff tells another answer in its language and exits with 0", async () => {
  await cp(CONTENT, folder, { recursive: true });
  await edit(
    "policy/commerce-cloud.yaml",
    "På Starter kan du ta manuella",
    "På Starter får du ta manuella",
  );
  const { out, exit } = await kb("diff", CONTENT, "--json");
  const { changes } = JSON.parse(out) as { changes: readonly Record<string, string>[] };
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({
    cell: "manual-snapshot.starter.all",
    kind: "answer",
    locale: "sv",
  });
  expect(changes[0]?.["before"]).toContain("kan du ta");
  expect(changes[0]?.["after"]).toContain("får du ta");
  expect(exit).toBe(0);
});

test("kb diff tells which proof is lost and exits with 1", async () => {
  await cp(CONTENT, folder, { recursive: true });
  await edit(
    "articles/nl/take-a-snapshot.md",
    "Op Starter kunt u handmatige momentopnamen maken van integratie, staging en productie.",
    "",
  );
  const { out, exit } = await kb("diff", CONTENT);
  expect(out).toContain("manual-snapshot.starter.all\n");
  expect(out).toContain("  proof lost nl take-a-snapshot#where\n");
  expect(out).toContain("    - yes\n    + not-documented\n");
  expect(exit).toBe(1);
});

test("kb diff shows article, language, anchor and both wordings of a sentence that proves a fact", async () => {
  await cp(CONTENT, folder, { recursive: true });
  const [from, to] = ["On Starter, you can back up", "On Starter, you may back up"];
  await edit("articles/en/manual-snapshots-on-starter.md", from, to);
  await edit("policy/commerce-cloud.yaml", `en: ${from}`, `en: ${to}`);
  const { out, exit } = await kb("diff", CONTENT);
  const rest = " integration, staging and production yourself with a manual snapshot.";
  expect(out).toContain(
    `  proof en manual-snapshots-on-starter#possible\n    - ${from}${rest}\n    + ${to}${rest}\n`,
  );
  expect(exit).toBe(0);
});

test("kb diff compares with a git revision", async () => {
  const git = async (...args: string[]) =>
    run("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], { cwd: folder });
  await cp(CONTENT, join(folder), { recursive: true });
  await git("init", "-q");
  await git("add", ".");
  await git("commit", "-q", "-m", "Before");
  await edit(
    "policy/commerce-cloud.yaml",
    "On Starter, you can take manual",
    "On Starter, you may take manual",
  );
  const { out, exit } = await kb("diff", "HEAD");
  expect(out).toContain("manual-snapshot.starter.all\n  answer en\n");
  expect(exit).toBe(0);
  await expect(kb("diff", "no-such-revision")).rejects.toThrow(
    'Cannot compare with "no-such-revision": expected a git revision or a folder',
  );
});

test("kb stats counts each language and tells the size of the index", async () => {
  await write("en/lamp.md", article("The lamp does not burn at night."));
  await write("sv/lamp.md", article("Lampan brinner inte på natten."));
  const { out } = await kb("stats", "--json");
  const stats = JSON.parse(out) as Record<string, unknown>;
  expect(stats).toMatchObject({
    articles: 2,
    slugs: 1,
    locales: { en: { articles: 1, sections: 1 }, sv: { articles: 1, sections: 1 } },
    index: { bytes: expect.any(Number), buildMs: expect.any(Number), loadMs: expect.any(Number) },
  });
});
