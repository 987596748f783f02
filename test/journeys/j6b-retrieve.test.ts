import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readInstant } from "../../src/kernel/clock.ts";
import type { Message } from "../../src/workspace/model.ts";
import { runningDesk } from "../support/running-desk.ts";
import type { RunningDesk, Transport } from "../support/running-desk.ts";
import { auditOf, operations, ticketOf } from "./books.ts";
import { followed, linksIn } from "./cited.ts";
import { contentOf, damage, folderOf, layPast } from "./shop-past.ts";
import type { Content } from "./shop-past.ts";
import {
  acknowledged,
  cardWith,
  cast,
  controlsOf,
  filed,
  handedOver,
  TRIAGE,
  verified,
  wallClock,
} from "./steps.ts";

const STAGING = { project: "shop-eu", environment: "staging" } as const;
const PRODUCTION = { project: "shop-eu", environment: "production" } as const;
const TWO_HOURS = 120;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What came back carries its instant beside the data, and calls its places by shorter names. */
const asRetrieved = ({ files, rows }: Content): Content => ({
  rows,
  files: Object.fromEntries(
    Object.entries(files).map(([name, digest]) => [name.replace(/^pub\//, ""), digest]),
  ),
});

type Kept = {
  readonly request: { readonly moment: { readonly instant: number } };
  readonly placed: { readonly at: number };
  readonly handOver: { readonly keptUntil: number };
};

const pathIn = ({ text }: Message): string => /`([^`]*vol-[^`]+)`/.exec(text)?.[1] ?? "";

describe.each<[Transport]>([["socket"], ["http"]])("over %s", (transport) => {
  let desk: RunningDesk;
  let before: readonly Content[];
  beforeAll(async () => {
    const prepare = async (data: string) => {
      before = await layPast(data, [
        { ...STAGING, hours: [3, 1] },
        { ...PRODUCTION, hours: [3] },
      ]);
    };
    desk = await runningDesk({ transport, prepare });
  });
  afterAll(() => desk.close());

  test("staging is laid out for the customer as it was, and nothing is written to it", async () => {
    const { anna, sam, omar } = cast(desk.workspace);
    await damage(desk.data, STAGING);
    const damaged = await contentOf(folderOf(desk.data, STAGING));
    const { id } = await filed(anna, { ...STAGING, wall: wallClock(TWO_HOURS) });
    await verified({ sam, omar }, id, STAGING);
    const { pack } = await handedOver(sam, anna, id);

    const place = pathIn(pack);
    expect(place.startsWith(join(desk.data, "recovery", "vol-"))).toBe(true);
    expect(await contentOf(place)).toEqual(asRetrieved(before[0] as Content));
    expect(await contentOf(folderOf(desk.data, STAGING))).toEqual(damaged);
    expect(operations(desk).map(({ kind }) => kind)).toEqual(["retrieve"]);

    const line = (await readFile(join(place, "snap.time"), "utf8")).trim();
    expect(line).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+00:00$/);
    const ticket = await ticketOf(desk, id);
    const taken = readInstant(line) ?? Number.NaN;
    const kept = ticket?.case as Kept | undefined;
    if (kept === undefined) throw new Error(`Cannot find ${id}`);
    expect(taken).toBeLessThanOrEqual(kept.request.moment.instant);

    const { placed, handOver } = kept;
    expect(handOver.keptUntil - placed.at).toBe(7 * DAY_MS);
    const weekday = new Date(handOver.keptUntil).toLocaleDateString("sv-SE", {
      weekday: "long",
      timeZone: "Europe/Stockholm",
    });
    const until = pack.blocks.find((block) => block["block_id"] === "kept");
    expect(JSON.stringify(until)).toContain(weekday);
    expect(JSON.stringify(until)).toContain("Europe/Stockholm");

    await acknowledged(anna, pack, "imported");
    await anna.until(() => controlsOf(anna.latest(pack) ?? pack).length === 0, {
      what: "a hand-over without buttons",
    });
    expect((await ticketOf(desk, id))?.state).toBe("closed");
    expect(await auditOf(desk, id)).toContain("restore.acknowledged");
  });

  test.each([
    ["anna", "sv"],
    ["luc", "fr"],
    ["joris", "nl"],
    ["eve", "en"],
  ] as const)(
    "every step for %s is cited, and the citation can be followed",
    async (who, locale) => {
      const people = cast(desk.workspace);
      const person = people[who];
      const { id } = await filed(person, { ...PRODUCTION, wall: wallClock(TWO_HOURS) });
      await verified(people, id, PRODUCTION);
      const { pack } = await handedOver(people.sam, person, id);
      const steps = pack.blocks.find((block) => block["block_id"] === "steps");
      const { text } = (steps?.["text"] ?? { text: "" }) as { text: string };
      const lines = text.split("\n").slice(1);
      expect(lines.length).toBeGreaterThanOrEqual(4);
      for (const line of lines) expect(line).toMatch(/\[\d\]$/);
      const links = linksIn(pack.blocks);
      expect(links.length).toBeGreaterThan(0);
      for (const link of links) {
        expect(link.pathname.startsWith(`/${locale}/`)).toBe(true);
        expect(await followed(link)).toBeDefined();
      }
    },
  );
});

describe("with time passing", () => {
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await runningDesk({
      movableClock: true,
      prepare: async (data) => void (await layPast(data, [{ ...STAGING, hours: [3, 1] }])),
    });
  });
  afterAll(() => desk.close());

  const reminders = (id: string, said: readonly Message[], pack: Message) =>
    said.filter((one) => Number(one.ts) > Number(pack.ts) && one.text.includes(id));

  test("a problem goes back to the claimer with the requester's words", async () => {
    const people = cast(desk.workspace);
    const { id } = await filed(people.anna, { ...STAGING, wall: wallClock(TWO_HOURS) });
    await verified(people, id, STAGING);
    const { pack } = await handedOver(people.sam, people.anna, id);
    await people.anna.click(pack, "restore.problem");
    const form = await people.anna.modal("restore.problem");
    await form.fill("words", "Tabellen sales_order är tom");
    expect(await form.submit()).toBe("closed");
    await people.sam.hears(TRIAGE, "Tabellen sales_order är tom");
    await cardWith(people.sam, id, "restore.plan");
    expect(await ticketOf(desk, id)).toMatchObject({ state: "claimed", assignee: "T0LOCAL/U0SAM" });
  });

  test("three reminders, then the copy is gone and the ticket closes as not collected", async () => {
    const people = cast(desk.workspace);
    const { anna } = people;
    const { id } = await filed(anna, { ...STAGING, wall: wallClock(TWO_HOURS + 5) });
    await verified(people, id, STAGING);
    const { pack } = await handedOver(people.sam, anna, id);
    const said = () => reminders(id, anna.reads("dm"), pack);

    const waits = [5 * DAY_MS, DAY_MS, 20 * HOUR_MS];
    for (const [at, wait] of waits.entries()) {
      desk.advance(wait + 1_000);
      await anna.until(() => said().length === at + 1, { what: `reminder ${at + 1}` });
      expect((await ticketOf(desk, id))?.state).toBe("handed-over");
    }
    desk.advance(4 * HOUR_MS);
    await anna.until(() => said().length === 4, { what: "that the copy is gone" });
    expect(await ticketOf(desk, id)).toMatchObject({
      state: "closed",
      case: { outcome: { how: "not-collected" } },
    });
    await desk.workspace.quiet(500);
    expect(said()).toHaveLength(4);
    expect((await auditOf(desk, id)).filter((one) => one === "restore.reminded")).toHaveLength(3);
  });
});
