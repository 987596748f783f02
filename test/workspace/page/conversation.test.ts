import { expect, test } from "vitest";
import { conversation, rootsOf, threadOf } from "../../../src/workspace/page/chat/conversation.js";
import { initials } from "../../../src/workspace/page/chat/avatar.js";
import { channelList } from "../../../src/workspace/page/chat/channel-list.js";
import { journalRow } from "../../../src/workspace/page/chat/journal.js";
import { messageHtml } from "../../../src/workspace/page/chat/message.js";
import { messageText } from "../../../src/workspace/page/chat/message-text.js";
import { viewer } from "../../../src/workspace/page/markup/viewer.js";
import { tagsOf, textOf } from "./tags-of.ts";

const NOW = Date.parse("2026-11-20T12:00:00Z");
const around = {
  viewer: viewer({
    me: "U0ANNA",
    zone: "Europe/Stockholm",
    now: NOW,
    people: new Map([["U0ANNA", "anna"]]),
  }),
  persons: new Map([["U0ANNA", { id: "U0ANNA", name: "anna", realName: "Anna Berg" }]]),
  shortcuts: [
    { type: "message", name: "Restore from message", callback_id: "restore.from-message" },
  ],
  inThread: false,
};
const said = (at: string, own: Record<string, unknown> = {}) => ({
  ts: `${Date.parse(at) / 1000}.000100`,
  channel: "C0ASK",
  user: "U0ANNA",
  text: "hello",
  blocks: [],
  reactions: [],
  replies: 0,
  ephemeral: false,
  isBot: false,
  ...own,
});

test("messageHtml() says who, when in the viewer's zone, and where", () => {
  const html = messageHtml(said("2026-11-20T11:05:00Z"), around);
  expect(tagsOf(html)[0]?.attributes).toMatchObject({
    ariaLabel: "Anna Berg, 12:05",
    dataChannel: "C0ASK",
    dataTs: "1795172700.000100",
  });
  expect(textOf(html)).toContain("hello");
});

test.each<[what: string, own: Record<string, unknown>, words: string]>([
  ["an ephemeral", { ephemeral: true }, "Only visible to you"],
  ["an edit", { edited: "1" }, "(edited)"],
  ["an app", { isBot: true }, "app"],
  ["one reply", { replies: 1 }, "1 reply"],
  ["replies", { replies: 3 }, "3 replies"],
  ["the shortcuts of the app", {}, "Restore from message"],
  ["edit and delete of one's own", {}, "Edit messageDelete message"],
])("messageHtml() shows %s", (_what, own, words) => {
  expect(textOf(messageHtml(said("2026-11-20T11:05:00Z", own), around))).toContain(words);
});

test("messageHtml() lets nobody edit, delete or react to what is not theirs to", () => {
  const other = textOf(messageHtml(said("2026-11-20T11:05:00Z", { user: "U0SAM" }), around));
  expect(other).not.toContain("Edit message");
  const ephemeral = messageHtml(said("2026-11-20T11:05:00Z", { ephemeral: true }), around);
  expect(tagsOf(ephemeral).some(({ attributes }) => attributes["dataDo"] !== undefined)).toBe(
    false,
  );
});

test("messageHtml() shows one's own reaction as pressed and names who reacted", () => {
  const reactions = [{ name: "eyes", users: ["U0SAM", "U0ANNA"] }];
  const html = messageHtml(said("2026-11-20T11:05:00Z", { reactions }), around);
  const pressed = tagsOf(html).find(({ attributes }) => attributes["ariaPressed"] === "true");
  expect(pressed?.attributes).toMatchObject({ ariaLabel: "eyes: U0SAM, you", dataName: "eyes" });
});

test("messageHtml() shows what a person typed and what an app composed", () => {
  const blocks = [{ type: "header", text: { type: "plain_text", text: "From blocks" } }];
  const own = { text: "*typed*", blocks };
  expect(textOf(messageHtml(said("2026-11-20T11:05:00Z", own), around))).toContain("typed");
  const app = textOf(messageHtml(said("2026-11-20T11:05:00Z", { ...own, isBot: true }), around));
  expect(app).toContain("From blocks");
  expect(app).not.toContain("typed");
});

