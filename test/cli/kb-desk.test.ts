import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openSqlite } from "../../src/adapters/stores/open-sqlite.ts";
import { openStores } from "../../src/adapters/stores/open-stores.ts";
import type { Stores } from "../../src/adapters/stores/open-stores.ts";
import { kbCommand } from "../../src/cli/kb-command.ts";
import { knownFalseAlarms } from "../../src/cli/known-false-alarms.ts";
import { databasePath, NothingKept, openToRead } from "../../src/cli/open-to-read.ts";
import { UsageError } from "../../src/cli/output.ts";
import { readConfig } from "../../src/config.ts";
import { DAY_MS } from "../../src/kernel/clock.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import type { Answer } from "../../src/knowledge/answer.ts";
import { reviewCorpus } from "../../src/knowledge/report/review-corpus.ts";
import { readKnowledge } from "../../src/main/compose-knowledge.ts";
import { ANNA, note, OPS1 } from "../contract/sample.ts";

/** A Thursday. */
const NOW = Date.UTC(2026, 10, 19, 15) as Instant;
const TURNED = "Lampan brinner på natten.";

let folder = "";
let corpus = "";
let printed = "";
let said = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "snapdesk-kb-desk-"));
  corpus = join(folder, "corpus");
  await mkdir(corpus);
  vi.spyOn(process.stdout, "write").mockImplementation((text) => (printed += text).length > 0);
  vi.spyOn(process.stderr, "write").mockImplementation((text) => (said += text).length > 0);
});

afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = 0;
  await rm(folder, { recursive: true });
});

const config = () =>
  readConfig({ SNAPDESK_DATA: join(folder, "data"), SNAPDESK_HOURS_ZONE: "Europe/Stockholm" });

/** Runs the command beside the desk that keeps its data in the folder. */
async function kb(...words: string[]) {
  [printed, said, process.exitCode] = ["", "", 0];
  const reader = openToRead(config);
  const program = new Command("snapdesk").exitOverride();
  kbCommand(program, () => corpus, {
    falseAlarms: () => knownFalseAlarms(reader),
    report: () => ({ openToRead: reader, locale: "en", hours: config().hours, now: () => NOW }),
  });
  await program.parseAsync(["kb", ...words], { from: "user" });
  const exit = process.exitCode;
  process.exitCode = 0;
  return { out: printed, said, exit };
}

async function atDesk(
  work: (stores: Stores) => Promise<unknown>,
  at = (NOW - 1) as Instant,
): Promise<void> {
  await mkdir(config().data, { recursive: true });
  const database = await openSqlite(databasePath(config()));
  await work(openStores(database, { clock: () => at }));
  await database.close();
}

async function write(locale: string, text: string): Promise<void> {
  await mkdir(join(corpus, locale), { recursive: true });
  await writeFile(join(corpus, locale, "lamp.md"), `---\ntitle: Lamp\n---\n\n${text}\n`);
}

/** A corpus whose Swedish text contradicts the two others. */
async function writeContradiction(): Promise<void> {
  await write("en", "The lamp does not burn at night.");
  await write("fr", "La lampe ne brûle pas la nuit.");
  await write("sv", TURNED);
}

async function keyOfContradiction(): Promise<string> {
  const [finding] = reviewCorpus(await readKnowledge(corpus)).findings;
  return finding?.key ?? "";
}

const callFalseAlarm = (key: string) =>
  atDesk(({ findings }) =>
    findings.judge({ key, what: "false-alarm", by: OPS1, words: "Meant so" }, note(), []),
  );

const answered = (more: Partial<Answer>): Answer => ({
  locale: "en",
  localeSure: true,
  kind: "unknown",
  topic: {},
  assumed: {},
  verdicts: [],
  text: "",
  citations: [],
  sections: [],
  ...more,
});

const ask = (messageTs: string, words: string, answer: Partial<Answer> = {}) =>
  (({ questions }: Stores) =>
    questions.record(
      {
        askedBy: ANNA,
        place: { channel: "C0ASK" },
        messageTs,
        words,
        locale: "en",
        answer: answered(answer),
      },
      () => [],
    )) satisfies (stores: Stores) => Promise<unknown>;

const PROVEN: Partial<Answer> = {
  kind: "verdict",
  verdicts: [{ cell: "lamp.night", verdict: "no", text: "No.", citations: [] }],
};

