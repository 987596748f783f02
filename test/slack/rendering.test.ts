import { expect, test } from "vitest";
import type { Ticket, TicketState } from "../../src/desk/ticket.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import { LOCALES } from "../../src/kernel/locale.ts";
import type { Locale } from "../../src/kernel/locale.ts";
import type { RestoreTicket } from "../../src/restore/restore-case.ts";
import type { RestorePlan } from "../../src/restore/restore-plan.ts";
import { clamp } from "../../src/slack/blocks/clamp.ts";
import { escapeMrkdwn, linkOf } from "../../src/slack/blocks/escape-mrkdwn.ts";
import { renderCard } from "../../src/slack/desk/render-card.ts";
import { unmark } from "../../src/slack/knowledge/unmark.ts";
import { renderAnswer } from "../../src/slack/knowledge/render-answer.ts";
import { renderApproval } from "../../src/slack/restore/render-approval.ts";
import { renderHandOver } from "../../src/slack/restore/render-hand-over.ts";
import { renderReceipt } from "../../src/slack/restore/render-receipt.ts";
import type { Message } from "../../src/slack/blocks/elements.ts";
import type { JsonObject } from "../../src/workspace/json.ts";
import { checkMessage } from "../../src/workspace/validate-message.ts";
import { citation, paperKnowledge } from "./paper-knowledge.ts";

const AT = Date.parse("2026-11-18T13:30:00Z") as Instant;
const NOW = (AT + 2 * 86_400_000) as Instant;

const STATES: readonly TicketState[] = [
  "new",
  "claimed",
  "planned",
  "approval-wanted",
  "approved",
  "running",
  "unknown",
  "failed",
  "verified",
  "handed-over",
  "closed",
  "rejected",
  "cancelled",
];

const PLAN = {
  id: "plan-1",
  digest: `sha256:${"9".repeat(64)}`,
  createdAt: NOW,
  expiresAt: (NOW + 14_400_000) as Instant,
  engine: "local",
  request: {
    scope: { product: "commerce-cloud", resource: "shop-eu/integration" },
    moment: AT,
    mode: "retrieve",
    target: { where: "new", name: "integration-<RST-1042>" },
    ticketId: "RST-1042",
    requestedBy: "T0LOCAL/U0ANNA",
    gapLimitMs: 86_400_000,
  },
  snapshot: {
    engine: "local",
    id: "snap & co",
    scope: { product: "commerce-cloud", resource: "shop-eu/integration" },
    kind: "snapshot",
    origin: "automatic",
    pointInTime: { from: (AT - 1_900_000) as Instant, to: (AT - 1_800_000) as Instant },
    createdAt: AT,
    state: "available",
    rawState: "ok",
    consistency: "application",
    holds: ["database"],
    encrypted: true,
    locked: false,
  },
  gapMs: 1_800_000,
  destructive: true,
  safetySnapshot: true,
  downtime: "brief",
  preconditions: [{ code: "free-space", ok: true }],
  warnings: [],
  customerSteps: ["read-snap-time", "import-database"],
  estimate: { bytes: 1_400_000_000, seconds: 90, basis: "measured" },
} satisfies RestorePlan;

const restore = (state: TicketState, locale: Locale): RestoreTicket => ({
  id: "RST-1042",
  kind: "restore",
  state,
  version: 7,
  requester: "T0LOCAL/U0ANNA",
  assignee: "T0LOCAL/U0SAM",
  locale,
  createdAt: NOW,
  updatedAt: NOW,
  origin: { channel: "D0ANNA" },
  words: `<!channel> & *bold* ${"long words ".repeat(400)}`,
  waitingSince: NOW,
  case: {
    draft: { draft: "D-31", version: 2 },
    request: {
      project: "shop-eu",
      environment: "integration",
      moment: { instant: AT, zone: "Europe/Stockholm", words: "2026-11-18 14:30" },
      wanted: ["database"],
      reason: "",
    },
    product: "commerce-cloud",
    plan: "pro",
    mode: "retrieve",
    wantedUntil: (NOW + 86_400_000) as Instant,
    restorePlan: PLAN,
    placed: { path: "/mnt/recovery/<vol>", at: NOW, snapTime: AT, by: "engine" },
    handOver: { by: "T0LOCAL/U0SAM", at: NOW, keptUntil: (NOW + 604_800_000) as Instant },
    ...(state === "failed" ? { failure: { kind: "no-space", message: "x".repeat(5_000) } } : {}),
  },
});

const question = (state: TicketState, locale: Locale): Ticket => ({
  ...restore(state, locale),
  id: "Q-88",
  kind: "question",
  case: { answerDueAt: NOW },
});

/** Slack's own rules, as the local workspace applies them; nothing where they hold. */
function refusals({ text, blocks }: Message): unknown {
  try {
    checkMessage({
      text,
      blocks: JSON.parse(JSON.stringify(blocks)) as JsonObject[],
      metadata: undefined,
    });
    return undefined;
  } catch (cause) {
    return JSON.stringify(cause);
  }
}

const cases = STATES.flatMap((state) => LOCALES.map((locale) => [state, locale] as const));

