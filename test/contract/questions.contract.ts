import { expect, test } from "vitest";
import type { AskedQuestion } from "../../src/desk/asked-question.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import type { Open } from "./stores.contract.ts";
import { ANNA, atOnce, notice } from "./sample.ts";

type Asked = Omit<AskedQuestion, "id" | "version" | "askedAt">;

const asked = (messageTs: string, more: Partial<Asked> = {}): Asked => ({
  askedBy: ANNA,
  place: { channel: "C0ASK", thread: "100.1" },
  messageTs,
  words: "Kan jag säkerhetskopiera Pro staging?",
  locale: "sv",
  answer: { verdict: "no", cell: "pro-staging" },
  ...more,
});

const none = () => [];

export function questionsContract(open: Open): void {
  test("record() numbers a question and keeps it with the notice that answers it", async () => {
    const { stores, clock } = await open();
    const kept = await stores.questions.record(asked("100.1"), (id) => [
      notice(`answer:${id}`, { recipient: { to: "place", place: { channel: "C0ASK" } } }),
    ]);
    expect(kept).toEqual({
      first: true,
      question: { ...asked("100.1"), id: "Q-1", version: 1, askedAt: clock.at },
    });
    expect(await stores.questions.get("Q-1")).toEqual(kept.question);
    expect(await stores.questions.ofMessage("C0ASK", "100.1")).toEqual(kept.question);
    expect((await stores.outbox.take("s", 5)).map((row) => row.idem)).toEqual(["answer:Q-1"]);
    expect(await stores.questions.get("Q-2")).toBeUndefined();
  });

  test("record() takes one message once, as whatever number of events it comes", async () => {
    const { stores, other } = await open();
    const all = await atOnce(12, (i) =>
      (i % 2 === 0 ? stores : other).questions.record(asked(`100.${i % 2}`), none),
    );
    expect(all.filter((one) => one.first)).toHaveLength(2);
    expect(new Set(all.map((one) => one.question.id))).toEqual(new Set(["Q-1", "Q-2"]));
  });

  test("questions and question tickets share one row of numbers", async () => {
    const { stores } = await open();
    const { question } = await stores.questions.record(asked("100.1"), none);
    const draft = {
      kind: "question",
      requester: ANNA,
      locale: "sv",
      origin: question.place,
    } as const;
    const opening = () => ({ audit: { action: "desk.opened", data: {} } });
    const of = await stores.tickets.open(
      "a",
      { ...draft, words: "", case: 1, id: question.id },
      opening,
    );
    const free = await stores.tickets.open("b", { ...draft, words: "", case: 1 }, opening);
    expect([of.ticket.id, free.ticket.id]).toEqual(["Q-1", "Q-2"]);
  });

  test("inThread() gives a thread's questions, its first message among them", async () => {
    const { stores } = await open();
    await stores.questions.record(asked("100.1", { place: { channel: "C0ASK" } }), none);
    await stores.questions.record(asked("100.2"), none);
    await stores.questions.record(
      asked("200.1", { place: { channel: "C0ASK", thread: "200.1" } }),
      none,
    );
    await stores.questions.record(
      asked("100.2", { place: { channel: "C9", thread: "100.1" } }),
      none,
    );
    const ids = async (place: { channel: string; thread?: string }) =>
      (await stores.questions.inThread(place)).map((one) => one.id);
    expect(await ids({ channel: "C0ASK", thread: "100.1" })).toEqual(["Q-1", "Q-2"]);
    expect(await ids({ channel: "C0ASK" })).toEqual(["Q-1"]);
  });

  test("change() goes by the version that was seen", async () => {
    const { stores, other } = await open();
    await stores.questions.record(asked("100.1"), none);
    const next = { answer: { verdict: "yes" }, feedback: { helped: false, reason: "wrong" } };
    const all = await atOnce(6, (i) =>
      (i % 2 === 0 ? stores : other).questions.change("Q-1", 1, next, [notice(`n${i}`)]),
    );
    const done = all.filter((one) => one !== undefined);
    expect(done).toHaveLength(1);
    expect(done[0]).toMatchObject({ ...next, version: 2, words: asked("").words });
    expect(await stores.questions.get("Q-1")).toEqual(done[0]);
    expect(await stores.outbox.take("s", 10)).toHaveLength(1);
    expect(await stores.questions.change("Q-9", 1, next, [])).toBeUndefined();
  });

  test("voice() is the bot's until a person takes over, thread by thread", async () => {
    const { stores } = await open();
    const thread = { channel: "C0ASK", thread: "100.1" };
    expect(await stores.questions.voice(thread)).toBe("bot");
    await stores.questions.setVoice(thread, "person");
    await stores.questions.setVoice(thread, "person");
    expect(await stores.questions.voice(thread)).toBe("person");
    expect(await stores.questions.voice({ channel: "C0ASK" })).toBe("bot");
    await stores.questions.setVoice(thread, "bot");
    expect(await stores.questions.voice(thread)).toBe("bot");
  });

  test("answeredSince() gives what was asked from then on", async () => {
    const { stores, clock } = await open();
    await stores.questions.record(asked("1.1"), none);
    clock.forward(1_000);
    const since: Instant = clock.at;
    await stores.questions.record(asked("2.1"), none);
    expect((await stores.questions.answeredSince(since)).map((one) => one.id)).toEqual(["Q-2"]);
  });
}
