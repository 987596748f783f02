import { afterEach, expect, test } from "vitest";
import type { AnswerFault } from "../../src/workspace/fault.ts";
import type { Bench } from "./slack-bench.ts";
import { slackBench } from "./slack-bench.ts";

let bench: Bench | undefined;

afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

const open = async (
  transport: "socket" | "http" = "socket",
  set: Parameters<typeof slackBench>[1] = {},
): Promise<Bench> => {
  bench = await slackBench(transport, set);
  return bench;
};

const answers = ({ workspace }: Bench, thread: string): number =>
  workspace
    .as("U0EVE")
    .sees("dm", thread)
    .filter((one) => one.bot !== undefined).length;

test.each<[what: string, how: AnswerFault, times: number]>([
  ["Slack fails after posting", "commit-then-500", 1],
  ["the connection is cut after posting", "commit-then-cut", 1],
  ["Slack hangs after posting", "commit-then-hang", 1],
  ["Slack fails before posting", { status: 500 }, 1],
  ["the connection is cut before posting", "cut", 2],
  ["a proxy answers with a page", "html", 1],
  ["Slack asks to slow down", { retryAfter: 1 }, 1],
  ["Slack is not sure itself", { error: "internal_error" }, 1],
])(
  "an answer is posted once when %s",
  async (_what, how, times) => {
    const running = await open();
    const eve = running.workspace.as("U0EVE");
    running.workspace.faults.arm({ at: "answer", method: "chat.postMessage", how, times });
    const asked = await eve.say("dm", "can I back up Pro staging?");
    await eve.hears("dm", "No.", { thread: asked.ts, timeoutMs: 9_000 });
    await running.workspace.quiet(1_300);
    expect(answers(running, asked.ts)).toBe(1);
  },
  20_000,
);

test("an answer is posted once where the thread may not be read: its echo is the proof", async () => {
  const running = await open();
  const eve = running.workspace.as("U0EVE");
  running.workspace.faults.arm({ at: "platform", how: "replies-refused" });
  running.workspace.faults.arm({
    at: "answer",
    method: "chat.postMessage",
    how: "commit-then-500",
  });
  const asked = await eve.say("#ask-backup", "@snapdesk can I back up Pro staging?");
  await eve.hears("#ask-backup", "No.", { thread: asked.ts });
  await running.workspace.quiet(500);
  expect(eve.sees("#ask-backup", asked.ts)).toHaveLength(2);
});

test("a channel that is slowed down does not hold up another one", async () => {
  const { workspace } = await open();
  const eve = workspace.as("U0EVE");
  workspace.faults.arm({
    at: "answer",
    method: "chat.postMessage",
    how: { retryAfter: 3 },
  });
  await eve.say("#ask-backup", "@snapdesk can I back up Pro staging?");
  const direct = await eve.say("dm", "can I back up Pro staging?");
  await eve.hears("dm", "No.", { thread: direct.ts, timeoutMs: 2_000 });
  expect(eve.reads("#ask-backup").filter((one) => one.bot !== undefined)).toHaveLength(0);
}, 10_000);

test("staff are told once of a notice that cannot be read, and what is behind it is sent", async () => {
  const { workspace, stores, logged } = await open();
  const sam = workspace.as("U0SAM");
  const line = { recipient: { to: "triage" }, kind: "line.claimed" } as const;
  await stores.outbox.add([
    { ...line, idem: "damaged", data: "neither ids nor values" as never },
    { ...line, idem: "behind", data: { by: "T0LOCAL/U0SAM" } },
  ]);
  await sam.hears("#backup-triage", "has claimed this");
  const told = await sam.hears("#backup-triage", "could not be read");
  expect(told.text).toContain("`line.claimed`, `damaged`");
  await workspace.quiet(500);
  expect(sam.sees("#backup-triage")).toHaveLength(2);
  expect(logged.filter((one) => one.startsWith("error"))).toEqual([]);
});

test("an event delivered four times, also to the other socket, is answered once", async () => {
  const running = await open();
  const eve = running.workspace.as("U0EVE");
  running.workspace.faults.arm({ at: "delivery", type: "message", how: "other-socket", times: 2 });
  const asked = await eve.say("dm", "can I back up Pro staging?");
  await eve.hears("dm", "No.", { thread: asked.ts });
  await running.workspace.quiet(300);
  expect(answers(running, asked.ts)).toBe(1);
});

