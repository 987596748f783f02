import { expect, test } from "vitest";
import { openLog } from "../../src/adapters/logger.ts";

const TOKENS = [
  "xoxb-1111-2222-CANARYbot",
  "xoxe.xoxp-1-CANARYrotated",
  "xoxp-3333-CANARYuser",
  "xapp-1-A0-1-CANARYapp",
  "xwfp-9-CANARYflow",
  "Bearer CANARY.bearer+token/==",
  "postgres://desk:CANARYpassword@127.0.0.1:5432/desk",
  "https://hooks.slack.com/services/T0/B0/CANARYhook",
  "https://hooks.slack.com/commands/T0/1/CANARYanswer",
  "AGE-SECRET-KEY-1CANARY",
];

/** Every way a secret may get into a line. */
const ways: [way: string, (log: ReturnType<typeof openLog>, secret: string) => void][] = [
  ["the message", (log, secret) => log.info(`called with ${secret}`)],
  ["a field", (log, secret) => log.info({ token: secret }, "called")],
  ["a deep field", (log, secret) => log.info({ a: { b: [{ c: { d: secret } }] } }, "called")],
  ["a key", (log, secret) => log.info({ [secret]: 1 }, "called")],
  ["an error's message", (log, secret) => log.error(new Error(`no ${secret}`))],
  [
    "an error's field",
    (log, secret) => log.error({ err: Object.assign(new Error("no"), { headers: { a: secret } }) }),
  ],
  [
    "an error's cause",
    (log, secret) => log.error({ err: new Error("no", { cause: new Error(secret) }) }),
  ],
  ["a format argument", (log, secret) => log.info("called %s with %o", secret, { secret })],
  ["a child's binding", (log, secret) => log.child({ url: secret }).info("called")],
  ["a quoted text", (log, secret) => log.info(JSON.stringify({ secret: `"${secret}"` }))],
];

test.each(ways)("openLog() keeps secrets out of %s, and every line stays JSON", (_way, say) => {
  const lines: string[] = [];
  const log = openLog({ write: (line) => lines.push(line) });
  for (const secret of TOKENS) say(log, secret);
  expect(lines).toHaveLength(TOKENS.length);
  for (const line of lines) {
    expect(line).not.toContain("CANARY");
    expect(JSON.parse(line)).toHaveProperty("level");
  }
});

test("openLog() keeps what people wrote out, at any depth", () => {
  const lines: string[] = [];
  const log = openLog({ write: (line) => lines.push(line) });
  const words = "Kan jag CANARY?";
  log.info(
    { event: { type: "message", text: words, blocks: [{ text: words }] }, ticket: { words } },
    "in",
  );
  log.info({ answer: words, body: { text: words }, values: [words] }, "out");
  expect(lines.join()).not.toContain("CANARY");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ message: "in", event: { type: "message" } });
});

test("openLog() keeps ids, times and reasons", () => {
  const lines: string[] = [];
  openLog({ write: (line) => lines.push(line) }).warn({ ticket: "RST-1042", ms: 3 }, "slow");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    level: "warn",
    ticket: "RST-1042",
    ms: 3,
    message: "slow",
    at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
  });
});

test("openLog() reads a long line in no time", () => {
  const lines: string[] = [];
  const log = openLog({ write: (line) => lines.push(line) });
  const began = performance.now();
  for (const long of ["xox", "://:", "Bearer ", "hooks.slack.com/", "a:b@"]) {
    log.info(long.repeat(100_000 / long.length));
  }
  expect(lines).toHaveLength(5);
  expect(performance.now() - began).toBeLessThan(2_000);
});
