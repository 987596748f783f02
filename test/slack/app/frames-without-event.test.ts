import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { dropFramesWithoutEvent } from "../../../src/slack/app/frames-without-event.ts";

type Client = Parameters<typeof dropFramesWithoutEvent>[0];

/** What the client is left to see of these frames, and what is said. */
function seen(...frames: readonly (string | Uint8Array)[]) {
  const client = new EventEmitter();
  const [through, said, acknowledged] = [[] as unknown[], [] as string[], [] as string[]];
  client.on("ws_message", (data) => void through.push(data));
  Object.assign(client, { send: async (id: string) => void acknowledged.push(id) });
  dropFramesWithoutEvent(client as unknown as Client, (_level, what) => void said.push(what));
  for (const frame of frames) client.emit("ws_message", frame, false);
  return { through, said, acknowledged };
}

const MEGABYTE = 1_048_576;

test("a frame of up to a megabyte goes through, a larger one is named and dropped", () => {
  const [largest, larger] = ["x".repeat(MEGABYTE), "x".repeat(MEGABYTE + 1)];
  expect(seen(largest)).toMatchObject({ through: [largest], said: [] });
  expect(seen(larger)).toMatchObject({ through: [], said: [expect.stringContaining("too large")] });
  expect(seen(new Uint8Array(MEGABYTE + 1)).through).toEqual([]);
});

test("a frame without an event is acknowledged here, the client never sees it", () => {
  const frame = JSON.stringify({ type: "events_api", envelope_id: "e1", payload: {} });
  expect(seen(frame)).toMatchObject({ through: [], acknowledged: ["e1"] });
  expect(seen("no json", '{"type":"hello"}').through).toHaveLength(2);
});
