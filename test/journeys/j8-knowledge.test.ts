import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Driver } from "../../src/workspace/driver-types.ts";
import type { Message } from "../../src/workspace/model.ts";
import { runningDesk } from "../support/running-desk.ts";
import type { RunningDesk, Transport } from "../support/running-desk.ts";
import { read } from "./books.ts";
import { quotesIn } from "./cited.ts";
import { ownDatabase, postgresIsThere } from "./own-postgres.ts";
import { layPast } from "./shop-past.ts";
import { cardWith, cast, controlsOf, whispers } from "./steps.ts";

const KB = "#kb";
const DAY_MS = 86_400_000;
const CONTENT = join(import.meta.dirname, "../../content");

const ARTICLE = "articles/en/disaster-recovery-on-pro.md";
const SENTENCE = "They do not lie on the node itself";
const TURNED = "They lie on the node itself";
const CELL = "manual-snapshot.pro.staging-production";

let content = "";
let desk: RunningDesk;
let people: ReturnType<typeof cast>;

const edit = async (path: string, change: (text: string) => string): Promise<void> => {
  const file = join(content, path);
  const before = await readFile(file, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`Cannot edit "${path}": expected the words to be there`);
  await writeFile(file, after);
};

/** A corpus that contradicts itself, and a desk that posts about it. */
async function open(transport: Transport, databaseUrl: string | undefined): Promise<void> {
  content = await mkdtemp(join(tmpdir(), "snapdesk-kb-"));
  await cp(CONTENT, content, { recursive: true });
  await edit(ARTICLE, (text) => text.replace(SENTENCE, TURNED));
  desk = await runningDesk({
    transport,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    movableClock: true,
    prepare: async (data) => void (await layPast(data, [])),
    env: {
      SNAPDESK_CONTENT: content,
      SNAPDESK_KB_CHANNEL: "C0KB",
      SNAPDESK_KB_WRITERS: "U0KIM",
      SNAPDESK_HOURS_ZONE: "Europe/Stockholm",
    },
  });
  people = cast(desk.workspace);
}

const hasVerdict = ({ blocks }: Message): boolean =>
  blocks.some((block) => block["block_id"] === "verdict0");

const isReport = ({ blocks }: Message): boolean => blocks[0]?.["block_id"] === "report";
const isFlip = ({ blocks }: Message): boolean => blocks[0]?.["block_id"] === "flip";
const isRecall = ({ blocks }: Message): boolean => blocks[0]?.["block_id"] === "changed";

const shown = (message: Message | undefined): string => JSON.stringify(message?.blocks);

async function asks(person: Driver, words: string): Promise<{ asked: Message; answer: Message }> {
  const asked = await person.say("dm", words);
  const answer = await person.hears("dm", hasVerdict, { thread: asked.ts, timeoutMs: 20_000 });
  return { asked, answer };
}

/** The report as it stands now. */
const latest = (person: Driver, report: Message): string => shown(person.latest(report));

const reports = (person: Driver): readonly Message[] => person.sees(KB).filter(isReport);

const newest = (person: Driver): Message => {
  const found = reports(person).at(-1);
  if (found === undefined) throw new Error("Cannot find a report");
  return found;
};

/** Clicks once the desk is connected again: a week that passes in a moment costs it its socket. */
async function press(person: Driver, message: Message, control: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await person.click(message, control);
      return;
    } catch (cause) {
      if (tries === 40 || !String(cause).includes("no-connection")) throw cause;
      await desk.workspace.quiet(250);
    }
  }
}

const flipCell = (text: string): string =>
  text.replace(
    new RegExp(`(id: ${CELL}[\\s\\S]*?verdict: )"no"`),
    (_all, before: string) => `${before}via-ticket`,
  );

const recalls = (person: Driver, thread: string): readonly Message[] =>
  person.sees("dm", thread).filter(isRecall);

const postgres = await postgresIsThere();
const settings: readonly [what: string, transport: Transport, onPostgres: boolean][] = [
  ["Socket Mode and SQLite", "socket", false],
  [postgres ? "signed HTTP and PostgreSQL" : "signed HTTP and SQLite", "http", postgres],
];

