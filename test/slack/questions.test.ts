import { afterEach, expect, test } from "vitest";
import type { Project } from "../../src/restore/ports.ts";
import type { Message } from "../../src/workspace/model.ts";
import type { Bench } from "./slack-bench.ts";
import { ATELIER, SHOP, slackBench } from "./slack-bench.ts";

let bench: Bench | undefined;

afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

const open = async (
  transport: "socket" | "http",
  projects: readonly Project[] = [SHOP, ATELIER],
): Promise<Bench> => {
  bench = await slackBench(transport, { projects });
  return bench;
};

const posts = ({ workspace }: Bench) =>
  workspace.journal.entries().filter((one) => one.name === "chat.postMessage");

test.each(["socket", "http"] as const)(
  "a question in a direct message is answered once, with its proof (%s)",
  async (transport) => {
    const { workspace } = await open(transport);
    const joris = workspace.as("U0JORIS");
    const asked = await joris.say("dm", "kan ik Pro staging back-uppen?");
    const answer = await joris.hears("dm", "Nee.", { thread: asked.ts });
    expect(answer.text).toContain("It cannot be done by hand.");
    expect(JSON.stringify(answer.blocks)).toContain("Quote in nl: <b>staging & production</b>");
    await workspace.quiet(200);
    expect(joris.latest(asked)?.reactions).toEqual([]);
    expect(bench === undefined ? [] : posts(bench)).toHaveLength(1);
  },
);

test("a mention arrives twice and is answered once", async () => {
  const { workspace } = await open("socket");
  const eve = workspace.as("U0EVE");
  const asked = await eve.say("#ask-backup", "@snapdesk can I back up Pro staging?");
  await eve.hears("#ask-backup", "No.", { thread: asked.ts });
  await workspace.quiet(200);
  expect(eve.sees("#ask-backup", asked.ts)).toHaveLength(2);
});

test("a channel message that is not for us stays unanswered", async () => {
  const { workspace } = await open("socket");
  const eve = workspace.as("U0EVE");
  const said = await eve.say("#ask-backup", "can I back up Pro staging?");
  await workspace.quiet(300);
  expect(eve.sees("#ask-backup", said.ts)).toHaveLength(1);
});

test("a follow-up keeps the plan of the thread and says so", async () => {
  const { workspace } = await open("socket");
  const eve = workspace.as("U0EVE");
  const asked = await eve.say("dm", "can I back up Pro staging?");
  await eve.hears("dm", "No.", { thread: asked.ts });
  await eve.say("dm", "and integration?", asked.ts);
  const second = await eve.hears("dm", "Yes.", { thread: asked.ts });
  expect(JSON.stringify(second.blocks)).toContain("Taken from this thread: Pro");
});

test("a missing plan is asked back; the click updates the message and answers once", async () => {
  const { workspace } = await open("http");
  const anna = workspace.as("U0ANNA");
  const asked = await anna.say("dm", "kan jag ta en ögonblicksbild av staging?");
  const back = await anna.hears("dm", "Vilken plan", { thread: asked.ts });
  await anna.click(back, "knowledge.choose:plan:pro");
  await anna.hears("dm", "Nej.", { thread: asked.ts });
  await anna.until(() => anna.latest(back)?.text.includes("valde: Pro"));
  expect(JSON.stringify(anna.latest(back)?.blocks)).not.toContain("knowledge.choose");
  await anna.click(back, "knowledge.choose:plan:starter").catch(() => undefined);
  await workspace.quiet(200);
  expect(anna.sees("dm", asked.ts)).toHaveLength(3);
});

test("a plan that is typed settles the question like a click", async () => {
  const { workspace } = await open("socket");
  const eve = workspace.as("U0EVE");
  const asked = await eve.say("dm", "can I back up staging?");
  const back = await eve.hears("dm", "Which plan", { thread: asked.ts });
  await eve.say("dm", "Pro", asked.ts);
  await eve.hears("dm", "No.", { thread: asked.ts });
  const settled = await eve.until(() => eve.latest(back)?.text.includes("chose: Pro"));
  expect(settled).toBe(true);
});

test("not being sure shows every possible answer", async () => {
  const { workspace } = await open("socket");
  const eve = workspace.as("U0EVE");
  const asked = await eve.say("dm", "can I back up staging?");
  const back = await eve.hears("dm", "Which plan", { thread: asked.ts });
  await eve.click(back, "knowledge.choose:plan:unknown");
  const both = await eve.hears("dm", "Yes.", { thread: asked.ts });
  expect(both.text).toContain("No.");
});

test("an edited question changes its answer in place; a deleted one strikes it", async () => {
  const { workspace } = await open("socket");
  const eve = workspace.as("U0EVE");
  const asked = await eve.say("dm", "can I back up Pro staging?");
  const answer = await eve.hears("dm", "No.", { thread: asked.ts });
  await eve.edit(asked, "can I back up Pro integration?");
  await eve.until(() => eve.latest(answer)?.text.startsWith("Yes."));
  await eve.remove(asked);
  await eve.until(() => eve.latest(answer)?.text === "The question was deleted.");
  expect(eve.latest(answer)?.blocks).toHaveLength(1);
});

