import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Instant } from "../../src/kernel/clock.ts";
import { startWorkspace } from "../../src/workspace/workspace.ts";
import { bench, connect, MANIFEST } from "./bolt-app.ts";

async function storePath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "workspace-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "workspace.sqlite");
}

test("messages, reactions, Home, secrets and ids survive a restart", async () => {
  const store = await storePath();
  const first = await bench("socket", () => {}, { store });
  const anna = first.workspace.as("U0ANNA");
  const asked = await anna.say("dm", "before");
  await anna.react(asked, "eyes");
  const gone = await anna.say("dm", "not for long");
  await anna.remove(gone);
  await first.app.client.chat.postEphemeral({ channel: "C0ASK", user: "U0ANNA", text: "psst" });
  const view = { type: "home", blocks: [{ type: "divider" }] } as const;
  const { view: home } = await first.app.client.views.publish({
    user_id: "U0ANNA",
    view: view as never,
  });
  const { botToken, appToken, signingSecret } = first.workspace;
  await first.close();

  const workspace = await startWorkspace({ manifest: MANIFEST, transport: "socket", store });
  onTestFinished(() => workspace.close());
  expect(workspace).toMatchObject({ botToken, appToken, signingSecret });
  const again = workspace.as("U0ANNA");
  expect(again.reads("dm")).toEqual([
    { ...asked, reactions: [{ name: "eyes", users: ["U0ANNA"] }] },
  ]);
  expect(again.reads("#ask-backup")).toEqual([]);
  const { app, stop } = await connect(workspace, "socket");
  const update = await app.client.chat.postMessage({ channel: "U0ANNA", text: "after" });
  expect(Number(update.ts)).toBeGreaterThan(Number(asked.ts));
  const changed = await app.client.views.publish({ user_id: "U0ANNA", view: view as never });
  expect(changed.view?.id).toBe(home?.id);
  await stop();
});

test("ts and ids stay unique though the clock stands still, over a restart too", async () => {
  const store = await storePath();
  const clock = () => 1_700_000_000_000 as Instant;
  const seen: string[] = [];
  for (let run = 0; run < 3; run += 1) {
    const workspace = await startWorkspace({
      manifest: MANIFEST,
      transport: "socket",
      store,
      clock,
    });
    const eve = workspace.as("U0EVE");
    for (let n = 0; n < 3; n += 1) seen.push((await eve.say("dm", `message ${n}`)).ts);
    await workspace.close();
  }
  expect(new Set(seen).size).toBe(9);
  expect(seen).toEqual(seen.toSorted());
});

test("a seed makes a run repeat, and without one secrets differ", async () => {
  const run = async (seed?: number) => {
    const clock = () => 1_700_000_000_000 as Instant;
    const options = { manifest: MANIFEST, transport: "socket", clock } as const;
    const workspace = await startWorkspace(seed === undefined ? options : { ...options, seed });
    const { ts } = await workspace.as("U0EVE").say("dm", "hello");
    await workspace.close();
    return [workspace.botToken, workspace.signingSecret, ts];
  };
  expect(await run(7)).toEqual(await run(7));
  expect((await run(7))[0]).not.toBe((await run(8))[0]);
  expect((await run())[0]).not.toBe((await run())[0]);
});

test("secrets can be given", async () => {
  const tokens = { bot: "xoxb-given", app: "xapp-given" };
  const signingSecret = "given";
  const { workspace, close } = await bench("socket", () => {}, { tokens, signingSecret });
  onTestFinished(close);
  expect(workspace).toMatchObject({
    botToken: "xoxb-given",
    appToken: "xapp-given",
    signingSecret,
  });
});
