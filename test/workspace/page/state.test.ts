import { expect, test } from "vitest";
import { completion } from "../../../src/workspace/page/chat/completion.js";
import { modalFrame, viewRows } from "../../../src/workspace/page/chat/modal.js";
import { searchEmoji } from "../../../src/workspace/page/markup/emoji.js";
import { safeLink } from "../../../src/workspace/page/markup/safe-link.js";
import { slackDate } from "../../../src/workspace/page/markup/slack-date.js";
import { viewer } from "../../../src/workspace/page/markup/viewer.js";
import { applyEvent } from "../../../src/workspace/page/state/apply-event.js";
import { hashOf, placeOf } from "../../../src/workspace/page/state/place-of.js";
import { readFrom, unreadCount } from "../../../src/workspace/page/state/unread.js";
import { textOf } from "./tags-of.ts";

const message = (ts: string, user = "U0SAM") => ({ ts, user, channel: "C1" });
const state = { messages: { C1: [message("1"), message("3")] }, journal: [], sockets: 0 };

test.each<[what: string, name: string, data: Record<string, unknown>, expected: readonly string[]]>(
  [
    ["puts a message in its place", "message", { message: message("2") }, ["1", "2", "3"]],
    ["replaces a message", "update", { message: message("3") }, ["1", "3"]],
    ["adds an ephemeral", "ephemeral", { message: message("4") }, ["1", "3", "4"]],
    ["takes a message away", "delete", { channel: "C1", ts: "1" }, ["3"]],
    ["ignores what it does not know", "parade", { ts: "1" }, ["1", "3"]],
  ],
)("applyEvent() %s", (_what, name, data, expected) => {
  const after = applyEvent(state, name, data) as typeof state;
  expect(after.messages.C1.map(({ ts }) => ts)).toEqual(expected);
  expect(state.messages.C1.map(({ ts }) => ts)).toEqual(["1", "3"]);
});

test("applyEvent() opens a channel it had no message of, and takes over the rest whole", () => {
  const opened = applyEvent(state, "message", { message: { ...message("9"), channel: "C2" } });
  expect(opened).toMatchObject({ messages: { C2: [{ ts: "9" }] } });
  expect(applyEvent(state, "status", { sockets: 2, now: 5 })).toMatchObject({ sockets: 2, now: 5 });
  expect(applyEvent(state, "modal", { modals: [] })).toMatchObject({ modals: [] });
});

test("applyEvent() keeps the last 200 lines of the journal", () => {
  let now: Record<string, unknown> = state;
  for (let n = 1; n <= 205; n += 1) now = applyEvent(now, "journal", { entry: { n } });
  const journal = now["journal"] as readonly { readonly n: number }[];
  expect([journal.length, journal[0]?.n, journal.at(-1)?.n]).toEqual([200, 6, 205]);
});

test.each<[unread: number, upTo: string]>([
  [0, "4"],
  [1, "3"],
  [2, "1"],
  [9, ""],
])("readFrom() with %i unread stops at %j", (unread, upTo) => {
  const all = [message("1"), message("2"), message("3", "U0ANNA"), message("4")];
  expect(readFrom(all, unread, "U0ANNA")).toBe(upTo);
  expect(unreadCount(all, upTo, "U0ANNA")).toBe(Math.min(unread, 3));
});

test.each<[hash: string, here: { readonly channel: string; readonly thread?: string }]>([
  ["#", { channel: "" }],
  ["#C0ASK", { channel: "C0ASK" }],
  ["#C0ASK/1700000000.000100", { channel: "C0ASK", thread: "1700000000.000100" }],
  ["#home", { channel: "home" }],
])("placeOf() reads %j, and hashOf() writes it", (hash, here) => {
  expect(placeOf(hash)).toEqual(here);
  expect(hashOf(here)).toBe(hash);
});

test("placeOf() survives an address that is no encoding", () => {
  expect(placeOf("#%E0%A4%A")).toEqual({ channel: "%E0%A4%A" });
});

const known = {
  commands: [{ command: "/restore", usage_hint: "[when]" }, { command: "/backup" }],
  people: [
    { name: "anna", realName: "Anna Berg", kind: "member" },
    { name: "snapdesk", realName: "Snapdesk", kind: "bot" },
    { name: "gone", realName: "Greta Gone", kind: "deactivated" },
  ],
  channels: [
    { name: "ask-backup", kind: "public" },
    { name: "U0ANNA", kind: "im" },
  ],
};

