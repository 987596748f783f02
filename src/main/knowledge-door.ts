import type { Locale } from "../kernel/locale.ts";
import type { Answer, Citation, ProvenVerdict } from "../knowledge/answer.ts";
import { answerQuestion } from "../knowledge/answer-question.ts";
import { citationOf, citationsOf } from "../knowledge/answer/cite.ts";
import { contradictionsIn } from "../knowledge/contradictions/contradictions-of.ts";
import type { ContradictionsOf } from "../knowledge/contradictions/contradictions-of.ts";
import { corpusDigest } from "../knowledge/corpus-digest.ts";
import { inOtherLanguages } from "../knowledge/in-other-languages.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { proofOf } from "../knowledge/proof-of.ts";
import type { Verdict } from "../knowledge/policy.ts";
import { isChatter } from "../knowledge/quiet.ts";
import type { CorpusReview } from "../knowledge/report/review-corpus.ts";
import { reviewCorpus } from "../knowledge/report/review-corpus.ts";
import type { VerdictNow } from "../knowledge/report/verdict-now.ts";
import { verdictNow, verdictsIn } from "../knowledge/report/verdict-now.ts";
import { wayBackFor } from "../knowledge/way-back.ts";
import type { RetentionSchedule } from "../restore/retention-schedule.ts";
import type { WayBackFor } from "../restore/ports.ts";
import type { KnowledgeDoor } from "../slack/knowledge/knowledge-door.ts";
import type { Cite } from "../slack/restore/render-hand-over.ts";

/** Where an article can be read, down to its heading. */
export type LinkTo = (citation: Pick<Citation, "locale" | "slug" | "anchor">) => string;

/** Everything the rest of the desk asks of one state of the knowledge. */
export type Opened = {
  readonly door: KnowledgeDoor;
  readonly cite: Cite;
  readonly wayBackFor: WayBackFor;
  readonly writers: WritersKnowledge;
};

/** What is asked for those who write the articles. */
export type WritersKnowledge = {
  /** Names the state of the corpus. */
  readonly corpus: () => string;
  readonly verdicts: () => ReadonlyMap<string, Verdict>;
  readonly verdictNow: VerdictNow;
  /** Takes seconds. */
  readonly review: () => CorpusReview;
};

export function openKnowledge(knowledge: Knowledge, linkTo: LinkTo): Opened {
  const link = (citation: Citation): Citation => ({ ...citation, url: linkTo(citation) });
  const linked = (answer: Answer): Answer => ({
    ...answer,
    citations: answer.citations.map(link),
    verdicts: answer.verdicts.map((one) => ({ ...one, citations: one.citations.map(link) })),
  });
  const answer = answerQuestion(knowledge);
  const others = inOtherLanguages(answer);
  const proof = proofOf(knowledge);
  const contradictions = contradictionsIn(knowledge);
  const corpus = corpusDigest(knowledge);
  const now = verdictNow(knowledge);
  return {
    door: {
      answer: (asked) => ({ ...linked(answer(asked)), corpus }),
      proofOf: (given) =>
        proof(given).map((one) => ({
          ...one,
          citations: one.citations.map(link),
          contradictions: [...one.contradictions, ...foundBetween(one.citations, contradictions)],
        })),
      inOtherLanguages: (asked, given) => others(asked, given).map(linked),
      isChatter,
      verdictOf: (cell, locale) => verdictOf(knowledge, cell, { locale, link }),
    },
    cite: ({ slug, anchor }, locale) => {
      const found = knowledge.section(slug, anchor, locale);
      if (found === undefined) return undefined;
      const quote = found.section.blocks[0]?.display ?? found.section.heading;
      return link(citationOf(found.article, found.section, quote, knowledge));
    },
    wayBackFor: wayBack(knowledge),
    writers: {
      corpus: () => corpus,
      verdicts: () => verdictsIn(knowledge),
      verdictNow: (cell, locale) => {
        const found = now(cell, locale);
        return found === undefined ? undefined : { ...found, citations: found.citations.map(link) };
      },
      review: () => reviewCorpus(knowledge),
    },
  };
}

/** What the desk found by itself between the languages of the sections that are quoted. */
function foundBetween(citations: readonly Citation[], found: ContradictionsOf): string[] {
  const places = new Map(
    citations.map(({ slug, anchor }) => [`${slug}#${anchor}`, { slug, anchor }]),
  );
  return [...places.values()].flatMap(({ slug, anchor }) =>
    found(slug, anchor).map(
      ({ file, line, reason, excerpt }) => `${file}:${line}: ${reason}: “${excerpt}”`,
    ),
  );
}

function verdictOf(
  knowledge: Knowledge,
  id: string,
  { locale, link }: { readonly locale: Locale; readonly link: (citation: Citation) => Citation },
): ProvenVerdict | undefined {
  const cell = knowledge.cells.find((one) => one.id === id);
  if (cell === undefined) return undefined;
  const citations = citationsOf(cell.evidence, locale, knowledge).map(link);
  return { cell: id, verdict: cell.verdict, text: cell.answer[locale], citations };
}

/** Policy's way back in the restore's own terms. */
function wayBack(knowledge: Knowledge): WayBackFor {
  const find = wayBackFor(knowledge);
  return (place) => {
    const found = find(place);
    if (found.mode !== "retrieve") return found;
    return { ...found, schedule: found.schedule as RetentionSchedule };
  };
}