describe("snapdesk kb report", () => {
  test("prints what happened since Monday, in full, without names", async () => {
    await writeContradiction();
    await atDesk(ask("1.1", "last week: who fills the lamp?"), (NOW - 7 * DAY_MS) as Instant);
    await atDesk(ask("2.1", "Hello Sam, who pours the oil?"));
    await atDesk(ask("2.2", "does the lamp burn at night?", PROVEN));
    await atDesk(({ questions }) =>
      questions.change(
        "Q-3",
        1,
        { answer: answered(PROVEN), feedback: { helped: false, reason: "Ask @sam instead" } },
        [],
      ),
    );
    const { out, exit } = await kb("report");
    expect(exit).toBe(0);
    expect(out.split("\n\n")).toEqual([
      expect.stringMatching(
        /^Knowledge: what to look at, .*16.* to .*19.*\nAsked 2 · proven 1 · asked back 0 · given to a person 0$/,
      ),
      [
        "Contradictions between languages: 1 new, 1 in all",
        "  One language denies what another affirms (new)",
        `    sv/lamp.md:5  ${TURNED}`,
        "    en/lamp.md:5  The lamp does not burn at night.",
        "    fr/lamp.md:5  La lampe ne brûle pas la nuit.",
      ].join("\n"),
      "Questions without an answer\n  1 × “Hello …, who pours the oil?” (English)",
      "Answers that did not help\n  Q-3 · “does the lamp burn at night?”: Ask … instead · lamp.night",
      "Asked most\n  lamp.night: 1\n",
    ]);
  });

  test("--since names the first day, and refuses what is none", async () => {
    await atDesk(ask("1.1", "who fills the lamp?"), (NOW - 7 * DAY_MS) as Instant);
    expect((await kb("report")).out).toContain("Asked 0 ");
    expect((await kb("report", "--since", "2026-11-12")).out).toContain("Asked 1 ");
    expect((await kb("report", "--since", "2026-11-12T15:00:01Z")).out).toContain("Asked 0 ");
    await expect(kb("report", "--since", "monday")).rejects.toThrow(
      new UsageError('Cannot read "monday": expected a day such as 2026-11-16, or RFC 3339'),
    );
  });

  test("--json prints the same report for programs", async () => {
    await writeContradiction();
    await atDesk(ask("2.1", "who pours the oil?"));
    const { out, exit } = await kb("report", "--json", "--since", "2026-11-18");
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toEqual({
      since: Date.UTC(2026, 10, 18),
      until: NOW,
      figures: { asked: 1, proven: 0, askedBack: 0, toPerson: 0 },
      findings: [
        {
          key: await keyOfContradiction(),
          rule: "negation-differs",
          isNew: true,
          passages: [
            { locale: "sv", file: "sv/lamp.md", line: 5, sentence: TURNED },
            expect.objectContaining({ file: "en/lamp.md" }),
            expect.objectContaining({ file: "fr/lamp.md" }),
          ],
        },
      ],
      stale: [],
      unanswered: [{ words: "who pours the oil?", locale: "en", count: 1, questions: ["Q-1"] }],
      askedBack: [],
      unhelpful: [],
      topCells: [],
    });
  });

  test("leaves out what was called a false alarm", async () => {
    await writeContradiction();
    await callFalseAlarm(await keyOfContradiction());
    expect((await kb("report")).out).toContain("Nothing to do");
  });

  test("of an empty corpus says that there is nothing to do", async () => {
    await atDesk(async () => undefined);
    const { out, exit } = await kb("report");
    expect(exit).toBe(0);
    expect(out).toMatch(/Asked 0 · proven 0 .*\n\nNothing to do: no contradictions.*\.\n$/);
  });

  test("is refused where no desk was started, or no corpus is", async () => {
    await expect(kb("report")).rejects.toThrow(NothingKept);
    await atDesk(async () => undefined);
    await rm(corpus, { recursive: true });
    expect(await kb("report")).toEqual({
      out: "",
      said: `Cannot read "${corpus}": expected a folder of articles\n`,
      exit: 2,
    });
  });
});

describe("snapdesk kb check --all", () => {
  test("shows what the check alone leaves out as a false alarm", async () => {
    await writeContradiction();
    await callFalseAlarm(await keyOfContradiction());
    const { out, exit } = await kb("check");
    expect(out).not.toContain(TURNED);
    expect(out).toContain("1 left out as false alarms; --all shows them\n");
    expect(exit).toBe(0);
    const all = await kb("check", "--all");
    expect(all.out).toContain(`sv/lamp.md:5  ${TURNED}`);
    expect(all.out).not.toContain("left out");
    expect(all.exit).toBe(1);
  });

  test("--json tells how many are left out, and with --all none", async () => {
    await writeContradiction();
    await callFalseAlarm(await keyOfContradiction());
    const { out, exit } = await kb("check", "--json");
    expect([JSON.parse(out), exit]).toEqual([{ articles: 3, findings: [], falseAlarms: 1 }, 0]);
    const all = await kb("check", "--all", "--json");
    const { findings, ...rest } = JSON.parse(all.out);
    expect([rest, findings.length, all.exit]).toEqual([{ articles: 3 }, 1, 1]);
  });

  test("a false alarm of the desk says nothing about another corpus", async () => {
    await writeContradiction();
    await callFalseAlarm(await keyOfContradiction());
    expect((await kb("check", "--content", corpus)).exit).toBe(1);
  });

  test("a sentence that was changed since is found again", async () => {
    await writeContradiction();
    await callFalseAlarm(await keyOfContradiction());
    await write("sv", "Lampan brinner hela natten.");
    expect((await kb("check")).exit).toBe(1);
  });

  test("shows everything where the desk cannot be read, and says why", async () => {
    await writeContradiction();
    expect(await kb("check")).toMatchObject({ said: "", exit: 1 });
    await mkdir(config().data);
    await writeFile(databasePath(config()), "no database at all".repeat(100));
    const { said: told, exit } = await kb("check");
    expect(told).toMatch(/^False alarms of the desk are shown too: .+\n$/);
    expect(exit).toBe(1);
  });

  test("finds nothing in an empty corpus", async () => {
    expect(await kb("check", "--all")).toEqual({
      out: "0 articles, nothing found\n",
      said: "",
      exit: 0,
    });
  });
});
