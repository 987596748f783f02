import { array, assert, constantFrom, oneof, property, string, stringMatching } from "fast-check";
import { expect, test } from "vitest";
import { mrkdwn } from "../../../src/workspace/page/markup/mrkdwn.js";
import { viewer } from "../../../src/workspace/page/markup/viewer.js";
import { tagsOf, textOf, type Tag } from "./tags-of.ts";

const anna = viewer({
  me: "U0ANNA",
  zone: "Europe/Stockholm",
  people: new Map([
    ["U0ANNA", "anna"],
    ["U0BOT", "snapdesk"],
  ]),
  channels: new Map([["C0ASK", "ask-backup"]]),
  groups: new Map([["S0STAFF", "staff"]]),
});
const LINK = ' target="_blank" rel="noopener noreferrer"';

test.each<[what: string, text: string, html: string]>([
  ["bold", "a *b* c", "a <strong>b</strong> c"],
  ["emphasis", "_a_, b", "<em>a</em>, b"],
  ["struck text", "~a~", "<s>a</s>"],
  ["nested marks", "*a _b_ c*", "<strong>a <em>b</em> c</strong>"],
  ["crossed marks as far as they nest", "*a _b* c_", "<strong>a _b</strong> c_"],
  ["no mark inside a word", "snake_case_name 2*3*4", "snake_case_name 2*3*4"],
  ["no mark before a space", "a * b * c", "a * b * c"],
  ["no mark over a line", "*a\nb*", "*a\nb*"],
  ["code, with marks left alone", "`*a*`", "<code>*a*</code>"],
  ["a mark around code", "*`a`*", "<strong><code>a</code></strong>"],
  ["a fence", "x\n```\n*a*\nb\n```\ny", "x<pre><code>*a*\nb</code></pre>y"],
  ["two fences", "```a```b```c```", "<pre><code>a</code></pre>b<pre><code>c</code></pre>"],
  ["a quote of two lines", "&gt; a\n> b\nc", "<blockquote>a\nb</blockquote>c"],
  [
    "a link",
    "<https://x.se/a?b=1&amp;c=2|here>",
    `<a href="https://x.se/a?b=1&amp;c=2"${LINK}>here</a>`,
  ],
  ["a bare link", "<https://x.se/>", `<a href="https://x.se/"${LINK}>https://x.se/</a>`],
  [
    "an address in running text",
    "see https://x.se/a.",
    `see <a href="https://x.se/a"${LINK}>https://x.se/a</a>.`,
  ],
  ["a mail address", "<mailto:a@x.se|a@x.se>", `<a href="mailto:a@x.se"${LINK}>a@x.se</a>`],
  ["a mention", "<@U0BOT>", '<span class="mention" data-user="U0BOT">@snapdesk</span>'],
  [
    "a mention of the viewer",
    "<@U0ANNA>",
    '<span class="mention mention-me" data-user="U0ANNA">@anna</span>',
  ],
  [
    "a mention of somebody unknown",
    "<@U9|eve>",
    '<span class="mention" data-user="U9">@eve</span>',
  ],
  ["a channel", "<#C0ASK|x>", '<a class="mention" href="#C0ASK">#ask-backup</a>'],
  ["a user group", "<!subteam^S0STAFF>", '<span class="mention">@staff</span>'],
  ["here", "<!here>", '<span class="mention mention-me">@here</span>'],
  [
    "a date in the viewer's zone",
    "<!date^1795280400^{date_num} {time}|then>",
    '<time title="then">2026-11-21 18:00</time>',
  ],
  [
    "a date it cannot format by its fallback",
    "<!date^1795280400^{moon}|then>",
    '<time title="then">then</time>',
  ],
  ["an unknown command as its words", "<!moo|cow>", "cow"],
  ["an emoji it does not know as it stands", ":not_one:", ":not_one:"],
  [
    "marks of the private use area as nothing",
    "\u{f0000}<#C0ASK>",
    '<a class="mention" href="#C0ASK">#ask-backup</a>',
  ],
  ["escaped brackets once", "&lt;b&gt; &amp;amp;", "&lt;b&gt; &amp;amp;"],
])("mrkdwn() shows %s", (_what, text, html) => {
  expect(mrkdwn(text, anna)).toBe(html);
});

test("mrkdwn() shows an emoji with its name", () => {
  expect(tagsOf(mrkdwn("ok :white_check_mark:", anna))).toEqual([
    {
      name: "span",
      attributes: {
        className: ["emoji"],
        role: "img",
        ariaLabel: "white check mark",
        title: ":white_check_mark:",
      },
    },
  ]);
});

test.each([
  "<img src=x onerror=alert(1)>",
  "&lt;img src=x onerror=alert(1)&gt;",
  "<script>alert(1)</script>",
  "<javascript:alert(1)|click>",
  "<JaVaScRiPt:alert(1)>",
  "<data:text/html,<script>alert(1)</script>|x>",
  "<vbscript:x|x>",
  "<file:///etc/passwd|x>",
  "<//evil.example|x>",
  "<https://user:secret@evil.example|bank>",
  '<https://x.se/" onmouseover="alert(1)|x>',
  "<https://x.se/' onclick='alert(1)>",
  '<@U0" onclick="x|x" onload="y>',
  "`<img src=x onerror=alert(1)>`",
  "```<svg onload=alert(1)>```",
  "*<b onclick=x>*",
  ':eyes" onload="x:',
  '<!date^1^{time}|"><img src=x>>',
  'https://x.se/"onclick=x',
  "\u{f0000}\u{f0001}<https://x.se|\u{f0000}>",
])("mrkdwn() makes no tag, handler or opening address of %j", (text) => {
  expect(tagsOf(mrkdwn(text, anna)).filter(isHarm)).toEqual([]);
});

const pieces = constantFrom(
  "*",
  "_",
  "~",
  "`",
  "```",
  "\n",
  " ",
  ">",
  "<",
  "&lt;",
  "&amp;",
  "|",
  "a",
  "<@U0ANNA>",
  "<https://x.se|y>",
  "javascript:alert(1)",
  '"',
  "'",
  "onclick=",
  "<img ",
  "=",
  "/",
  ":eyes:",
  "<!date^1^{time}|",
  "\u{f0000}",
  "😀",
);

test("mrkdwn() never makes a tag of what a person wrote", () => {
  const texts = oneof(
    string(),
    array(pieces, { maxLength: 30 }).map((all) => all.join("")),
  );
  assert(
    property(texts, (text) => {
      expect(tagsOf(mrkdwn(text, anna)).filter(isHarm)).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test("mrkdwn() keeps every letter of a text without marks", () => {
  const plain = stringMatching(/^[\p{L}\p{N} .,;!?"'()\-–…]*$/u);
  assert(
    property(plain, (text) => {
      expect(textOf(mrkdwn(text, anna))).toBe(text);
    }),
  );
});

const TAGS = new Set(["a", "span", "strong", "em", "s", "code", "pre", "blockquote", "time"]);
const ATTRIBUTES = new Set([
  "href",
  "target",
  "rel",
  "className",
  "dataUser",
  "title",
  "role",
  "ariaLabel",
]);

function isHarm({ name, attributes }: Tag): boolean {
  const strange = Object.keys(attributes).some((attribute) => !ATTRIBUTES.has(attribute));
  const { href = "https:" } = attributes;
  const opens = !/^(?:https?:|mailto:|#C0ASK$)(?!.*@evil)/.test(String(href));
  return !TAGS.has(name) || strange || opens;
}
