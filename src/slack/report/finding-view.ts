import type { types } from "@slack/bolt";
import type { Finding, Passage } from "../../knowledge/report/finding.ts";
import { fields, section } from "../blocks/elements.ts";
import { clamp } from "../blocks/clamp.ts";
import { escapeMrkdwn } from "../blocks/escape-mrkdwn.ts";
import { input, modal, writing } from "../blocks/inputs.ts";
import { WORDS, wordsForm } from "../desk/desk-forms.ts";
import type { Text } from "../text/text.ts";

/** The sentences of a contradiction side by side, each with its file, line and edition. */
export function findingView({ rule, passages }: Finding, text: Text): types.ModalView {
  const { report: say, app } = text;
  const [odd, ...others] = passages;
  const shown = odd === undefined ? [] : others.map((other) => [odd, other]);
  const pairs = shown.length === 0 ? [passages] : shown;
  return modal({
    callback: "knowledge.open",
    title: say.findingTitle,
    close: app.close,
    blocks: [
      section("rule", `*${say.rule[rule]}*`),
      ...pairs.map((pair, at) =>
        fields(
          `pair${at}`,
          pair.map((one) => passageText(one, text)),
        ),
      ),
    ],
  });
}

const SENTENCE = 1_700;

function passageText(
  { locale, file, line, edition, sentence }: Passage,
  { form, knowledge }: Text,
): string {
  const language = locale === undefined ? [] : [`*${form.language[locale]}*`];
  const place = `\`${escapeMrkdwn(file)}:${line}\``;
  const of = edition === undefined ? [] : [knowledge.source(escapeMrkdwn(edition))];
  return `${[...language, place, ...of].join(" · ")}\n${escapeMrkdwn(clamp(sentence, SENTENCE))}`;
}

/** Why it is no contradiction. */
export const falseAlarmForm = (metadata: string, text: Text): types.ModalView =>
  wordsForm(
    {
      callback: "knowledge.false-alarm",
      words: {
        title: text.report.falseAlarmTitle,
        label: text.report.falseAlarmLabel,
        send: text.knowledge.send,
      },
      metadata,
      hint: text.report.falseAlarmHint,
    },
    text,
  );

/** What is to be put right, with both sentences filled in. */
export const fixForm = (finding: Finding, metadata: string, text: Text): types.ModalView =>
  modal({
    callback: "knowledge.fix",
    title: text.report.fixTitle,
    submit: text.knowledge.send,
    close: text.app.cancel,
    metadata,
    blocks: [
      input(
        WORDS,
        text.report.fixLabel,
        writing({ lines: true, max: 3_000, initial: fixWords(finding, text) }),
        { hint: text.report.fixHint },
      ),
    ],
  });

function fixWords({ rule, passages }: Finding, { report: say }: Text): string {
  const lines = passages.map(
    ({ file, line, sentence }) => `${file}:${line}\n${clamp(sentence, 600)}`,
  );
  return [say.rule[rule], ...lines].join("\n\n");
}