test("conversation() heads each day, in the viewer's zone", () => {
  const rows = conversation(
    [said("2026-11-18T22:30:00Z"), said("2026-11-18T23:30:00Z"), said("2026-11-20T10:00:00Z")],
    around,
  );
  const days = rows.filter(({ key }) => key.startsWith("day-")).map(({ html }) => textOf(html));
  expect(days).toEqual(["Wednesday, 18 November 2026", "Yesterday", "Today"]);
});

test("conversation() draws the line before the first message of others that was not read", () => {
  const read = said("2026-11-20T10:00:00Z", { user: "U0SAM" });
  const mine = said("2026-11-20T10:01:00Z");
  const news = said("2026-11-20T10:02:00Z", { user: "U0SAM" });
  const rows = conversation([read, mine, news], { ...around, readUpTo: read.ts });
  expect(rows.map(({ key }) => key).slice(1)).toEqual([read.ts, mine.ts, "new", news.ts]);
  expect(conversation([read, mine, news], around).some(({ key }) => key === "new")).toBe(false);
});

test("conversation() draws the second of two quick messages without a head of its own", () => {
  const classes = conversation(
    [said("2026-11-20T10:00:00Z"), said("2026-11-20T10:04:00Z"), said("2026-11-20T10:20:00Z")],
    around,
  ).map(({ html }) => html.includes("message-compact"));
  expect(classes).toEqual([false, false, true, false]);
});

test("rootsOf() and threadOf() part a channel from its threads; a broadcast is in both", () => {
  const root = said("2026-11-20T10:00:00Z");
  const reply = said("2026-11-20T10:01:00Z", { thread: root.ts });
  const broadcast = said("2026-11-20T10:02:00Z", { thread: root.ts, broadcast: true });
  expect(rootsOf([root, reply, broadcast])).toEqual([root, broadcast]);
  expect(threadOf([root, reply, broadcast], root.ts)).toEqual([root, reply, broadcast]);
});

test.each([
  ["<@U0ANNA> &lt;b&gt; &amp;", "@anna <b> &"],
  ["<https://x.se|here> <https://y.se>", "here https://y.se"],
  ["<mailto:a@x.se|a> <!here>", "a @here"],
])("messageText() turns %j back into what was typed", (markup, typed) => {
  expect(messageText(markup, around.viewer)).toBe(typed);
});

test.each([
  ["Anna Berg", "AB"],
  ["Joris de Vries", "JV"],
  ["Snapdesk", "S"],
  ["éve  ånn", "ÉÅ"],
  ["", ""],
])("initials() of %j are %j", (name, letters) => {
  expect(initials(name)).toBe(letters);
});

test("channelList() marks where one is and counts what is unread", () => {
  const channels = [
    { id: "C0ASK", name: "ask", kind: "public" },
    { id: "C0TRIAGE", name: "triage", kind: "private" },
    { id: "D0ANNA", name: "x", kind: "im" },
  ];
  const unread = new Map([["C0TRIAGE", 2]]);
  const rows = channelList({ channels, appName: "Snapdesk", here: "C0ASK", unread });
  const html = new Map(rows.map((row) => [row.key, row.html]));
  expect(tagsOf(html.get("C0ASK") ?? "")[0]?.attributes).toMatchObject({ ariaCurrent: "page" });
  expect(textOf(html.get("C0TRIAGE") ?? "")).toBe("🔒triage private 2 unread");
  expect(textOf(html.get("D0ANNA") ?? "")).toBe("●Snapdesk direct message");
  expect(html.has("home")).toBe(true);
});

test("journalRow() shows what went over the wire, inert", () => {
  const entry = {
    n: 1,
    at: NOW,
    kind: "delivery",
    name: "message",
    sent: { text: "<img src=x onerror=alert(1)>" },
    answer: null,
    ok: false,
    tookMs: 3000.4,
    attempt: 1,
    user: "U0ANNA",
  };
  const html = journalRow(entry, around.viewer);
  expect(textOf(html)).toContain("Slack → app · 13:00:00 · 3000 ms · anna");
  expect(textOf(html)).toContain("retry 1");
  expect(textOf(html)).toContain("failed");
  expect(tagsOf(html).map(({ name }) => name)).not.toContain("img");
});
