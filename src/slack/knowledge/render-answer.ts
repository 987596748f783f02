import type { types } from "@slack/bolt";
import type { AskedQuestion } from "../../desk/asked-question.ts";
import type { Answer, Citation, ProvenVerdict } from "../../knowledge/answer.ts";
import type { Verdict } from "../../knowledge/policy.ts";
import type { Block, Message } from "../blocks/elements.ts";
import { actions, button, context, quote, section } from "../blocks/elements.ts";
import { escapeMrkdwn, linkOf } from "../blocks/escape-mrkdwn.ts";
import { renderWish } from "../moment/render-wish.ts";
import type { RenderedWish, WishReader } from "../moment/render-wish.ts";
import type { ProjectAnswer } from "./plan-of-project.ts";
import { textIn } from "../text/text-in.ts";
import type { Text } from "../text/text.ts";

const SIGNS: Readonly<Record<Verdict, string>> = {
  yes: ":white_check_mark:",
  no: ":no_entry:",
  "only-if": ":warning:",
  "via-ticket": ":ticket:",
  "not-documented": ":grey_question:",
};

/** Slack takes 50 blocks; a verdict has three. */
const MAX_VERDICTS = 6;
const MAX_QUOTES = 3;
const NEAREST = 3;

/** A question's answer as a message: verdict, proof, source, buttons. A wish shows its moment, or what is asked about it. */
export function renderAnswer(question: AskedQuestion<Answer>, reader: WishReader): Message {
  const { answer, locale } = question;
  const text = textIn(locale);
  const wish = answer.kind === "restore-request" ? renderWish(question, reader) : undefined;
  const proven = wish === undefined || answer.verdicts.length > 0;
  const said = [...(wish?.blocks ?? []), ...(proven ? saidOf(answer, text) : [])];
  const plainText = [
    ...(wish === undefined ? [] : [wish.text]),
    ...(proven ? plainOf(answer, text) : []),
  ];
  return {
    text: [...plainText, ...sourcesLine(answer)].join(" ").slice(0, 3_900),
    blocks: [
      ...said,
      ...assumedBlock(answer, text),
      ...doubtBlocks(answer),
      actions("answer", buttonsOf(question, wish, text)),
      feedbackBlock(question, text),
    ],
  };
}

function saidOf(answer: Answer, text: Text): Block[] {
  if (answer.verdicts.length > 0) {
    const several = answer.verdicts.length > 1;
    const intro =
      several && answer.verdict === undefined ? [section("both", text.knowledge.bothWays)] : [];
    const shown = answer.verdicts.slice(0, MAX_VERDICTS);
    const findPlan =
      several && answer.topic.plan === undefined ? [context("find", text.knowledge.findPlan)] : [];
    return [...intro, ...shown.flatMap((one, at) => verdictBlocks(one, at, text)), ...findPlan];
  }
  const lead = section("verdict", leadOf(answer, text));
  return answer.kind === "passages"
    ? [
        lead,
        ...answer.citations
          .slice(0, MAX_QUOTES)
          .flatMap((one, at) => citationBlocks(one, at, text)),
      ]
    : [lead, ...nearestBlock(answer, text)];
}

/** The first line where there is no verdict. */
function leadOf(answer: Answer, { knowledge }: Text): string {
  const said = answer.text === "" ? knowledge.notKnown : answer.text;
  const leads: Readonly<Record<Answer["kind"], string>> = {
    passages: knowledge.passages,
    "restore-request": knowledge.wantsRestore,
    "out-of-scope": knowledge.outOfScope,
    unknown: `${SIGNS["not-documented"]} ${knowledge.notKnown}`,
    verdict: escapeMrkdwn(said),
    "ask-back": escapeMrkdwn(said),
    "other-language": escapeMrkdwn(said),
  };
  return leads[answer.kind];
}

function verdictBlocks(proven: ProvenVerdict, at: number, text: Text): Block[] {
  const word = text.knowledge.verdict[proven.verdict];
  const [citation] = proven.citations;
  const said = citation !== undefined && isSame(proven.text, citation.quote) ? "" : proven.text;
  const first =
    `${SIGNS[proven.verdict]} *${word}* ${escapeMrkdwn(withoutWord(said, word))}`.trim();
  return [
    { ...section(`verdict${at}`, first), expand: true },
    ...(citation === undefined ? [] : citationBlocks(citation, at, text)),
  ];
}

/** A sentence that its article has word for word is read once: as the quotation. */
const isSame = (sentence: string, quoted: string): boolean => bare(sentence) === bare(quoted);

const bare = (sentence: string): string =>
  sentence
    .replaceAll(/[\s.]+/g, " ")
    .trim()
    .toLowerCase();

