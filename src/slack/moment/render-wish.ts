import type { types } from "@slack/bolt";
import type { AskedQuestion } from "../../desk/asked-question.ts";
import type { Instant } from "../../kernel/clock.ts";
import { echoOf } from "../../moment/echo.ts";
import { candidateText, readingText } from "../../moment/problem-text.ts";
import type { Candidate, Reading } from "../../moment/reading.ts";
import { clamp } from "../blocks/clamp.ts";
import type { Block } from "../blocks/elements.ts";
import { actions, button, context, section } from "../blocks/elements.ts";
import { escapeMrkdwn } from "../blocks/escape-mrkdwn.ts";
import { textIn } from "../text/text-in.ts";
import type { Text } from "../text/text.ts";
import { isUntold, optionsOf, readWish, statedText } from "./wish.ts";
import type { WishAnswer } from "./wish.ts";

/** Whom a wish is shown to, and when. */
export type WishReader = { readonly now: Instant; readonly profileZone?: string };

/** What is said to a wish: the moment in full, one question, or why it cannot be. */
export type RenderedWish = {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The form is the next step: its button leads. */
  readonly formLeads: boolean;
};

const BUTTON = 75;
const MAX_OPTIONS = 8;

/** Says a wish back: what was understood, or what has to be asked. */
export function renderWish(question: AskedQuestion<WishAnswer>, reader: WishReader): RenderedWish {
  const { locale } = question;
  const { knowledge } = textIn(locale);
  const reading = readWish(question, reader.profileZone);
  if (reading.status === "ok") {
    const { line } = echoOf(reading.moment, { locale, now: reader.now });
    const blocks = [
      section("wish", knowledge.momentRead),
      section("moment", `:clock3: *${escapeMrkdwn(line)}*`),
    ];
    return { text: `${knowledge.momentRead} ${line}`, blocks, formLeads: true };
  }
  const asked = isUntold(reading)
    ? knowledge.wantsRestore
    : escapeMrkdwn(readingText(reading, locale) ?? knowledge.wantsRestore);
  const buttons = optionButtons(question, reading);
  const how = buttons.length > 0 ? knowledge.momentChoose : knowledge.momentType;
  return {
    text: asked,
    blocks: [
      section("wish", asked),
      ...(buttons.length === 0 ? [] : [actions("moment", buttons)]),
      context("how", how),
    ],
    formLeads: buttons.length === 0,
  };
}

function optionButtons(
  { id, locale }: AskedQuestion<WishAnswer>,
  reading: Reading,
): types.Button[] {
  const text = textIn(locale);
  return optionsOf(reading)
    .slice(0, MAX_OPTIONS)
    .map((option) =>
      button(
        `moment.choose:${statedText(option.stated)}`,
        clamp(optionText(option, reading, { locale, text }), BUTTON),
        { value: id },
      ),
    );
}

function optionText(
  option: Candidate,
  reading: Reading,
  { locale, text }: { readonly locale: AskedQuestion["locale"]; readonly text: Text },
): string {
  const { zone } = option.stated;
  const proposed = reading.status === "needs" && reading.candidates.length === 0;
  if (proposed && zone !== undefined) return text.knowledge.profileZone(zone);
  const problem = reading.status === "ok" ? undefined : reading.problem;
  return candidateText(option, problem, locale);
}