test.each([
  ["nothing but a mention", "@snapdesk", "What would you like to know?"],
  ["ten thousand characters", `@snapdesk can I ${"x".repeat(10_000)}`, "too long"],
])("%s is answered with one clear sentence", async (_what, words, sentence) => {
  const { workspace } = await open("socket");
  const eve = workspace.as("U0EVE");
  const asked = await eve.say("#ask-backup", words);
  await eve.hears("#ask-backup", sentence, { thread: asked.ts });
  await workspace.quiet(200);
  expect(eve.sees("#ask-backup", asked.ts)).toHaveLength(2);
});

test("proof, other languages and feedback open and are noted", async () => {
  const { workspace, stores } = await open("http");
  const eve = workspace.as("U0EVE");
  const asked = await eve.say("dm", "can I back up Pro staging?");
  const answer = await eve.hears("dm", "No.", { thread: asked.ts });
  await eve.click(answer, "knowledge.proof");
  const proof = await eve.modal("knowledge.proof");
  expect(proof.text()).toContain("manual-snapshot.pro.staging");
  expect(proof.text()).toContain("Swedish");
  await proof.dismiss();
  await eve.click(answer, "knowledge.languages");
  const languages = await eve.modal("knowledge.languages");
  expect(languages.text()).toContain("French");
  expect(languages.text()).not.toContain("English");
  await languages.dismiss();
  await eve.click(answer, "knowledge.feedback", "down:Q-1");
  const reason = await eve.modal("knowledge.feedback");
  await reason.fill("words", "no example");
  expect(await reason.submit()).toBe("closed");
  await eve.until(() => JSON.stringify(eve.latest(answer)?.blocks).includes("did not help"));
  expect((await stores.questions.get("Q-1"))?.feedback).toEqual({
    helped: false,
    reason: "no example",
  });
});

test("/backup answers in private; an empty or unknown command says what there is", async () => {
  const { workspace } = await open("http");
  const eve = workspace.as("U0EVE");
  const answer = await eve.command("/backup can I back up Pro staging?", "#ask-backup");
  expect(answer?.text).toContain("No. It cannot be done by hand.");
  expect(answer?.onlyFor).toBe("U0EVE");
  expect((await eve.command("/backup", "#ask-backup"))?.text).toContain("What would you like");
});

test("a person is asked: ticket, promise, card, and the bot is silent from then on", async () => {
  const { workspace } = await open("socket");
  const eve = workspace.as("U0EVE");
  const sam = workspace.as("U0SAM");
  const asked = await eve.say("#ask-backup", "@snapdesk what is the meaning of life?");
  const unknown = await eve.hears("#ask-backup", "do not answer this", { thread: asked.ts });
  await eve.click(unknown, "desk.person");
  const form = await eve.modal("desk.person");
  expect(form.value("words")).toBe("what is the meaning of life?");
  expect(await form.submit()).toBe("closed");
  await eve.hears("#ask-backup", "An answer is expected by", { thread: asked.ts });
  const card = await sam.hears("#backup-triage", "Q-1");
  const before = eve.sees("#ask-backup", asked.ts).length;
  await eve.say("#ask-backup", "can I back up Pro staging?", asked.ts);
  await sam.hears("#backup-triage", "can I back up Pro staging?", { thread: card.ts });
  expect(eve.sees("#ask-backup", asked.ts)).toHaveLength(before + 1);

  await sam.click(card, "desk.claim");
  await sam.until(() => sam.latest(card)?.text.includes("Claimed"));
  await sam.say("#backup-triage", "internal remark", card.ts);
  await sam.click(sam.latest(card) ?? card, "desk.reply");
  const reply = await sam.modal("desk.reply");
  expect(reply.text()).toContain("English");
  await reply.fill("words", "Forty-two.");
  expect(await reply.submit()).toBe("closed");
  await eve.hears("#ask-backup", "Forty-two.", { thread: asked.ts });
  await sam.click(sam.latest(card) ?? card, "desk.resolve");
  const solved = await eve.hears("#ask-backup", "is it solved?", { thread: asked.ts });
  await eve.click(solved, "desk.confirm");
  await sam.until(() => sam.latest(card)?.text.includes("Closed"));
  const all = eve.sees("#ask-backup", asked.ts).map((one) => one.text);
  expect(all.join("\n")).not.toContain("internal remark");
});

