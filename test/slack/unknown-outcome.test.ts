import { afterEach, expect, test } from "vitest";
import { HOUR_MS } from "../../src/kernel/clock.ts";
import type { Driver } from "../../src/workspace/driver-types.ts";
import type { Message } from "../../src/workspace/model.ts";
import type { Bench } from "./slack-bench.ts";
import { slackBench } from "./slack-bench.ts";

let bench: Bench;

afterEach(() => bench.close());

type Lost = {
  readonly sam: Driver;
  readonly ines: Driver;
  readonly omar: Driver;
  readonly anna: Driver;
  readonly now: () => Message;
};

const TRIAGE = "#backup-triage";

/** A run whose answer was lost before anything happened, on an engine that keeps no keys: nobody can tell by asking. */
async function lost(transport: "socket" | "http"): Promise<Lost> {
  bench = await slackBench(transport, { capabilities: { nativeIdempotency: false } });
  const [anna, sam, ines, omar] = ["U0ANNA", "U0SAM", "U0INES", "U0OMAR"].map((id) =>
    bench.workspace.as(id),
  );
  if (!anna || !sam || !ines || !omar) throw new Error("nobody");
  await anna.command("/restore", "#ask-backup");
  const form = await anna.modal("restore.request");
  const [date = "", time = ""] = new Date(Date.now() - 20 * HOUR_MS).toISOString().split("T");
  await form.fill("project", "shop-eu");
  await form.fill("environment", "integration");
  await form.fill("date", date);
  await form.fill("time", time.slice(0, 5));
  await form.fill("zone", "UTC");
  await form.fill("scope", ["database"]);
  await form.submit();
  await (await anna.modal("restore.check")).submit();
  const card = await sam.hears(TRIAGE, "RST-1001");
  const now = () => sam.latest(card) ?? card;
  const until = (state: string) => sam.until(() => now().text.includes(state), { what: state });
  await sam.click(card, "desk.claim");
  await until("Claimed");
  await sam.click(now(), "restore.plan");
  await (await sam.modal("restore.plan")).dismiss();
  await until("Planned");
  await sam.click(now(), "restore.request-approval");
  const approval = await omar.hears(TRIAGE, "Approval wanted · RST-1001");
  await omar.click(approval, "restore.approve");
  await (await omar.modal("restore.approve")).submit();
  await until("Approved");
  bench.engine.trouble.add("lost-before-effect");
  await sam.click(now(), "restore.run");
  const run = await sam.modal("restore.run");
  await run.fill("words", "integration");
  await run.submit();
  await until("Outcome unknown");
  return { sam, ines, omar, anna, now };
}

const ticket = () => bench.stores.tickets.get("RST-1001");

const trail = async (): Promise<readonly string[]> =>
  (await bench.stores.tickets.history("RST-1001")).map(({ action }) => action);

/** Says what was seen; the same form is delivered twice. */
async function claimed(who: Driver, now: () => Message, what: string, words: string) {
  await who.click(now(), `restore.${what}`);
  const form = await who.modal(`restore.${what}`);
  expect(await form.submit()).toHaveProperty("words");
  await form.fill("words", words);
  bench.workspace.faults.arm({ at: "delivery", type: "view_submission", how: "duplicate" });
  await form.submit();
  await who.until(() => JSON.stringify(now().blocks).includes(`restore.confirm-${what}`), {
    what: "a claim to confirm",
  });
}

const ephemerals = (who: Driver) => who.reads(TRIAGE).filter(({ onlyFor }) => onlyFor === who.id);

test.each(["socket", "http"] as const)(
  "it happened: seen by one, confirmed by another, and nothing was run again (%s)",
  async (transport) => {
    const { sam, ines, anna, now } = await lost(transport);
    await claimed(sam, now, "happened", "The target directory holds 12 files");
    await sam.hears(TRIAGE, "The target directory holds 12 files");
    expect((await ticket())?.state).toBe("unknown");

    await sam.click(now(), "restore.confirm-happened");
    await sam.until(() => ephemerals(sam).length === 1, { what: "one's own claim refused" });
    expect((await ticket())?.state).toBe("unknown");

    const open = now();
    bench.workspace.faults.arm({ at: "delivery", type: "block_actions", how: "duplicate" });
    await ines.click(open, "restore.confirm-happened");
    await ines.until(() => now().text.includes("Verified"), { what: "verified" });
    await ines.until(() => ephemerals(ines).length === 1, { what: "a replayed click refused" });
    expect(await ticket()).toMatchObject({
      state: "verified",
      case: { verification: { state: "not-checkable" }, outcomeClaim: { happened: true } },
    });
    const actions = await trail();
    expect(actions.filter((one) => one === "restore.outcome-confirmed")).toHaveLength(1);
    expect(actions).toContain("restore.confirm-outcome-refused");
    expect(bench.engine.effects).toEqual([]);
    await sam.click(now(), "restore.hand-over");
    await (await sam.modal("restore.hand-over")).submit();
    await anna.hears("dm", (one) => JSON.stringify(one.blocks).includes("restore.acknowledge"));
  },
  30_000,
);