/** A sentence that begins with the verdict's word already does not say it twice. */
export const withoutWord = (sentence: string, word: string): string =>
  sentence.startsWith(word) ? sentence.slice(word.length).trim() : sentence;

function citationBlocks(citation: Citation, at: number, text: Text): Block[] {
  return [
    quote(`evidence${at}`, citation.quote),
    context(`source${at}`, sourceOf(citation, at + 1, text)),
  ];
}

/** `[1] Backup FAQ, Pro plan · edition 2026-08-02` */
export function sourceOf(citation: Citation, number: number, { knowledge }: Text): string {
  const name = [citation.title, citation.heading].filter((one) => one !== "").join(", ");
  const linked = citation.url === undefined ? escapeMrkdwn(name) : linkOf(citation.url, name);
  const edition = citation.edition === undefined ? [] : [knowledge.source(citation.edition)];
  const stale = citation.stale === true ? [knowledge.stale] : [];
  return `[${number}] ${[linked, ...edition, ...stale].join(" · ")}`;
}

function nearestBlock({ citations }: Answer, text: Text): Block[] {
  if (citations.length === 0) return [];
  const lines = citations.slice(0, NEAREST).map((one, at) => sourceOf(one, at + 1, text));
  return [context("nearest", [text.knowledge.nearest, ...lines].join("\n"))];
}

function assumedBlock({ assumed, planOf }: ProjectAnswer, { knowledge }: Text): Block[] {
  const { plan, environment, product } = assumed;
  const names = [plan, environment, product].flatMap((one) =>
    one === undefined ? [] : [knowledge.choice[one]],
  );
  if (names.length === 0) return [];
  const what = names.join(" · ");
  const said =
    planOf === undefined
      ? knowledge.assumed(what)
      : knowledge.assumedOf(what, escapeMrkdwn(planOf));
  return [context("assumed", said)];
}

function doubtBlocks({ doubt, fence }: Answer): Block[] {
  return [doubt, fence].flatMap((line, at) =>
    line === undefined ? [] : [context(`doubt${at}`, `:warning: ${escapeMrkdwn(line)}`)],
  );
}

function buttonsOf(
  { id, answer }: AskedQuestion<ProjectAnswer>,
  wish: RenderedWish | undefined,
  { knowledge }: Text,
): types.Button[] {
  const wanted = wish?.formLeads ?? answer.verdict === "via-ticket";
  const open = button("restore.open", knowledge.openForm, {
    value: id,
    ...(wanted ? { style: "primary" as const } : {}),
  });
  const proven = answer.verdicts.length > 0;
  const languages = proven || answer.kind === "passages";
  return [
    ...(answer.kind === "out-of-scope" ? [] : [open]),
    ...(proven ? [button("knowledge.proof", knowledge.proof, { value: id })] : []),
    ...(languages ? [button("knowledge.languages", knowledge.languages, { value: id })] : []),
    ...(answer.planOf === undefined
      ? []
      : [button("knowledge.change", knowledge.change, { value: id })]),
    button("desk.person", knowledge.person, { value: id }),
  ];
}

function feedbackBlock({ id, feedback }: AskedQuestion<Answer>, { knowledge }: Text): Block {
  if (feedback !== undefined) {
    return context("feedback", feedback.helped ? knowledge.noted : knowledge.notedNo);
  }
  return {
    type: "context_actions",
    block_id: "feedback",
    elements: [
      {
        type: "feedback_buttons",
        action_id: "knowledge.feedback",
        positive_button: side(knowledge.helped, `up:${id}`, knowledge.helpedLabel),
        negative_button: side(knowledge.notHelped, `down:${id}`, knowledge.notHelpedLabel),
      },
    ],
  };
}

const side = (label: string, value: string, accessible: string) => ({
  text: { type: "plain_text" as const, text: label },
  value,
  accessibility_label: accessible,
});

/** The whole meaning in plain words, for notifications and screen readers. */
function plainOf(answer: Answer, text: Text): string[] {
  if (answer.verdicts.length === 0) return [stripSign(leadOf(answer, text))];
  return answer.verdicts.slice(0, MAX_VERDICTS).map((one) => {
    const word = text.knowledge.verdict[one.verdict];
    return escapeMrkdwn(`${word} ${withoutWord(one.text, word)}`);
  });
}

const stripSign = (line: string): string => line.replace(/^:[a-z_]+: /, "");

const sourcesLine = ({ citations }: Answer): string[] => {
  const [first] = citations;
  return first === undefined ? [] : [`[1] ${escapeMrkdwn(`${first.title}, ${first.heading}`)}`];
};