test.each<[text: string, offers: readonly string[]]>([
  ["/", ["/restore ", "/backup "]],
  ["/re", ["/restore "]],
  ["/restore", []],
  ["/restore x", []],
  ["see /re", []],
  ["hi @sn", ["@snapdesk "]],
  ["@berg", ["@anna "]],
  ["@go", []],
  ["@snapdesk", []],
  ["mail a@sn", []],
  ["#as", ["#ask-backup "]],
  [":e", []],
  [":rocke", [":rocket: "]],
  ["at 14:30", []],
])("completion() offers for %j: %j", (text, offers) => {
  expect(completion(text, known)?.offers.map(({ insert }) => insert) ?? []).toEqual(offers);
});

test("searchEmoji() puts names that begin so first", () => {
  const names = searchEmoji("check", 10).map(([name]) => name);
  expect(names[0]).toBe("checkered_flag");
  expect(names).toContain("white_check_mark");
});

test.each<[address: unknown, href: string | undefined]>([
  ["https://x.se/a b", "https://x.se/a%20b"],
  ["HTTP://X.se", "http://x.se/"],
  ["mailto:a@x.se", "mailto:a@x.se"],
  ["javascript:alert(1)", undefined],
  ["java\nscript:alert(1)", undefined],
  [" data:text/html,x", undefined],
  ["blob:https://x.se/1", undefined],
  ["//x.se", undefined],
  ["/relative", undefined],
  ["https://a:b@x.se", undefined],
  [undefined, undefined],
  [{ toString: () => "https://x.se" }, undefined],
])("safeLink() of %j is %j", (address, href) => {
  expect(safeLink(address)).toBe(href);
});

const AT = Date.parse("2026-11-18T13:30:00Z") / 1000;

test.each<[format: string, zone: string, locale: string, words: string | undefined]>([
  ["{date_num} {time}", "Europe/Stockholm", "sv-SE", "2026-11-18 14:30"],
  ["{date_long}", "Europe/Paris", "fr-FR", "mercredi 18 novembre 2026"],
  ["{date_short_pretty} {time}", "Europe/London", "en-GB", "yesterday 13:30"],
  ["{time_secs}", "Asia/Kathmandu", "nl-NL", "19:15:00"],
  ["{ago}", "UTC", "en-GB", "24 hours ago"],
  ["{nothing}", "UTC", "en-GB", undefined],
  ["{constructor}", "UTC", "en-GB", undefined],
])("slackDate() fills %j in %s for %s", (format, zone, locale, words) => {
  const who = viewer({ zone, locale, now: (AT + 86_400) * 1000 });
  expect(slackDate(AT, format, who)).toBe(words);
});

test("slackDate() refuses an instant no clock shows", () => {
  expect(slackDate(Number.NaN, "{time}", viewer())).toBeUndefined();
  expect(slackDate(1e18, "{time}", viewer())).toBeUndefined();
});

const view = {
  id: "V1",
  kind: "modal",
  callback: "x",
  title: { type: "plain_text", text: "Request <b>" },
  submit: { type: "plain_text", text: "Check" },
  close: null,
  blocks: [
    {
      type: "input",
      block_id: "b",
      label: { text: "L" },
      element: { type: "plain_text_input", action_id: "a" },
    },
  ],
  values: { b: { a: "typed" } },
  chosen: {},
  errors: {},
};

test("viewRows() redraws a block for a new error, not for a new value", () => {
  const [before] = viewRows(view, viewer());
  const [typed] = viewRows({ ...view, values: { b: { a: "more" } } }, viewer());
  const [wrong] = viewRows({ ...view, errors: { b: "No" } }, viewer());
  expect(typed?.sign).toBe(before?.sign);
  expect(typed?.html).not.toBe(before?.html);
  expect(wrong?.sign).not.toBe(before?.sign);
});

test("modalFrame() has a title, a way back and a way on", () => {
  const { head, foot } = modalFrame(view, false);
  expect(textOf(head)).toBe("Request <b>✕");
  expect(textOf(foot)).toBe("CancelCheck");
  expect(textOf(modalFrame(view, true).foot)).toBe("BackCheck");
  expect(textOf(modalFrame({ ...view, submit: null, blocks: [] }, false).foot)).toBe("Cancel");
});