test.each(cases)("a ticket that is %s is drawn within Slack's limits in %s", (state, locale) => {
  const messages = [
    renderCard(restore(state, locale), locale),
    renderCard(question(state, locale), locale),
    renderReceipt(restore(state, locale), NOW),
    renderApproval(restore(state, locale), PLAN.digest, locale),
    renderApproval(restore(state, locale), "sha256:other", locale),
    renderHandOver(restore(state, locale), (_place, one) => citation(one)),
  ];
  for (const message of messages) {
    expect(refusals(message)).toBeUndefined();
    expect(message.text).not.toBe("");
    expect(message.text).not.toContain("undefined");
  }
});

const buttons = (message: Message): string[] =>
  [...JSON.stringify(message.blocks).matchAll(/"action_id":"([^"]+)"/g)].map(([, id]) => id ?? "");

test.each<[state: TicketState, has: readonly string[], never: readonly string[]]>([
  ["new", ["desk.claim"], ["restore.run"]],
  ["claimed", ["restore.plan"], ["desk.claim", "restore.run"]],
  ["planned", ["restore.request-approval"], ["restore.run"]],
  ["approval-wanted", ["restore.withdraw"], ["restore.run", "restore.approve"]],
  ["approved", ["restore.run"], ["restore.plan"]],
  ["running", ["restore.stop"], ["restore.run"]],
  ["unknown", ["restore.ask-engine"], ["restore.run", "restore.retry", "restore.plan"]],
  ["failed", ["restore.retry", "restore.plan"], ["restore.run"]],
  ["verified", ["restore.hand-over"], ["restore.run"]],
  ["closed", [], ["desk.claim", "desk.more"]],
])("the card of a restore that is %s has the buttons of its state", (state, has, never) => {
  const shown = buttons(renderCard(restore(state, "en"), "en"));
  expect(shown).toEqual(expect.arrayContaining([...has]));
  expect(shown.filter((id) => never.includes(id))).toEqual([]);
});

test("an approval card has buttons only while exactly its plan waits", () => {
  const wanted = restore("approval-wanted", "en");
  expect(buttons(renderApproval(wanted, PLAN.digest, "en"))).toContain("restore.approve");
  expect(buttons(renderApproval(wanted, "sha256:other", "en"))).toEqual([]);
  expect(buttons(renderApproval(restore("planned", "en"), PLAN.digest, "en"))).toEqual([]);
});

test("words of people stand in a card as words", () => {
  const { blocks, text } = renderCard(restore("new", "en"), "en");
  const marked = JSON.stringify(blocks.filter((block) => block.type !== "rich_text"));
  expect(marked).not.toContain("<!channel>");
  expect(text).not.toContain("<!channel>");
});

test.each(LOCALES)("an answer is drawn within Slack's limits in %s", (locale) => {
  const words = "staging";
  for (const known of [{}, { plan: "pro" as const }]) {
    const answer = paperKnowledge.answer({ words, locale, known });
    const message = renderAnswer(
      {
        id: "Q-88",
        askedBy: "T0LOCAL/U0ANNA",
        place: { channel: "D0ANNA" },
        messageTs: "1.1",
        words,
        locale,
        askedAt: NOW,
        version: 1,
        answer,
      },
      { now: NOW },
    );
    expect(refusals(message)).toBeUndefined();
  }
});

test("renderAnswer() says a sentence once that its article has word for word", () => {
  const asked = { words: "staging", locale: "en" as const, known: { plan: "pro" as const } };
  const answer = paperKnowledge.answer(asked);
  const [proven] = answer.verdicts;
  const [cited] = proven?.citations ?? [];
  if (proven === undefined || cited === undefined) throw new Error("expected a verdict");
  const shown = (text: string): string[] => {
    const message = renderAnswer(
      {
        id: "Q-88",
        askedBy: "T0LOCAL/U0ANNA",
        place: { channel: "D0ANNA" },
        messageTs: "1.1",
        words: asked.words,
        locale: "en",
        askedAt: NOW,
        version: 1,
        answer: { ...answer, verdicts: [{ ...proven, text }] },
      },
      { now: NOW },
    );
    return message.blocks.map((block) => JSON.stringify(block));
  };
  const times = (text: string) => shown(text).filter((block) => block.includes("backed up")).length;
  expect(times(cited.quote)).toBe(1);
  expect(times(`${cited.quote} Every day.`)).toBe(2);
  expect(shown(cited.quote)[0]).toContain("*No.*");
});

test.each([
  ["&lt;b&gt; &amp;", "<b> &"],
  ["<https://x.example|here> and <https://y.example>", "here and https://y.example"],
  ["<mailto:a@x.example|a@x.example>", "a@x.example"],
  ["<@U0BOT> can I “restore” l’instantané?", 'can I "restore" l\'instantané?'],
  ["<#C0ASK|ask-backup> <!here>", "#ask-backup"],
])("unmark(%j) gives the words", (raw, words) => {
  expect(unmark(raw)).toBe(words);
});

test("escapeMrkdwn() and linkOf() leave no way out", () => {
  expect(escapeMrkdwn("<!channel> & <@U1>")).toBe("&lt;!channel&gt; &amp; &lt;@U1&gt;");
  expect(linkOf("https://x/|y>", "a|b>c")).toBe("<https://x/%7Cy%3E|a¦b&gt;c>");
});

test("clamp() cuts on whole characters", () => {
  expect(clamp("abc", 3)).toBe("abc");
  expect(clamp("ab👨‍👩‍👧cd", 6)).toBe("ab…");
});
