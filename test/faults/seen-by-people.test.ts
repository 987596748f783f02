import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { startDesk } from "../../src/main.ts";
import type { Driver, ModalDriver } from "../../src/workspace/driver-types.ts";
import { ownDatabase, postgresIsThere } from "../journeys/own-postgres.ts";
import { deskSetting } from "../support/running-desk.ts";
import type { SettingOptions } from "../support/running-desk.ts";
import { cuttingProxy } from "./cutting-proxy.ts";

/** Undone in the reverse order, whatever happened. */
const undo: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const one of undo.splice(0).toReversed()) await one();
});

async function openDesk(options: SettingOptions) {
  const setting = await deskSetting({
    ...options,
    env: { SNAPDESK_LOG: "silent", ...options.env },
  });
  undo.push(() => setting.close());
  const desk = await startDesk(readConfig(setting.env), { pace: { spacingMs: 20, burst: 50 } });
  undo.push(() => desk.stop());
  const ready = async () => {
    const answer = await fetch(`${desk.opsUrl}/readyz`);
    return { status: answer.status, text: await answer.text() };
  };
  return { workspace: setting.workspace, eve: setting.workspace.as("U0EVE"), ready };
}

type Running = Awaited<ReturnType<typeof openDesk>>;

/** A form that asks for a person, filled in and not sent yet. */
async function formOf(eve: Driver): Promise<ModalDriver> {
  const asked = await eve.say("dm", "can I back up Pro staging?");
  const answer = await eve.hears(
    "dm",
    ({ blocks }) => JSON.stringify(blocks).includes("desk.person"),
    {
      thread: asked.ts,
      timeoutMs: 15_000,
    },
  );
  await eve.click(answer, "desk.person");
  return eve.modal("desk.person");
}

/** The form is refused in one sentence and stays open; once it can be kept again, the same form is taken. */
async function refusedThenTaken({ eve, ready }: Running, form: ModalDriver, heal: () => void) {
  const answer = await form.submit();
  expect(answer).toEqual({
    words: expect.stringMatching(
      /^This could not be stored; the form is still yours\. Please try again\. Reference E-\w{8}\.$/,
    ),
  });
  expect(eve.modals()).toHaveLength(1);
  expect(await ready()).toMatchObject({ status: 503 });

  heal();
  await expect.poll(async () => (await ready()).status, { timeout: 20_000 }).toBe(200);
  expect(await form.submit()).toBe("closed");
  await eve.hears("dm", /Q-\d+/, { timeoutMs: 15_000 });
}

/** Whether this process may mount. In CI its absence is told, not passed over. */
function smallDisk(): string | undefined {
  const disk = mkdtempSync(join(tmpdir(), "disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=400m", "tmpfs", disk], { stdio: "ignore" });
  } catch {
    rmdirSync(disk);
    console.warn("NOT TESTED: a full disk needs the right to mount");
    return undefined;
  }
  undo.push(() => {
    execFileSync("umount", ["-l", disk]);
    rmdirSync(disk);
  });
  return disk;
}

const CHUNK = Buffer.alloc(8 * 1024 * 1024);

/** Writes until nothing more goes in. */
function fillUp(ballast: string): void {
  for (const chunk of [CHUNK, CHUNK.subarray(0, 4_096), CHUNK.subarray(0, 1)]) {
    try {
      for (;;) writeFileSync(ballast, chunk, { flag: "a" });
    } catch (cause) {
      if ((cause as { code?: string }).code !== "ENOSPC") throw cause;
    }
  }
}

test("on a full disk a person is told in a sentence, keeps the form, and the desk goes on by itself", async () => {
  const disk = smallDisk();
  if (disk === undefined) return;
  const ballast = join(disk, "ballast");
  const data = join(disk, "data");
  const running = await openDesk({ env: { SNAPDESK_DATA: data, SNAPDESK_BALLAST_MB: "32" } });
  const { workspace, eve, ready } = running;
  const held = () => existsSync(join(data, "desk.sqlite.ballast"));
  const form = await formOf(eve);
  await workspace.quiet(500);
  expect(await ready()).toMatchObject({ status: 200 });
  expect(held()).toBe(true);

  fillUp(ballast);
  await expect.poll(held, { timeout: 10_000 }).toBe(false);
  await eve.say("dm", "can I back up Pro staging?");
  await eve.hears("dm", /^I cannot take this in right now: my disk is full/);
  expect((await ready()).text).toContain('"name":"intake","ok":false');
  const unkept = () => workspace.journal.deliveries("message").filter((one) => !one.ok);
  // What the file has room for is still kept; then comes the first message that is not.
  for (let i = 0; i < 2_000 && unkept().length === 0; i += 1) {
    fillUp(ballast);
    await eve.say("#ask-backup", `${i} ${"x".repeat(3_000)}`);
  }
  expect(unkept().length).toBeGreaterThan(0);
  expect((await ready()).text).toMatch(/"disk-space","ok":false,"detail":"only \d+ MB are free"/);
  await refusedThenTaken(running, form, () => rmSync(ballast));
  expect(held()).toBe(true);

  const eventOf = ({ sent }: { readonly sent: unknown }) =>
    (sent as { readonly event_id?: string }).event_id;
  const stillUnkept = () => {
    const kept = new Set(
      workspace.journal
        .deliveries("message")
        .filter((one) => one.ok)
        .map(eventOf),
    );
    return unkept().filter((one) => !kept.has(eventOf(one)));
  };
  // Slack waits a minute and then five before it tries again.
  await expect
    .poll(
      () => {
        workspace.advance(61_000);
        return stillUnkept().length;
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBe(0);
}, 120_000);

const withPostgres = await postgresIsThere();

test.runIf(withPostgres)(
  "with the database gone a person is told in a sentence, keeps the form, and the desk goes on by itself",
  async () => {
    const { url, drop } = await ownDatabase();
    undo.push(drop);
    const { hostname: host, port } = new URL(url);
    const proxy = await cuttingProxy({ host, port: Number(port === "" ? 5432 : port) });
    undo.push(() => proxy.close());
    const databaseUrl = new URL(url);
    databaseUrl.hostname = "127.0.0.1";
    databaseUrl.port = String(proxy.port);
    const running = await openDesk({ databaseUrl: databaseUrl.href });
    const { eve, ready } = running;
    const form = await formOf(eve);
    expect(await ready()).toMatchObject({ status: 200 });

    proxy.away(true);
    expect((await ready()).text).toMatch(/"database-write","ok":false/);
    await refusedThenTaken(running, form, () => proxy.away(false));
  },
  120_000,
);
