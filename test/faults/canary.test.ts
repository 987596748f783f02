import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { expect, test } from "vitest";
import { readManifest } from "../../src/main/open-slack.ts";
import { startWorkspace } from "../../src/workspace/workspace.ts";
import { ownDatabase, postgresIsThere } from "../journeys/own-postgres.ts";

const TOKENS = { bot: "xoxb-1-canarybot", app: "xapp-1-canaryapp" };
const SIGNING_SECRET = "canarysigningsecret";
const PASSWORD = "canarypassword";
const WORDS = "canarywords";
const MARKS = ["canarybot", "canaryapp", SIGNING_SECRET, PASSWORD, WORDS];

const withPostgres = await postgresIsThere();

/** All files below a folder. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

/** Whether it is anything else than one of our own lines, e.g. one that a library has written by itself. */
function isNoLogLine(line: string): boolean {
  try {
    const read = JSON.parse(line) as { level?: unknown; at?: unknown; message?: unknown };
    return [read.level, read.at, read.message].some((one) => typeof one !== "string");
  } catch {
    return true;
  }
}

const marksIn = (text: string): string[] => MARKS.filter((mark) => text.includes(mark));

test.runIf(withPostgres)(
  "no token, password or word of a person gets into the log or into a file, in trouble neither",
  async () => {
    const data = mkdtempSync(join(tmpdir(), "canary-"));
    const { url, drop } = await ownDatabase();
    const withPassword = new URL(url);
    withPassword.password = PASSWORD;
    const workspace = await startWorkspace({
      manifest: await readManifest(),
      transport: "socket",
      tokens: TOKENS,
      signingSecret: SIGNING_SECRET,
    });
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, "../../src/snapdesk.js"), "start"],
      {
        cwd: data,
        env: {
          PATH: process.env["PATH"],
          SNAPDESK_DATA: data,
          SNAPDESK_LOG: "debug",
          SNAPDESK_OPS_PORT: "0",
          SNAPDESK_ARTICLES_PORT: "0",
          DATABASE_URL: withPassword.href,
          SLACK_API_URL: workspace.apiUrl,
          SLACK_BOT_TOKEN: TOKENS.bot,
          SLACK_APP_TOKEN: TOKENS.app,
          SLACK_SIGNING_SECRET: SIGNING_SECRET,
          SLACK_TRIAGE_CHANNEL: "C0TRIAGE",
          SLACK_STAFF: "U0SAM",
          SLACK_APPROVERS: "U0OMAR",
        },
      },
    );
    let output = "";
    let log = "";
    child.stdout.on("data", (bytes: Buffer) => (output += bytes.toString()));
    child.stderr.on("data", (bytes: Buffer) => {
      log += bytes.toString();
      output += bytes.toString();
    });
    const exited = once(child, "exit");
    try {
      await expect.poll(() => workspace.sockets(), { timeout: 40_000 }).toBeGreaterThan(0);
      const eve = workspace.as("U0EVE");
      workspace.faults.arm({ at: "answer", method: "chat.postMessage", how: "commit-then-500" });
      const asked = await eve.say("dm", `can I back up Pro staging? ${WORDS}`);
      const answer = await eve.hears(
        "dm",
        ({ blocks }) => JSON.stringify(blocks).includes("desk.person"),
        { thread: asked.ts, timeoutMs: 30_000 },
      );
      await eve.click(answer, "desk.person");
      const form = await eve.modal("desk.person");
      await form.fill("words", WORDS);
      await workspace.quiet(500);

      // Each of these is refused, and the server names the whole row in the refusal.
      await refuseWords(url, "ticket", "words");
      await refuseWords(url, "inbox", "body");
      expect(await form.submit()).toMatchObject({ words: expect.stringContaining("Reference") });
      await eve.say("#ask-backup", `<@U0BOT> ${WORDS}`).catch(() => undefined);
      workspace.blow("not-json");
      workspace.blow("kill", 1);
      await expect.poll(() => output, { timeout: 10_000 }).toContain("a listener failed");
    } finally {
      child.kill("SIGTERM");
      await exited;
      await workspace.close();
      await drop();
    }
    expect(marksIn(output)).toEqual([]);
    expect(log.trim().split("\n").filter(isNoLogLine)).toEqual([]);
    expect(log).toContain("slack's library reports something");
    for (const file of filesIn(data)) {
      expect([file, marksIn(readFileSync(file, "latin1"))]).toEqual([file, []]);
    }
    rmSync(data, { recursive: true });
  },
  120_000,
);

async function refuseWords(url: string, table: string, column: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    `alter table ${table} add constraint no_words check (${column} not like '%${WORDS}%') not valid`,
  );
  await client.end();
}
