import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { startDesk } from "../../src/main.ts";
import { postgresBehindProxy } from "../faults/postgres-behind-proxy.ts";
import { postgresIsThere } from "../journeys/own-postgres.ts";
import { deskSetting } from "../support/running-desk.ts";

const withPostgres = await postgresIsThere();

/** Undone in the reverse order, whatever happened. */
const undo: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const one of undo.splice(0).toReversed()) await one();
}, 60_000);

async function deskBehindProxy() {
  const { proxy, through, close } = await postgresBehindProxy();
  undo.push(close);
  const setting = await deskSetting({
    databaseUrl: through,
    env: { SNAPDESK_LOG: "silent" },
  });
  undo.push(() => setting.close());
  const desk = await startDesk(readConfig(setting.env), { pace: { spacingMs: 20, burst: 50 } });
  undo.push(() => desk.stop());
  return { proxy, desk, eve: setting.workspace.as("U0EVE") };
}

const isAnswer = ({ blocks }: { readonly blocks?: unknown }) =>
  JSON.stringify(blocks ?? "").includes("desk.person");

/** A long one: what is tried again with longer and longer pauses has come to its longest. */
const OUTAGE_MS = 20_000;

describe.runIf(withPostgres)("a desk whose database is lost", () => {
  test("answers within ten seconds after it is back, also what was asked meanwhile", async () => {
    const { proxy, eve } = await deskBehindProxy();
    const before = await eve.say("dm", "can I back up Pro staging?");
    await eve.hears("dm", isAnswer, { thread: before.ts, timeoutMs: 20_000 });

    proxy.away(true);
    const during = await eve.say("dm", "can I restore Pro staging?");
    await sleep(OUTAGE_MS);
    proxy.away(false);
    const answer = await eve.hears("dm", isAnswer, { thread: during.ts, timeoutMs: 10_000 });
    expect(answer.thread).toBe(during.ts);
  }, 120_000);

  test.each(["away", "half open"])(
    "stops, where it is %s",
    async (how) => {
      const { proxy, desk, eve } = await deskBehindProxy();
      const asked = await eve.say("dm", "can I back up Pro staging?");
      await eve.hears("dm", isAnswer, { thread: asked.ts, timeoutMs: 20_000 });
      if (how === "away") proxy.away(true);
      else proxy.swallow(120_000);
      for (let i = 0; i < 10; i += 1)
        void eve.say("dm", `and Starter ${i}?`).catch(() => undefined);
      await sleep(1_500);
      const began = performance.now();
      await desk.stop();
      expect(performance.now() - began).toBeLessThan(30_000);
    },
    120_000,
  );
});
