import type { Stores } from "../adapters/stores/open-stores.ts";
import type { KeptReport } from "../desk/knowledge-ports.ts";
import type { AskedQuestion } from "../desk/asked-question.ts";
import type { Instant } from "../kernel/clock.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { Answer } from "../knowledge/answer.ts";
import { reportOf } from "../knowledge/report/knowledge-report.ts";
import type { Heard, KnowledgeReport } from "../knowledge/report/knowledge-report.ts";
import type { CorpusReview } from "../knowledge/report/review-corpus.ts";
import { wasAskedBack } from "../slack/knowledge/asked-back.ts";

type Needs = {
  readonly stores: Pick<Stores, "questions" | "tickets" | "findings" | "reports">;
  readonly review: CorpusReview;
  /** What people are called, to leave it out. */
  readonly namesOf?: (people: readonly PersonId[]) => Promise<readonly string[]>;
};

type Stretch = { readonly since: Instant; readonly until: Instant };

/** Reads what writers should know of a stretch of time. */
export async function gatherReport(
  { stores, review, namesOf = async () => [] }: Needs,
  { since, until }: Stretch,
): Promise<KnowledgeReport> {
  const asked = (await stores.questions.answeredSince(since)) as readonly AskedQuestion<Answer>[];
  const within = asked.filter(({ askedAt }) => askedAt < until);
  const handed = await handedOver(stores, since);
  const judged = await stores.findings.judged();
  const last = (await stores.reports.latest()) as KeptReport<KnowledgeReport> | undefined;
  return reportOf({
    since,
    until,
    heard: within.map((one) => heardOf(one, handed)),
    review,
    told: new Set(last?.report.findings.map(({ key }) => key)),
    falseAlarms: new Set(judged.filter(({ what }) => what === "false-alarm").map(({ key }) => key)),
    names: await namesOf([...new Set(within.map(({ askedBy }) => askedBy))]),
  });
}

const heardOf = (
  { id, words, locale, answer, feedback }: AskedQuestion<Answer>,
  handed: ReadonlySet<string>,
): Heard => ({
  id,
  words,
  locale,
  answer,
  askedBack: wasAskedBack(answer),
  toPerson: handed.has(id),
  ...(feedback === undefined ? {} : { feedback }),
});

const PAGE = 200;

/** Ids of the questions that became tickets since then. */
async function handedOver(
  { tickets }: Pick<Stores, "tickets">,
  since: Instant,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  let page = await tickets.list({ kind: "question", limit: PAGE });
  while (page.length > 0) {
    for (const { id } of page) found.add(id);
    const last = page.at(-1);
    if (last === undefined || last.createdAt < since) break;
    page = await tickets.list({ kind: "question", limit: PAGE, before: last.id });
  }
  return found;
}
