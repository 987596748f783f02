import type { types } from "@slack/bolt";
import type { PersonId } from "../../kernel/ids.ts";
import { userOf } from "../../kernel/ids.ts";
import type { Message } from "../blocks/elements.ts";
import { actions, button, plain, section } from "../blocks/elements.ts";
import type { People } from "../identity/people.ts";
import { callFate } from "../outbox/call-fate.ts";
import { platformErrorOf } from "../outbox/slack-error.ts";
import { textIn } from "../text/text-in.ts";
import type { Text } from "../text/text.ts";
import type { Log } from "./log.ts";
import type { SlackClient } from "./slack-client.ts";
import type { OpenView, Turn } from "./turn.ts";

/** Answers by the address Slack gave with a click or command. */
export type Respond = (message: Message & { readonly thread?: string }) => Promise<unknown>;

type Needs = { readonly client: SlackClient; readonly people: People; readonly log: Log };

type Where = {
  readonly person: PersonId;
  readonly trigger?: string;
  readonly respond?: Respond;
  readonly channel?: string;
  readonly thread?: string;
  /** The click stands in a modal: the next one goes on top of it. */
  readonly inModal: boolean;
};

const LATE = new Set(["expired_trigger_id", "invalid_trigger_id", "trigger_expired"]);

/** What a listener may do to answer the person. */
export function makeTurn({ client, people, log }: Needs, where: Where): Turn {
  const { person } = where;
  const locale = people.localeOf(person);
  const text = textIn(locale);
  const user = userOf(person);

  const tell: Turn["tell"] = async (said) => {
    const message = typeof said === "string" ? messageOf(said) : said;
    const { channel, thread, respond, trigger } = where;
    const inThread = thread === undefined ? {} : { thread };
    try {
      if (respond !== undefined) await respond({ ...message, ...inThread });
      else if (channel !== undefined) {
        const at = thread === undefined ? {} : { thread_ts: thread };
        await client.chat.postEphemeral({ channel, user, ...message, ...at });
      } else if (trigger !== undefined) await show(noticeView(message, text));
    } catch (cause) {
      log("warn", "a person could not be told", { person, cause });
    }
  };

  const show = async (view: types.ModalView): Promise<OpenView | undefined> => {
    const trigger_id = where.trigger ?? "";
    const call = () =>
      where.inModal
        ? client.views.push({ trigger_id, view })
        : client.views.open({ trigger_id, view });
    try {
      return openedOf(await call());
    } catch (cause) {
      if (callFate(cause).fate !== "unknown") throw cause;
      // The answer was lost; a trigger works once, so a second try says whether the first one did.
      return openedOf(await call());
    }
  };

  const open: Turn["open"] = async (view, again) => {
    try {
      return await show(view);
    } catch (cause) {
      const error = platformErrorOf(cause) ?? "";
      if (error === "exchanged_trigger_id") return undefined;
      if (!LATE.has(error)) throw cause;
      await tell(lateMessage(text, again));
      return undefined;
    }
  };

  return { person, user, locale, text, tell, open, update: updateView(client, log) };
}

const GONE = new Set(["hash_conflict", "not_found", "view_not_found"]);

const updateView =
  (client: SlackClient, log: Log): Turn["update"] =>
  async ({ id, hash }, view) => {
    try {
      await client.views.update({ view_id: id, view, ...(hash === undefined ? {} : { hash }) });
    } catch (cause) {
      if (!GONE.has(platformErrorOf(cause) ?? "")) throw cause;
      log("info", "a view was closed or changed meanwhile", { id });
    }
  };

type Answered = { readonly view?: { readonly id?: string; readonly hash?: string } };

const openedOf = ({ view }: Answered): OpenView => ({
  id: view?.id ?? "",
  ...(view?.hash === undefined ? {} : { hash: view.hash }),
});

const messageOf = (text: string): Message => ({ text, blocks: [section("said", text)] });

/** The click came too late to open anything: a fresh button in its place. */
const lateMessage = (text: Text, again: types.Button | undefined): Message => ({
  text: text.app.late,
  blocks: [
    section("late", text.app.late),
    ...(again === undefined ? [] : [actions("again", [again])]),
  ],
});

const noticeView = (message: Message, text: Text): types.ModalView => ({
  type: "modal",
  callback_id: "app.notice",
  title: plain(text.app.noticeTitle),
  close: plain(text.app.close),
  blocks: message.blocks,
});

/** The same button once more, for a click that came too late. */
export const againButton = (text: Text, action: string, value: string): types.Button =>
  button(action, text.app.again, { style: "primary", value });
