import type { App } from "@slack/bolt";
import { describe, expect, onTestFinished, test } from "vitest";
import type { DeliveryFault } from "../../src/workspace/fault.ts";
import { bench, connect, type Transport } from "./bolt-app.ts";

/** Event ids of the messages that reached a listener. */
const countMessages = (ids: string[]) => (app: App) => {
  app.message(async ({ body }) => void ids.push(body.event_id));
};

describe.each<Transport>(["socket", "http"])("over %s", (transport) => {
  test("an event nobody acknowledges comes again with the same id, up to three times", async () => {
    const { workspace, close } = await bench(transport, () => {}, {
      ackMs: 40,
      retryMs: [0, 60_000, 300_000],
    });
    onTestFinished(close);
    workspace.faults.arm({ at: "delivery", type: "message", how: "lose-ack", times: 0 });
    const retries = () => workspace.journal.deliveries("message");
    await workspace.as("U0EVE").say("dm", "anybody?");
    await workspace.until(() => retries().length === 2);
    workspace.advance(60_000);
    await workspace.until(() => retries().length === 3);
    workspace.advance(300_000);
    await workspace.until(() => retries().length === 4);
    workspace.advance(900_000);
    expect(retries().map((one) => one.attempt)).toEqual([0, 1, 2, 3]);
    const ids = retries().map((one) => (one.sent as { event_id?: string }).event_id);
    expect(new Set(ids).size).toBe(1);
  });

  test.each<[fault: DeliveryFault, arrivals: number]>([
    ["duplicate", 2],
    ["lose-ack", 2],
    ["drop", 0],
    [{ delayMs: 20 }, 1],
  ])("the fault %j makes an event arrive %d times, as one", async (how, arrivals) => {
    const ids: string[] = [];
    const { workspace, close } = await bench(transport, countMessages(ids), { ackMs: 100 });
    onTestFinished(close);
    workspace.faults.arm({ at: "delivery", type: "message", how });
    await workspace.as("U0EVE").say("dm", "once");
    if (arrivals > 0) await workspace.until(() => ids.length === arrivals);
    await workspace.quiet();
    expect(ids).toHaveLength(arrivals);
    expect(new Set(ids).size).toBe(Math.min(1, arrivals));
    expect(workspace.faults.armed()).toEqual([]);
  });

  test("a retry says how often and why", async () => {
    const seen: unknown[] = [];
    const { workspace, close } = await bench(
      transport,
      (app) => {
        app.message(async ({ context }) => void seen.push([context.retryNum, context.retryReason]));
      },
      { ackMs: 60 },
    );
    onTestFinished(close);
    workspace.faults.arm({ at: "delivery", type: "message", how: "lose-ack" });
    await workspace.as("U0EVE").say("dm", "again?");
    await workspace.until(() => seen.length === 2);
    await workspace.quiet();
    expect(seen.at(-1)).toEqual([1, transport === "http" ? "http_timeout" : "timeout"]);
  });

  test("people and the workspace may have enterprise ids", async () => {
    const heard: object[] = [];
    const person = { id: "W0ADA", team: "T0LOCAL", name: "ada", realName: "Ada Li" } as const;
    const { workspace, close } = await bench(
      transport,
      (app) => {
        app.message(async ({ body }) => void heard.push(body));
      },
      { enterprise: "E0LOCAL", people: [{ ...person, kind: "member" }] },
    );
    onTestFinished(close);
    await workspace.as("W0ADA").say("dm", "hello");
    expect(heard).toMatchObject([
      {
        event: { user: "W0ADA", channel: "D0ADA" },
        authorizations: [{ enterprise_id: "E0LOCAL", team_id: "T0LOCAL" }],
      },
    ]);
  });

  test("an event that is held back arrives after the next one", async () => {
    const texts: string[] = [];
    const { workspace, close } = await bench(transport, (app) => {
      app.message(
        async ({ message }) => void texts.push("text" in message ? (message.text ?? "") : ""),
      );
    });
    onTestFinished(close);
    const eve = workspace.as("U0EVE");
    workspace.faults.arm({ at: "delivery", type: "message", how: "hold" });
    const first = eve.say("dm", "first");
    await eve.say("dm", "second");
    await first;
    await workspace.until(() => texts.length === 2);
    expect(texts).toEqual(["second", "first"]);
  });
});

test("HTTP has no other socket, so the same thing comes twice", async () => {
  const ids: string[] = [];
  const { workspace, close } = await bench("http", countMessages(ids));
  onTestFinished(close);
  workspace.faults.arm({ at: "delivery", type: "message", how: "other-socket" });
  await workspace.as("U0EVE").say("dm", "twice");
  expect(ids).toHaveLength(2);
});

test("HTTP refuses what is not signed as it should be", async () => {
  const { workspace, close } = await bench("http");
  onTestFinished(close);
  const status = async (how: Parameters<typeof workspace.request>[0]) => workspace.request(how);
  expect(await status("bad-signature")).toBe(401);
  expect(await status("no-signature")).toBe(401);
  expect(await status("old")).toBe(401);
  expect(await status("charset")).toBe(400);
  expect(await status("too-large")).toBe(413);
  expect(await status("url-verification")).toBe(200);
  expect(await status("ssl-check")).toBe(200);
});