describe.each(settings)("over %s", (_what, transport, onPostgres) => {
  let database: Awaited<ReturnType<typeof ownDatabase>> | undefined;

  beforeAll(async () => {
    database = onPostgres ? await ownDatabase() : undefined;
    await open(transport, database?.url);
  });
  afterAll(async () => {
    await desk.close();
    await database?.drop();
    await rm(content, { recursive: true });
  });

  test("Monday's report comes once, also after an outage, with what writers should look at", async () => {
    const { kim, luc, joris, eve } = people;
    expect(reports(kim)).toEqual([]);
    await asks(joris, "kan ik Pro staging back-uppen?");
    const { answer } = await asks(eve, "can I back up Pro staging?");
    await eve.click(answer, "knowledge.feedback", "down:Q-2");
    const why = await eve.modal("knowledge.feedback");
    await why.fill("words", "Ask @sam, he told me otherwise");
    await why.submit();
    for (const words of [
      "Bonjour Sam, les instantanés sont-ils gravés sur des cassettes ?",
      "les instantanés sont gravés sur des cassettes ?",
    ]) {
      const { ts } = await luc.say("dm", words);
      await luc.hears("dm", ({ bot }) => bot !== undefined, { thread: ts, timeoutMs: 20_000 });
    }

    desk.advance(8 * DAY_MS);
    const report = await kim.hears(KB, isReport, { timeoutMs: 30_000 });
    const said = shown(report);
    expect(said).toContain(TURNED);
    expect(said).toContain(`${ARTICLE}:20`);
    expect(said).toContain("2 × “Bonjour …, les instantanés sont-ils gravés sur des cassettes ?”");
    expect(said).toContain("Ask …, he told me otherwise");
    expect(said).toContain(`${CELL}: 2`);
    expect(said).toContain("Asked 4 · proven 2 · asked back 0 · given to a person 0");
    expect(said).not.toContain("@sam");

    await desk.restart();
    await desk.workspace.quiet(1_500);
    expect(reports(kim)).toHaveLength(1);
  });

  test("Open shows the sentences side by side; outsiders and guests cannot judge them", async () => {
    const { kim, luc, guest } = people;
    const report = newest(kim);
    await press(kim, report, "knowledge.open");
    const view = await kim.modal("knowledge.open");
    const pair = view.view.blocks.find((block) => block["block_id"] === "pair0");
    const [odd, other] = (pair?.["fields"] ?? []) as { readonly text: string }[];
    expect(odd?.text).toContain(`\`${ARTICLE}:20\` · edition`);
    expect(odd?.text).toContain(TURNED);
    expect(other?.text).toMatch(/articles\/(?:fr|nl|sv)\/disaster-recovery-on-pro\.md:\d+/);
    await view.dismiss();

    await guest.click(report, "knowledge.open");
    await guest.until(() => whispers(guest, KB).length === 1, { what: "a refusal" });
    expect(whispers(guest, KB)[0]?.text).toContain("Only members");
    await luc.click(report, "knowledge.false-alarm");
    await luc.until(() => whispers(luc, KB).length === 1, { what: "a refusal" });
    expect(whispers(luc, KB)[0]?.text).toContain("rédacteurs");
  });

  test("Create fix is one ticket, with both sentences, named in the report", async () => {
    const { kim, sam } = people;
    const report = newest(kim);
    await kim.click(report, "knowledge.fix");
    const form = await kim.modal("knowledge.fix");
    expect(form.value("words")).toContain(TURNED);
    expect(form.value("words")).toContain("articles/sv/disaster-recovery-on-pro.md");
    desk.workspace.faults.arm({ at: "delivery", type: "view_submission", how: "duplicate" });
    expect(await form.submit()).toBe("closed");
    await kim.until(() => /Q-\d+, opened by/.test(latest(kim, report)), { what: "the ticket" });
    const id = /Q-\d+/.exec(/Q-\d+, opened by/.exec(latest(kim, report))?.[0] ?? "")?.[0] ?? "";
    expect(shown(await cardWith(sam, id, "desk.claim"))).toContain(TURNED);
    expect(controlsOf(kim.latest(report) as Message)).not.toContain("knowledge.fix");
    const tickets = await read(desk, ({ tickets: store }) => store.list({ kind: "question" }));
    expect(tickets.map((one) => one.id)).toEqual([id]);
  });

  test("a false alarm is gone, and comes back only when a sentence changes", async () => {
    const { kim, sam } = people;
    const first = newest(kim);
    await press(sam, first, "knowledge.false-alarm");
    const late = await sam.modal("knowledge.false-alarm");
    await late.fill("words", "Me too");
    await kim.click(first, "knowledge.false-alarm");
    const form = await kim.modal("knowledge.false-alarm");
    await form.fill("words", "Both are meant");
    desk.workspace.faults.arm({ at: "delivery", type: "view_submission", how: "duplicate" });
    expect(await form.submit()).toBe("closed");
    await kim.until(() => !latest(kim, first).includes(TURNED), { what: "the finding gone" });
    expect(latest(kim, first)).toContain("Both are meant");
    const lines = await read(desk, ({ audit }) => audit.entries(1, 1_000));
    expect(lines.filter(({ action }) => action === "knowledge.false-alarm")).toHaveLength(1);

    await late.submit();
    expect((await sam.modal()).text()).toContain("not in the report any more");
    const after = await read(desk, ({ audit }) => audit.entries(1, 1_000));
    expect(after).toHaveLength(lines.length);

    desk.advance(7 * DAY_MS);
    const quiet = await kim.hears(KB, isReport, { after: first, timeoutMs: 30_000 });
    expect(shown(quiet)).not.toContain(TURNED);
    expect(shown(quiet)).toContain("Nothing to do");

    await edit(ARTICLE, (text) => text.replace(TURNED, `${TURNED} today`));
    await desk.workspace.quiet(2_000);
    desk.advance(7 * DAY_MS);
    const again = await kim.hears(KB, isReport, { after: quiet, timeoutMs: 30_000 });
    expect(shown(again)).toContain(`${TURNED} today`);
  });

  test("an edit that flips a verdict reaches exactly those who got the old one, once", async () => {
    const { kim, sam, ines, joris, eve, luc } = people;
    const dutch = await asks(joris, "kan ik Pro productie back-uppen?");
    const other = await asks(luc, "puis-je sauvegarder la préproduction Starter ?");
    await edit(ARTICLE, (text) => `${text}\nAn edit that flips nothing.\n`);
    await desk.workspace.quiet(2_500);
    expect(kim.sees(KB).filter(isFlip)).toEqual([]);

    await edit("policy/commerce-cloud.yaml", flipCell);
    const flip = await sam.hears(KB, isFlip, { timeoutMs: 30_000 });
    expect(flip.text).toContain("3 conversations");
    await press(kim, flip, "knowledge.recall");
    await kim.until(() => whispers(kim, KB).length === 1, { what: "a refusal" });

    await sam.click(flip, "knowledge.recall");
    const list = await sam.modal("knowledge.recall");
    await ines.click(flip, "knowledge.recall");
    const late = await ines.modal("knowledge.recall");
    expect(list.text()).toContain("No. → Through a ticket.");
    expect(list.text()).not.toContain(luc.id);
    desk.workspace.faults.arm({ at: "delivery", type: "view_submission", how: "duplicate" });
    await list.submit();
    const told = await joris.hears("dm", isRecall, { thread: dutch.asked.ts });
    expect(shown(told)).toContain("*Nee.*");
    expect(shown(told)).toContain("Sinds vandaag is het: *Via een ticket.*");
    const [quote = ""] = quotesIn(told);
    expect(shown(dutch.answer)).toContain(quote);
    await eve.hears("dm", isRecall);
    await sam.until(() => shown(sam.latest(flip)).includes("Told anew: 3"), { what: "the post" });

    await late.submit();
    expect((await ines.modal()).text()).toContain("plus personne à prévenir");
    await desk.restart();
    await desk.workspace.quiet(1_500);
    expect(recalls(joris, dutch.asked.ts)).toHaveLength(1);
    expect(eve.reads("dm").filter(isRecall)).toHaveLength(1);
    expect(joris.reads("dm").filter(isRecall)).toHaveLength(2);
    expect(recalls(luc, other.asked.ts)).toEqual([]);
    const lines = await read(desk, ({ audit }) => audit.entries(1, 1_000));
    expect(lines.filter(({ action }) => action === "knowledge.recalled")).toHaveLength(1);
  });
});
