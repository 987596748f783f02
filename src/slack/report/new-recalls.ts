import { flipNotice, reportNotice } from "../../desk/knowledge-notices.ts";
import type { NewRecalls } from "../../desk/knowledge-ports.ts";
import type { Notice } from "../../desk/notice.ts";
import { byConversation } from "./outdated-answers.ts";
import type { Outdated, Told } from "./outdated-answers.ts";

type About = {
  /** Names the list that was confirmed. */
  readonly digest: string;
  readonly channel: string;
  /** The report that is to be drawn anew. */
  readonly report?: string | undefined;
};

/** Everything that is committed when answers are recalled: each conversation gets one message. */
export function newRecalls(outdated: readonly Outdated[], about: About): NewRecalls<Told> {
  const conversations = byConversation(outdated);
  const cells = [...new Set(outdated.flatMap(({ flips }) => flips.map(({ cell }) => cell)))];
  return {
    recalls: outdated.map(({ question, round, flips }) => ({
      question: question.id,
      round,
      told: { flips },
    })),
    audit: {
      action: "knowledge.recalled",
      data: { cells, questions: outdated.map(({ question }) => question.id) },
    },
    notices: [...conversations.flatMap(messageTo), ...redrawn(outdated, about)],
  };
}

function messageTo(conversation: readonly Outdated[]): Notice[] {
  const [first] = conversation;
  if (first === undefined) return [];
  const { question, round } = first;
  const { place, askedBy } = question;
  return [
    {
      idem: `recall:${question.id}:${round}`,
      recipient:
        place.thread === undefined ? { to: "person", person: askedBy } : { to: "place", place },
      kind: "recall",
      data: { recalls: conversation.map((one) => [one.question.id, one.round]) },
    },
  ];
}

/** What the writers were told shows from now on that these are told. */
function redrawn(outdated: readonly Outdated[], { digest, channel, report }: About): Notice[] {
  const flips = new Map(
    outdated.flatMap((one) =>
      one.flips.map(({ cell, was, now, since }) => [
        `${cell} ${since}`,
        { cell, from: was, to: now.verdict, since },
      ]),
    ),
  );
  const why = `recalled:${digest}`;
  return [
    ...[...flips.values()].map((flip) => flipNotice(channel, flip, why)),
    ...(report === undefined ? [] : [reportNotice(channel, report, why)]),
  ];
}
