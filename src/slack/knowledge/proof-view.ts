import type { types } from "@slack/bolt";
import type { AskedQuestion } from "../../desk/asked-question.ts";
import type { Answer } from "../../knowledge/answer.ts";
import type { Block } from "../blocks/elements.ts";
import { context, header, quote, section } from "../blocks/elements.ts";
import { escapeMrkdwn } from "../blocks/escape-mrkdwn.ts";
import { modal } from "../blocks/inputs.ts";
import type { Text } from "../text/text.ts";
import type { Proof } from "./knowledge-door.ts";
import { sourceOf } from "./render-answer.ts";

/** A view takes 100 blocks. */
const MAX_BLOCKS = 95;

/** The policy cells behind an answer, and the sentences that prove them in every language. */
export function proofView(proofs: readonly Proof[], text: Text): types.ModalView {
  const { knowledge, app } = text;
  const blocks = proofs.flatMap((proof, at) => proofBlocks(proof, at, text)).slice(0, MAX_BLOCKS);
  return modal({
    callback: "knowledge.proof",
    title: knowledge.proofTitle,
    close: app.close,
    blocks: blocks.length === 0 ? [section("none", knowledge.proofNone)] : blocks,
  });
}

function proofBlocks({ cell, citations, contradictions }: Proof, at: number, text: Text): Block[] {
  const { knowledge, form } = text;
  return [
    section(`cell${at}`, `*${knowledge.proofCell(`\`${escapeMrkdwn(cell)}\``)}*`),
    ...citations.flatMap((citation, number) => [
      quote(`proof${at}-${number}`, citation.quote),
      context(
        `source${at}-${number}`,
        `${form.language[citation.locale]} · ${sourceOf(citation, number + 1, text)}`,
      ),
    ]),
    ...contradictions.map((one, number) =>
      context(`doubt${at}-${number}`, `:warning: ${knowledge.contradiction}: ${escapeMrkdwn(one)}`),
    ),
  ];
}

/** The same answer in the other languages, each with its own quotation. */
export function languagesView(
  { answer }: AskedQuestion<Answer>,
  others: readonly Answer[],
  text: Text,
): types.ModalView {
  const blocks = others
    .filter((one) => one.locale !== answer.locale)
    .flatMap((one, at) => otherBlocks(one, at, text))
    .slice(0, MAX_BLOCKS);
  return modal({
    callback: "knowledge.languages",
    title: text.knowledge.languagesTitle,
    close: text.app.close,
    blocks: blocks.length === 0 ? [section("none", text.knowledge.notKnown)] : blocks,
  });
}

const QUOTES = 4;

function otherBlocks(answer: Answer, at: number, text: Text): Block[] {
  return [
    header(`language${at}`, text.form.language[answer.locale]),
    section(`text${at}`, escapeMrkdwn(answer.text === "" ? text.knowledge.notKnown : answer.text)),
    ...answer.citations
      .slice(0, QUOTES)
      .flatMap((citation, number) => [
        quote(`quote${at}-${number}`, citation.quote),
        context(`from${at}-${number}`, sourceOf(citation, number + 1, text)),
      ]),
  ];
}