test("the message that asks whether it is solved shows what was said, and asks once", async () => {
  const { workspace, stores } = await open("socket");
  const [eve, sam] = [workspace.as("U0EVE"), workspace.as("U0SAM")];
  const asked = await eve.say("#ask-backup", "@snapdesk what is the meaning of life?");
  await eve.click(
    await eve.hears("#ask-backup", "do not answer", { thread: asked.ts }),
    "desk.person",
  );
  await (await eve.modal("desk.person")).submit();
  const card = await sam.hears("#backup-triage", "Q-1");
  await sam.click(card, "desk.claim");
  const resolve = async (after?: Message) => {
    await sam.until(() => sam.latest(card)?.text.includes("Claimed"));
    await sam.click(sam.latest(card) ?? card, "desk.resolve");
    const where = after === undefined ? { thread: asked.ts } : { thread: asked.ts, after };
    return eve.hears("#ask-backup", "is it solved?", where);
  };
  const shows = async (message: Message, said: string) => {
    await eve.until(() => eve.latest(message)?.text.includes(`<@U0EVE> chose: ${said}`));
    expect(JSON.stringify(eve.latest(message)?.blocks)).not.toMatch(/desk\.(?:confirm|not-yet)/);
  };
  const first = await resolve();
  await eve.click(first, "desk.not-yet");
  await shows(first, "Not yet");
  const second = await resolve(first);
  expect(second.ts).not.toBe(first.ts);
  await eve.click(second, "desk.confirm");
  await shows(second, "Yes, solved");
  await shows(first, "Not yet");
  expect((await stores.tickets.get("Q-1"))?.state).toBe("closed");
});

test("staff who simply answer in the thread take it over", async () => {
  const { workspace, stores } = await open("socket");
  const eve = workspace.as("U0EVE");
  const sam = workspace.as("U0SAM");
  const asked = await eve.say("#ask-backup", "@snapdesk what is the meaning of life?");
  const unknown = await eve.hears("#ask-backup", "do not answer this", { thread: asked.ts });
  await eve.click(unknown, "desk.person");
  await (await eve.modal("desk.person")).submit();
  await sam.hears("#backup-triage", "Q-1");
  await sam.say("#ask-backup", "I know this one.", asked.ts);
  const card = await sam.hears("#backup-triage", "Claimed");
  expect(card.text).toContain("U0SAM");
  expect((await stores.tickets.get("Q-1"))?.assignee).toBe("T0LOCAL/U0SAM");
});

test("a guest gets answers, and no ticket", async () => {
  const { workspace, stores } = await open("socket");
  const guest = workspace.as("U0GUEST");
  const asked = await guest.say("dm", "can I back up Pro staging?");
  const answer = await guest.hears("dm", "No.", { thread: asked.ts });
  await guest.click(answer, "restore.open");
  await guest.hears("dm", "only for members");
  expect(await stores.tickets.list({})).toEqual([]);
});

test("the plan of the project that is named is taken, said, and can be changed", async () => {
  const { workspace } = await open("socket");
  const anna = workspace.as("U0ANNA");
  const asked = await anna.say("dm", "can I back up staging of Shop EU?");
  const answer = await anna.hears("dm", (one) => JSON.stringify(one.blocks).includes("verdict0"), {
    thread: asked.ts,
  });
  expect(JSON.stringify(answer.blocks)).toContain("Assumed: Pro, as Shop EU has it");
  await anna.click(answer, "knowledge.change");
  const now = () => JSON.stringify((anna.latest(answer) ?? answer).blocks);
  await anna.until(() => now().includes("knowledge.choose:plan:starter"), { what: "a choice" });
  await anna.click(anna.latest(answer) ?? answer, "knowledge.choose:plan:starter");
  await anna.until(() => now().includes(":white_check_mark:"), { what: "another verdict" });
  expect(now()).not.toContain("knowledge.change");
});

test("the plan of the only project there is is taken in a mention, said, and can be changed", async () => {
  const { workspace } = await open("socket", [ATELIER]);
  const eve = workspace.as("U0EVE");
  const asked = await eve.say("#ask-backup", "@snapdesk can I back up staging?");
  const answer = await eve.hears("#ask-backup", "Yes.", { thread: asked.ts });
  expect(JSON.stringify(answer.blocks)).toContain("Assumed: Starter, as Atelier has it");
  expect(JSON.stringify(answer.blocks)).toContain("knowledge.change");
  const guest = workspace.as("U0GUEST");
  const theirs = await guest.say("dm", "can I back up staging?");
  const back = await guest.hears(
    "dm",
    (one) => JSON.stringify(one.blocks).includes("knowledge.choose:plan:starter"),
    { thread: theirs.ts },
  );
  expect(JSON.stringify(back.blocks)).not.toContain("Atelier");
});

test("/backup takes the plan of the only project, says so, and a change stays private", async () => {
  const { workspace } = await open("http", [ATELIER]);
  const eve = workspace.as("U0EVE");
  const answer = await eve.command("/backup can I back up staging?", "#ask-backup");
  if (answer === undefined) throw new Error("no answer");
  expect(answer.text).toContain("Yes.");
  expect(JSON.stringify(answer.blocks)).toContain("Assumed: Starter, as Atelier has it");
  await eve.click(answer, "knowledge.change");
  const back = await eve.hears("#ask-backup", (one) =>
    JSON.stringify(one.blocks).includes("knowledge.choose:plan:pro"),
  );
  await eve.click(back, "knowledge.choose:plan:pro");
  const other = await eve.hears("#ask-backup", "No.");
  expect([back.onlyFor, other.onlyFor]).toEqual(["U0EVE", "U0EVE"]);
  await workspace.quiet(200);
  expect(eve.reads("#ask-backup").filter(({ onlyFor }) => onlyFor === undefined)).toEqual([]);
});