describe("Socket Mode", () => {
  test("each payload goes to one of the connections", async () => {
    const ids: string[] = [];
    const { workspace, close } = await bench("socket", countMessages(ids), { sockets: 2 });
    onTestFinished(close);
    expect(workspace.sockets()).toBe(2);
    const eve = workspace.as("U0EVE");
    for (let n = 0; n < 10; n += 1) await eve.say("dm", `message ${n}`);
    expect(new Set(ids).size).toBe(10);
    expect(ids).toHaveLength(10);
  });

  test("a fault sends one envelope over every connection", async () => {
    const ids: string[] = [];
    const { workspace, close } = await bench("socket", countMessages(ids), { sockets: 2 });
    onTestFinished(close);
    workspace.faults.arm({ at: "delivery", type: "message", how: "other-socket" });
    await workspace.as("U0EVE").say("dm", "twice");
    await workspace.until(() => ids.length === 2);
    expect(new Set(ids).size).toBe(1);
  });

  test("a ticket works once", async () => {
    const { workspace, app, close } = await bench("socket");
    onTestFinished(close);
    const { url } = await app.client.apps.connections.open({ token: workspace.appToken });
    const knock = () =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(String(url));
        socket.addEventListener("open", () => resolve("open"));
        socket.addEventListener("error", () => resolve("refused"));
      });
    expect([await knock(), await knock()]).toEqual(["open", "refused"]);
  });

  test("the eleventh connection is told that there are too many", async () => {
    const { workspace, app, close } = await bench("socket", () => {}, { sockets: 1 });
    onTestFinished(close);
    const frames: string[] = [];
    for (let n = 0; n < 10; n += 1) {
      const { url } = await app.client.apps.connections.open({ token: workspace.appToken });
      await new Promise<void>((resolve) => {
        const socket = new WebSocket(String(url));
        socket.addEventListener("message", (event) => {
          frames.push(String(event.data));
          resolve();
        });
      });
    }
    expect(workspace.sockets()).toBe(10);
    expect(JSON.parse(frames.at(-1) ?? "")).toMatchObject({
      type: "disconnect",
      reason: "too_many_websockets",
    });
  });

  test("without a connection events are dropped and commands fail", async () => {
    const ids: string[] = [];
    const { workspace, app, close } = await bench("http", countMessages(ids));
    onTestFinished(close);
    workspace.deliverBy("socket");
    const eve = workspace.as("U0EVE");
    await eve.say("dm", "nobody hears this");
    await expect(eve.command("/probe")).rejects.toMatchObject({ code: "did-not-respond" });
    const again = await connect(workspace, "socket", countMessages(ids));
    await eve.say("dm", "somebody hears this");
    workspace.advance(60_000);
    await workspace.quiet();
    await again.stop();
    expect(ids).toHaveLength(1);
    expect(app).toBeDefined();
  });

  test("an app that was cut off comes back, and what it had not acknowledged comes again", async () => {
    const ids: string[] = [];
    const { workspace, close } = await bench("socket", countMessages(ids), {
      sockets: 2,
      ackMs: 500,
    });
    onTestFinished(close);
    workspace.blow("half-open");
    const eve = workspace.as("U0EVE");
    const said = eve.say("dm", "into the void");
    workspace.blow("kill");
    await said;
    await workspace.until(() => workspace.sockets() === 2, { timeoutMs: 15_000 });
    workspace.advance(60_000);
    await workspace.until(() => ids.length > 0, { timeoutMs: 10_000 });
    expect(new Set(ids).size).toBe(1);
  }, 30_000);

  test("odd frames do not end a connection", async () => {
    const { workspace, close } = await bench("socket");
    onTestFinished(close);
    workspace.blow("not-json");
    workspace.blow("unknown-type");
    workspace.blow("warning");
    await workspace.quiet();
    expect(
      workspace.journal.entries().filter((one) => one.kind === "socket").length,
    ).toBeGreaterThan(3);
  });
});

test("a refreshed socket loses nothing while another is open", async () => {
  const ids: string[] = [];
  const { workspace, close } = await bench("socket", countMessages(ids), { sockets: 2 });
  onTestFinished(close);
  const eve = workspace.as("U0EVE");
  for (let n = 0; n < 20; n += 1) {
    if (n === 5) workspace.blow("refresh_requested", 1);
    await eve.say("dm", `message ${n}`);
  }
  await workspace.until(() => new Set(ids).size === 20, { timeoutMs: 8_000 });
  expect(ids).toHaveLength(20);
}, 20_000);

test.each(["upgrade-403", "no-hello", "used-ticket"] as const)(
  "an app gets through after the socket fault %s",
  async (how) => {
    const { workspace, close } = await bench("http");
    onTestFinished(close);
    workspace.faults.arm({ at: "socket", how });
    const knock = async () => {
      const answer = await fetch(`${workspace.apiUrl}apps.connections.open`, {
        method: "POST",
        headers: { authorization: `Bearer ${workspace.appToken}` },
      });
      const { url } = (await answer.json()) as { readonly url: string };
      return new Promise<string>((resolve) => {
        const socket = new WebSocket(url);
        socket.addEventListener("message", () => resolve("hello"));
        socket.addEventListener("error", () => resolve("refused"));
        socket.addEventListener("open", () => setTimeout(() => resolve("silence"), 50));
      });
    };
    expect(await knock()).toBe(how === "no-hello" ? "silence" : "refused");
    expect(await knock()).toBe("hello");
  },
);

test("a delivery can go to another process, signed", async () => {
  const ids: string[] = [];
  const first = await bench("http", countMessages(ids));
  onTestFinished(first.close);
  const other: string[] = [];
  const { workspace } = first;
  const second = await connect(workspace, "http", countMessages(other));
  onTestFinished(second.stop);
  const to = workspace.requestUrl() ?? "";
  await connect(workspace, "http", countMessages(ids)).then((third) => onTestFinished(third.stop));
  workspace.faults.arm({ at: "delivery", type: "message", how: { to } });
  await workspace.as("U0EVE").say("dm", "for the other");
  await workspace.as("U0EVE").say("dm", "for the first");
  expect([other.length, ids.length]).toEqual([1, 1]);
});
