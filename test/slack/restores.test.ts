import { afterEach, expect, test } from "vitest";
import type { Message } from "../../src/workspace/model.ts";
import type { Driver } from "../../src/workspace/driver-types.ts";
import { HOUR_MS } from "../../src/kernel/clock.ts";
import type { Bench } from "./slack-bench.ts";
import { slackBench } from "./slack-bench.ts";

let bench: Bench | undefined;

afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

const open = async (
  transport: "socket" | "http",
  set: Parameters<typeof slackBench>[1] = {},
): Promise<Bench> => {
  bench = await slackBench(transport, set);
  return bench;
};

/** Day and time of so many hours ago in UTC, as the pickers hold them. */
const hoursAgo = (hours: number): [date: string, time: string] => {
  const text = new Date(Date.now() - hours * HOUR_MS).toISOString();
  return [text.slice(0, 10), text.slice(11, 16)];
};

const fillForm = async (who: Driver, hours = 20): Promise<void> => {
  const form = await who.modal("restore.request");
  const [date, time] = hoursAgo(hours);
  await form.fill("project", "shop-eu");
  await form.fill("environment", "integration");
  await form.fill("date", date);
  await form.fill("time", time);
  await form.fill("zone", "Europe/London");
  await form.fill("scope", ["database"]);
  await form.fill("reason", "En medarbetare tömde <katalogen> & mer");
};

const file = async (who: Driver): Promise<Message> => {
  await who.command("/restore", "#ask-backup");
  await fillForm(who);
  expect(await (await who.modal("restore.request")).submit()).toBe("pushed");
  const check = await who.modal("restore.check");
  expect(await check.submit()).toBe("closed");
  return who.hears("dm", "RST-1001");
};

test.each(["socket", "http"] as const)(
  "a restore is filed, claimed, planned, approved, run, handed over and acknowledged (%s)",
  async (transport) => {
    const { workspace, stores } = await open(transport);
    const anna = workspace.as("U0ANNA");
    const sam = workspace.as("U0SAM");
    const omar = workspace.as("U0OMAR");
    const receipt = await file(anna);
    expect(receipt.text).toContain("En kollega");

    const card = await sam.hears("#backup-triage", "RST-1001");
    expect(card.text).toContain("New");
    const now = () => sam.latest(card) ?? card;
    const until = (state: string) => sam.until(() => now().text.includes(state), { what: state });
    await sam.click(card, "desk.claim");
    await until("Claimed");
    await sam.click(now(), "restore.plan");
    const plan = await sam.modal("restore.plan");
    expect(plan.text()).toContain("Nothing has been changed");
    await plan.dismiss();
    await until("Planned");
    await sam.click(now(), "restore.request-approval");
    const approval = await omar.hears("#backup-triage", "Approval wanted · RST-1001");

    await sam.click(approval, "restore.approve");
    await sam.hears("#backup-triage", "Only approvers");
    await omar.click(approval, "restore.approve");
    const reason = await omar.modal("restore.approve");
    await reason.fill("words", "looks right");
    expect(await reason.submit()).toBe("closed");
    await until("Approved");
    await omar.until(() => omar.latest(approval)?.text.includes("Approved by"));
    expect(JSON.stringify(omar.latest(approval)?.blocks)).not.toContain("restore.approve");

    await sam.click(now(), "restore.run");
    const run = await sam.modal("restore.run");
    await run.fill("words", "production");
    expect(await run.submit()).toEqual({ words: "The name does not match. Type: integration" });
    await run.fill("words", "integration");
    expect(await run.submit()).toBe("closed");
    await until("Verified");
    await sam.click(now(), "restore.hand-over");
    const preview = await sam.modal("restore.hand-over");
    expect(await preview.submit()).toBe("closed");
    await until("Handed over");

    const pack = await anna.hears("dm", "RST-1", { after: receipt });
    const ready = await anna.until(() =>
      anna.reads("dm").find((one) => JSON.stringify(one.blocks).includes("restore.acknowledge")),
    );
    expect(pack).toBeDefined();
    await anna.click(ready, "restore.acknowledge");
    const have = await anna.modal("restore.acknowledge");
    await have.fill("how", "restored");
    expect(await have.submit()).toBe("closed");
    await until("Closed");
    const ticket = await stores.tickets.get("RST-1001");
    expect(ticket?.state).toBe("closed");
    expect(bench?.logged.filter((one) => one.startsWith("error"))).toEqual([]);
  },
  20_000,
);
