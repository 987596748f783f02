import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Message } from "../../src/workspace/model.ts";
import { runningDesk } from "../support/running-desk.ts";
import type { RunningDesk, Transport } from "../support/running-desk.ts";
import { followed, linksIn, quotesIn } from "./cited.ts";
import { layPast } from "./shop-past.ts";
import { cast } from "./steps.ts";

const QUESTIONS = [
  ["eve", "can I back up Pro staging?", "en"],
  ["luc", "puis-je sauvegarder la préproduction Pro ?", "fr"],
  ["joris", "kan ik Pro staging back-uppen?", "nl"],
  ["anna", "kan jag säkerhetskopiera Pro staging?", "sv"],
] as const;

const hasVerdict = ({ blocks }: Message): boolean =>
  blocks.some((block) => block["block_id"] === "verdict0");

const names = (sent: unknown, ts: string): boolean => JSON.stringify(sent).includes(ts);

const signOf = (message: Message): string | undefined =>
  /:[a-z_]+:/.exec(JSON.stringify(message.blocks[0]))?.[0];

describe.each<[Transport]>([["socket"], ["http"]])("over %s", (transport) => {
  let desk: RunningDesk;
  let people: ReturnType<typeof cast>;
  beforeAll(async () => {
    desk = await runningDesk({
      transport,
      prepare: async (data) => void (await layPast(data, [])),
    });
    people = cast(desk.workspace);
  });
  afterAll(() => desk.close());

  test.each(QUESTIONS)("%s asks in a DM: %s", async (who, words, locale) => {
    const person = people[who];
    const asked = await person.say("dm", words);
    const answer = await person.hears("dm", hasVerdict, { thread: asked.ts });
    expect(signOf(answer)).toBe(":no_entry:");
    const [quote = ""] = quotesIn(answer);
    const [link] = linksIn(answer.blocks);
    expect(link?.pathname.startsWith(`/${locale}/`)).toBe(true);
    expect(await followed(link as URL)).toContain(quote);
    expect(quote.length).toBeGreaterThan(20);
    expect(answer.text).toContain(quote === "" ? "-" : "[1]");
  });

  test("eyes while an answer is made, and none afterwards", async () => {
    const { joris } = people;
    const asked = await joris.say("dm", "kan ik Pro productie back-uppen?");
    await joris.hears("dm", hasVerdict, { thread: asked.ts });
    const about = () =>
      desk.workspace.journal
        .calls()
        .filter(({ name, sent }) => /reactions|postMessage/.test(name) && names(sent, asked.ts))
        .map(({ name }) => name);
    await joris.until(() => about().includes("reactions.remove"), { what: "no eyes" });
    expect(about()).toEqual(["reactions.add", "chat.postMessage", "reactions.remove"]);
    expect(joris.latest(asked)?.reactions).toEqual([]);
  });

  test("a mention is a message and a mention, delivered again: one answer", async () => {
    const { joris, anna } = people;
    const { faults } = desk.workspace;
    faults.arm({ at: "delivery", type: "app_mention", how: "duplicate" });
    faults.arm({ at: "delivery", type: "message", how: "lose-ack" });
    const asked = await joris.say("#ask-backup", "@snapdesk kan ik Pro staging back-uppen?");
    const answer = await joris.hears("#ask-backup", hasVerdict, { thread: asked.ts });
    await desk.workspace.quiet(300);
    const bots = anna.sees("#ask-backup", asked.ts).filter(({ bot }) => bot !== undefined);
    expect(bots.map(({ ts }) => ts)).toEqual([answer.ts]);
    const again = desk.workspace.journal
      .deliveries("message")
      .filter(({ sent }) => names(sent, asked.ts));
    expect(again.length).toBeGreaterThan(1);
  });

  test("nobody has mentioned it: it is silent", async () => {
    const { joris } = people;
    const asked = await joris.say("#ask-backup", "kan ik Pro staging back-uppen?");
    await desk.workspace.quiet(300);
    expect(joris.sees("#ask-backup", asked.ts)).toHaveLength(1);
  });

  test("/backup is answered to the asker alone", async () => {
    const { joris, anna } = people;
    const answer = await joris.command("/backup kan ik Pro staging back-uppen?", "#ask-backup");
    expect(answer?.onlyFor).toBe(joris.id);
    expect(signOf(answer as Message)).toBe(":no_entry:");
    expect(anna.reads("#ask-backup").some(({ ts }) => ts === answer?.ts)).toBe(false);
  });

  test("proof, other languages and an opinion, without another message", async () => {
    const { joris } = people;
    const asked = await joris.say("dm", "kan ik Pro staging back-uppen?");
    const answer = await joris.hears("dm", hasVerdict, { thread: asked.ts });
    const before = joris.reads("dm").length;

    await joris.click(answer, "knowledge.proof");
    const proof = await joris.modal();
    const proven = linksIn(proof.view.blocks);
    for (const locale of ["en", "fr", "nl", "sv"]) {
      expect(proven.some(({ pathname }) => pathname.startsWith(`/${locale}/`))).toBe(true);
    }
    for (const url of proven) expect(await followed(url)).toBeDefined();
    await proof.dismiss();

    await joris.click(answer, "knowledge.languages");
    const others = await joris.modal();
    const quotes = quotesIn(others.view);
    for (const locale of ["en", "fr", "sv"]) {
      const url = linksIn(others.view.blocks).find(({ pathname }) =>
        pathname.startsWith(`/${locale}/`),
      );
      const article = await followed(url as URL);
      expect(quotes.some((quote) => article?.includes(quote))).toBe(true);
    }
    expect(linksIn(others.view.blocks).some(({ pathname }) => pathname.startsWith("/nl/"))).toBe(
      false,
    );
    await others.dismiss();

    const feedback = (message: Message) =>
      message.blocks.find((block) => block["block_id"] === "feedback")?.["type"];
    await joris.click(answer, "knowledge.feedback", feedbackOf(answer, "down"));
    const reason = await joris.modal("knowledge.feedback");
    await reason.fill("words", "Ik bedoelde de productie.");
    expect(await reason.submit()).toBe("closed");
    await joris.until(() => feedback(joris.latest(answer) ?? answer) === "context", {
      what: "that it was noted",
    });
    expect(joris.reads("dm").length).toBe(before);
  });

  test("a follow-up keeps the plan of the thread and says what it assumed", async () => {
    const { joris } = people;
    const asked = await joris.say("dm", "kan ik Pro staging back-uppen?");
    const first = await joris.hears("dm", hasVerdict, { thread: asked.ts });
    await joris.say("dm", "en integratie?", asked.ts);
    const next = await joris.hears("dm", hasVerdict, { thread: asked.ts, after: first });
    expect(signOf(next)).toBe(":white_check_mark:");
    const assumed = next.blocks.find((block) => block["block_id"] === "assumed");
    expect(JSON.stringify(assumed)).toContain("Pro");
  });

  test("an edited question changes its answer, a deleted one strikes it", async () => {
    const { joris } = people;
    const asked = await joris.say("dm", "kan ik Pro staging back-uppen?");
    const answer = await joris.hears("dm", hasVerdict, { thread: asked.ts });
    await joris.edit(asked, "kan ik Pro integratie back-uppen?");
    const now = () => joris.latest(answer) ?? answer;
    await joris.until(() => signOf(now()) === ":white_check_mark:", { what: "the other verdict" });
    expect(joris.sees("dm", asked.ts).filter(({ bot }) => bot !== undefined)).toHaveLength(1);

    await joris.remove(joris.latest(asked) ?? asked);
    await joris.until(() => joris.latest(answer) === undefined || !hasVerdict(now()), {
      what: "an answer that is struck",
    });
  });
});

function feedbackOf({ blocks }: Message, side: "up" | "down"): string {
  const found = new RegExp(`"value":"(${side}:Q-\\d+)"`).exec(JSON.stringify(blocks))?.[1];
  if (found === undefined) throw new Error("Cannot find the feedback buttons");
  return found;
}