test.each(["socket", "http"] as const)(
  "it did not happen: confirmed by another it has failed, the requester is told, and only then may it be tried again (%s)",
  async (transport) => {
    const { sam, ines, anna, now } = await lost(transport);
    expect(JSON.stringify(now().blocks)).not.toMatch(/restore\.(?:retry|run)"/);
    await claimed(ines, now, "did-not", "No operation in the provider's own list");
    await sam.click(now(), "restore.confirm-did-not");
    await sam.until(() => now().text.includes("Failed"), { what: "failed" });
    await anna.hears(
      "dm",
      (one) => one.text.includes("RST-1001") && one.text.includes("fungerade inte"),
    );
    expect(bench.engine.effects).toEqual([]);

    await sam.click(now(), "restore.retry");
    await sam.until(() => now().text.includes("Approved"), { what: "approved again" });
    await sam.click(now(), "restore.run");
    const run = await sam.modal("restore.run");
    await run.fill("words", "integration");
    await run.submit();
    await sam.until(() => now().text.includes("Verified"), { what: "verified", timeoutMs: 10_000 });
    expect(bench.engine.effects).toHaveLength(1);
  },
  30_000,
);

test.each(["socket", "http"] as const)(
  "the buttons of a lost answer are refused to whoever is not of the staff, and nothing changes (%s)",
  async (transport) => {
    const { sam, now } = await lost(transport);
    await claimed(sam, now, "happened", "The target directory holds 12 files");
    const before = await ticket();
    const { outbox } = bench.stores;
    const recipient = { to: "place", place: { channel: "C0ASK" } } as const;
    await outbox.add([{ idem: "stray", recipient, kind: "card", data: { ticket: "RST-1001" } }]);
    const tries = ["confirm-happened", "happened", "did-not", "ask-engine"];
    for (const id of ["U0KIM", "U0ANNA"]) {
      const outsider = bench.workspace.as(id);
      const stray = await outsider.hears("#ask-backup", "RST-1001");
      const told = () => outsider.reads("#ask-backup").filter(({ onlyFor }) => onlyFor === id);
      for (const [at, what] of tries.entries()) {
        await outsider.click(stray, `restore.${what}`);
        await outsider.until(() => told().length === at + 1, { what: `${what} refused` });
      }
      expect(outsider.modals()).toEqual([]);
    }
    expect(await ticket()).toEqual(before);
    expect(bench.engine.effects).toEqual([]);
    const refused = (await bench.stores.tickets.history("RST-1001")).filter(({ action }) =>
      action.endsWith("-refused"),
    );
    expect(refused.map(({ actor, action }) => `${actor} ${action}`)).toEqual(
      ["T0LOCAL/U0KIM", "T0LOCAL/U0ANNA"].flatMap((who) => [
        `${who} restore.confirm-outcome-refused`,
        `${who} restore.happened-refused`,
        `${who} restore.did-not-refused`,
        `${who} restore.ask-engine-refused`,
      ]),
    );
  },
  30_000,
);

test("a claim that was changed meanwhile is not confirmed by an old card", async () => {
  const { sam, ines, omar, now } = await lost("socket");
  await claimed(sam, now, "happened", "I think it is there");
  await omar.click(now(), "restore.did-not");
  const other = await omar.modal("restore.did-not");
  await other.fill("words", "It is not there after all");
  bench.workspace.faults.arm({ at: "delivery", type: "block_actions", how: { delayMs: 400 } });
  const late = ines.click(now(), "restore.confirm-happened");
  await other.submit();
  await late;
  await ines.until(() => ephemerals(ines).length === 1, { what: "an old card" });
  expect((await ticket())?.state).toBe("unknown");
  expect((await ticket())?.case.outcomeClaim).toMatchObject({ happened: false });
}, 30_000);
