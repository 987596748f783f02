import type { types } from "@slack/bolt";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import { digestOf } from "../../kernel/digest.ts";
import type { Block } from "../blocks/elements.ts";
import { context, section } from "../blocks/elements.ts";
import { escapeMrkdwn } from "../blocks/escape-mrkdwn.ts";
import { modal } from "../blocks/inputs.ts";
import { mention } from "../desk/render-card.ts";
import type { Text } from "../text/text.ts";
import { byConversation } from "./outdated-answers.ts";
import type { Outdated } from "./outdated-answers.ts";
import { dayText } from "./render-report.ts";

const SHOWN = 40;
const TOGETHER = 8;

type List = {
  readonly outdated: readonly Outdated[];
  readonly cell?: string | undefined;
  readonly zone: string;
  /** Another list was shown before. */
  readonly changed?: true;
};

/** Who would be told what. Sending it is the confirmation, bound to the list it shows. */
export function recallView({ outdated, cell, zone, changed }: List, text: Text): types.ModalView {
  const { report: say, app } = text;
  const conversations = byConversation(outdated);
  const warning = changed === true ? [context("changed", say.recallChanged)] : [];
  if (conversations.length === 0) {
    const blocks = [...warning, section("none", say.recallNone)];
    return modal({ callback: "app.notice", title: say.recallTitle, close: app.close, blocks });
  }
  const lines = conversations.map((one) => lineOf(one, zone, text));
  const left = lines.length - SHOWN;
  return modal({
    callback: "knowledge.recall",
    title: say.recallTitle,
    submit: say.recallSend,
    close: app.cancel,
    metadata: JSON.stringify({ cell, digest: listDigest(outdated) }),
    blocks: [
      ...warning,
      section("intro", say.recallIntro(String(conversations.length))),
      ...together(lines.slice(0, SHOWN)),
      ...(left > 0 ? [context("more", text.home.more(String(left)))] : []),
    ],
  });
}

const together = (lines: readonly string[]): Block[] =>
  Array.from({ length: Math.ceil(lines.length / TOGETHER) }, (_, at) =>
    section(`list${at}`, lines.slice(at * TOGETHER, (at + 1) * TOGETHER).join("\n")),
  );

function lineOf(conversation: readonly Outdated[], zone: string, text: Text): string {
  const [first] = conversation;
  if (first === undefined) return "";
  const { question } = first;
  const [flip] = first.flips;
  if (flip === undefined) return "";
  const { verdict } = text.knowledge;
  const day = dayText(flip.saidAt, zone);
  const { thread, channel } = question.place;
  const where = thread === undefined || channel.startsWith("D") ? "" : ` · <#${channel}>`;
  const cells = [...new Set(conversation.flatMap(({ flips }) => flips.map(({ cell }) => cell)))];
  const who = `${mention(question.askedBy)}${where}`;
  const change = `${verdict[flip.was]} → ${verdict[flip.now.verdict]}`;
  return `• ${[who, day, change, escapeMrkdwn(cells.join(", "))].join(" · ")}`;
}

/** Names what a list says: who is told, and what. */
export const listDigest = (outdated: readonly Outdated[]): string =>
  digestOf(
    canonicalJson(
      outdated.map(({ question, round, flips }) => [
        question.id,
        round,
        flips.map(({ cell, was, now }) => [cell, was, now.verdict]),
      ]),
    ),
  );