test("an event is not acknowledged before it is stored; Slack delivers it again", async () => {
  let failures = 1;
  const running = await open("http", {
    wrap: (stores) => ({
      ...stores,
      inbox: {
        ...stores.inbox,
        store: async (key, body) => {
          if (failures > 0) {
            failures -= 1;
            throw new Error("the disk is full");
          }
          return stores.inbox.store(key, body);
        },
      },
    }),
  });
  const eve = running.workspace.as("U0EVE");
  const asked = await eve.say("dm", "can I back up Pro staging?").catch(() => undefined);
  await eve.hears("dm", "No.");
  await running.workspace.quiet(200);
  const said = asked ?? eve.sees("dm").find((one) => one.bot === undefined);
  expect(answers(running, said?.ts ?? "")).toBe(1);
});

test("an event whose listener failed is answered after a restart", async () => {
  let broken = true;
  const running = await open("socket", {
    wrap: (stores) => ({
      ...stores,
      questions: {
        ...stores.questions,
        record: async (question, notices) => {
          if (broken) throw new Error("the disk is full");
          return stores.questions.record(question, notices);
        },
      },
    }),
  });
  const eve = running.workspace.as("U0EVE");
  const asked = await eve.say("dm", "can I back up Pro staging?");
  await running.workspace.quiet(300);
  expect(answers(running, asked.ts)).toBe(0);
  broken = false;
  await running.restart();
  await eve.hears("dm", "No.", { thread: asked.ts });
  expect(answers(running, asked.ts)).toBe(1);
});

test("a message that was deleted in Slack is posted anew by the next change", async () => {
  const { workspace, stores } = await open();
  const eve = workspace.as("U0EVE");
  const asked = await eve.say("dm", "can I back up Pro staging?");
  const answer = await eve.hears("dm", "No.", { thread: asked.ts });
  workspace.faults.arm({
    at: "answer",
    method: "chat.update",
    how: { error: "message_not_found" },
  });
  await eve.click(answer, "knowledge.feedback", "up:Q-1");
  const again = await eve.hears("dm", "No.", { thread: asked.ts, after: answer });
  await workspace.quiet(300);
  expect(await stores.outbox.posted("answer:Q-1")).toMatchObject({ ts: again.ts });
});

test.each([
  "frame-without-event",
  "not-json",
  "too-large",
  "unknown-type",
  "refresh_requested",
  "kill",
] as const)(
  "the app lives through a socket's %s",
  async (blow) => {
    const { workspace } = await open();
    const eve = workspace.as("U0EVE");
    // A socket that goes leaves the other one; frames go to both.
    workspace.blow(blow, blow === "refresh_requested" || blow === "kill" ? 1 : 2);
    await workspace.quiet(200);
    const asked = await eve.say("dm", "can I back up Pro staging?");
    await eve.hears("dm", "No.", { thread: asked.ts, timeoutMs: 8_000 });
    expect(eve.sees("dm", asked.ts)).toHaveLength(2);
  },
  15_000,
);

test.each([
  ["good", 200],
  ["bad-signature", 401],
  ["no-signature", 401],
  ["old", 401],
  ["future", 401],
  ["url-verification", 200],
  ["too-large", 413],
] as const)("a request that is %s is answered %i", async (how, status) => {
  const { workspace } = await open("http");
  expect(await workspace.request(how)).toBe(status);
});

test("a failure of ours is told with a reference, and the form stays open", async () => {
  const { workspace, stores } = await open("socket", {
    wrap: (opened) => ({
      ...opened,
      drafts: {
        ...opened.drafts,
        save: async () => {
          throw new Error("the disk is full");
        },
      },
    }),
  });
  const eve = workspace.as("U0EVE");
  await eve.shortcut("restore.new");
  const form = await eve.modal("restore.request");
  const yesterday = new Date(Date.now() - 86_400_000).toISOString();
  await form.fill("project", "shop-eu");
  await form.fill("environment", "integration");
  await form.fill("date", yesterday.slice(0, 10));
  await form.fill("time", yesterday.slice(11, 16));
  await form.fill("scope", ["files"]);
  const answer = await form.submit();
  expect(JSON.stringify(answer)).toMatch(/could not be stored.*Reference E-[0-9a-f]{8}/);
  expect(eve.modals()).toHaveLength(1);
  expect(await stores.tickets.list({})).toEqual([]);
});

test("the app knows whether Slack can reach it", async () => {
  bench = await slackBench("socket");
  expect(bench.app().connected()).toBe(true);
  const app = bench.app();
  await bench.restart();
  expect(app.connected()).toBe(false);
  expect(bench.app().connected()).toBe(true);
});
