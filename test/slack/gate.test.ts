import { expect, test } from "vitest";
import { gate } from "../../src/slack/app/gate.ts";

type Body = Readonly<Record<string, unknown>>;

const message = (event: Body): Body => ({
  type: "event_callback",
  event_id: "Ev1",
  team_id: "T0LOCAL",
  event: { type: "message", channel: "C1", ts: "1.1", user: "U0EVE", ...event },
});

/** What happens to a body, step by step. */
async function stepsOf(body: Body, store: () => Promise<boolean> = async () => true) {
  const steps: string[] = [];
  const heard: string[] = [];
  const passed = gate({
    app: {
      processEvent: async (event) => {
        steps.push("bolt");
        await event.ack();
      },
    },
    inbox: {
      store: async (key) => {
        steps.push(`store ${key}`);
        return store();
      },
    },
    bot: { user: "U0BOT", id: "B0BOT" },
    echoes: { heard: ({ idem }) => heard.push(idem) },
    log: () => {},
  }).processEvent({ body, ack: async () => void steps.push("ack") });
  const failed = await passed.then(
    () => false,
    () => true,
  );
  return { steps, heard, failed };
}

test("gate() stores an event before Bolt acknowledges it", async () => {
  expect((await stepsOf(message({}))).steps).toEqual(["store ev:Ev1", "bolt", "ack"]);
});

test("gate() acknowledges a redelivery and leaves the work to the first one", async () => {
  const { steps } = await stepsOf(message({}), async () => false);
  expect(steps).toEqual(["store ev:Ev1", "ack"]);
});

test("gate() does not acknowledge what could not be stored", async () => {
  const { steps, failed } = await stepsOf(message({}), () => Promise.reject(new Error("full")));
  expect(steps).toEqual(["store ev:Ev1"]);
  expect(failed).toBe(true);
});

test("gate() hears the echo of our own message, and stops it", async () => {
  const metadata = { event_type: "snapdesk", event_payload: { id: "answer:Q-1:1" } };
  const { steps, heard } = await stepsOf(message({ bot_id: "B0BOT", metadata }));
  expect(steps).toEqual(["ack"]);
  expect(heard).toEqual(["answer:Q-1:1"]);
});

test.each<[what: string, body: Body, steps: readonly string[]]>([
  ["an interaction, which is never absorbed", { type: "block_actions" }, ["bolt", "ack"]],
  ["a warning without an event", { type: "app_rate_limited" }, ["ack"]],
  [
    "an event without an effect",
    { ...message({}), event: { type: "app_home_opened", user: "U0EVE" } },
    ["bolt", "ack"],
  ],
])("gate() passes %s on without storing it", async (_what, body, steps) => {
  expect((await stepsOf(body)).steps).toEqual(steps);
});

test("gate() takes in nothing that is nested too deeply, also where it would be stored", async () => {
  let deep: unknown = "end";
  for (let i = 0; i < 200_000; i += 1) deep = [deep];
  const { steps, failed } = await stepsOf(message({ blocks: deep }));
  expect(steps).toEqual(["ack"]);
  expect(failed).toBe(false);
  let usual: unknown = "end";
  for (let i = 0; i < 20; i += 1) usual = { usual };
  expect((await stepsOf(message({ blocks: usual }))).steps).toContain("store ev:Ev1");
});
