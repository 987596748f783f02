import type { AskedQuestion } from "../../desk/asked-question.ts";
import type { Recall } from "../../desk/knowledge-ports.ts";
import type { Instant } from "../../kernel/clock.ts";
import type { Answer, ProvenVerdict } from "../../knowledge/answer.ts";
import type { Verdict } from "../../knowledge/policy.ts";
import type { VerdictNow } from "../../knowledge/report/verdict-now.ts";

/** One verdict that somebody was told and that no longer holds. */
export type Flip = {
  readonly cell: string;
  readonly was: Verdict;
  /** What was said then, and when. */
  readonly said: string;
  readonly saidAt: Instant;
  /** What holds now, with its proof, in the language of the conversation. */
  readonly now: ProvenVerdict;
  readonly since: Instant;
};

/** What somebody was told by a recall, word for word. */
export type Told = { readonly flips: readonly Flip[] };

/** A question whose answer no longer holds. */
export type Outdated = {
  readonly question: AskedQuestion<Answer>;
  readonly round: number;
  readonly flips: readonly Flip[];
};

type Parts = {
  readonly questions: readonly AskedQuestion<Answer>[];
  /** Recalls that were made before, in any order. */
  readonly past: readonly Recall<Told>[];
  readonly verdictNow: VerdictNow;
  readonly since: ReadonlyMap<string, Instant>;
  /** Only where this cell flipped. */
  readonly cell?: string | undefined;
};

/**
 * The questions whose askers were last told another verdict than the one that holds. What a recall told
 * counts instead of the answer. A cell the policy no longer has flips nothing.
 */
export function outdatedAnswers({ questions, past, cell, ...parts }: Parts): Outdated[] {
  const recalls = Map.groupBy(past, ({ question }) => question);
  return questions.flatMap((question) => {
    const own = (recalls.get(question.id) ?? []).toSorted((a, b) => a.round - b.round);
    const flips = flipsOf(question, own, parts);
    const wanted = cell === undefined ? flips.length > 0 : flips.some((one) => one.cell === cell);
    return wanted ? [{ question, round: own.length + 1, flips }] : [];
  });
}

type Said = { readonly verdict: Verdict; readonly text: string; readonly at: Instant };

function flipsOf(
  question: AskedQuestion<Answer>,
  recalls: readonly Recall<Told>[],
  { verdictNow, since }: Pick<Parts, "verdictNow" | "since">,
): Flip[] {
  return [...lastSaid(question, recalls)].flatMap(([cell, { verdict, text, at }]) => {
    const now = verdictNow(cell, question.locale);
    if (now === undefined || now.verdict === verdict) return [];
    return [{ cell, was: verdict, said: text, saidAt: at, now, since: since.get(cell) ?? at }];
  });
}

function lastSaid(
  { answer, askedAt }: AskedQuestion<Answer>,
  recalls: readonly Recall<Told>[],
): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>(
    answer.verdicts.map(({ cell, verdict, text }) => [cell, { verdict, text, at: askedAt }]),
  );
  for (const { told, at } of recalls) {
    for (const { cell, now } of told.flips) {
      said.set(cell, { verdict: now.verdict, text: now.text, at });
    }
  }
  return said;
}

/** Outdated answers by the conversation they stand in; private ones by the person who asked. */
export function byConversation(outdated: readonly Outdated[]): Outdated[][] {
  return [...Map.groupBy(outdated, ({ question }) => conversationOf(question)).values()];
}

const conversationOf = ({ place, askedBy }: AskedQuestion<Answer>): string =>
  place.thread === undefined ? askedBy : `${place.channel} ${place.thread}`;
