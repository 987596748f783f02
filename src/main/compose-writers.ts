import type { Stores } from "../adapters/stores/open-stores.ts";
import type { Config } from "../config.ts";
import type { JobHandler, NewJob } from "../desk/job.ts";
import { flipNotice, reportNotice } from "../desk/knowledge-notices.ts";
import type { RecallStore, ReportStore } from "../desk/knowledge-ports.ts";
import { nextWeek } from "../desk/week-start.ts";
import { DAY_MS } from "../kernel/clock.ts";
import type { Clock, Instant } from "../kernel/clock.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { Answer } from "../knowledge/answer.ts";
import type { KnowledgeReport } from "../knowledge/report/knowledge-report.ts";
import type { RestoreCase } from "../restore/restore-case.ts";
import type { Log } from "../slack/app/log.ts";
import type { People } from "../slack/identity/people.ts";
import type { Told } from "../slack/report/outdated-answers.ts";
import type { Writers } from "../slack/report/writers.ts";
import type { ComposedKnowledge } from "./compose-knowledge.ts";
import { gatherReport } from "./gather-report.ts";

const A_WEEK_MS = 7 * DAY_MS;

type Needs = {
  readonly config: Pick<Config, "kbChannel" | "hours">;
  readonly stores: Stores<RestoreCase, Answer>;
  readonly knowledge: Pick<ComposedKnowledge, "writers" | "onEdit">;
  readonly people: Pick<People, "meet">;
  readonly now: Clock;
  readonly log: Log;
};

/** What is shown to writers and asked of them; undefined where no channel is set for them. */
export function composeWriters({ config, stores, knowledge }: Needs): Writers | undefined {
  const { kbChannel: channel } = config;
  if (channel === undefined) return undefined;
  return {
    channel,
    findings: stores.findings,
    reports: stores.reports as ReportStore<KnowledgeReport>,
    verdicts: stores.verdicts,
    recalls: stores.recalls as RecallStore<Told>,
    verdictNow: knowledge.writers.verdictNow,
  };
}

/** Keeps since when each verdict holds, and has the next report come. */
export async function attendToWriters(needs: Needs): Promise<void> {
  const { knowledge, stores, log } = needs;
  const note = async (): Promise<void> => {
    try {
      await noteVerdicts(needs);
    } catch (cause) {
      log("error", "the verdicts of an edit could not be kept", { cause });
    }
  };
  knowledge.onEdit(() => void note());
  await note();
  await stores.jobs.add(nextReport(needs));
}

async function noteVerdicts({ config, stores, knowledge }: Needs): Promise<void> {
  const { kbChannel } = config;
  const { verdicts, corpus } = knowledge.writers;
  await stores.verdicts.note(verdicts(), corpus(), (changes) =>
    kbChannel === undefined ? [] : changes.map((one) => flipNotice(kbChannel, one, "changed")),
  );
}

/** Named by its week, so however many processes and starts ask for it, there is one. */
function nextReport({ config, now }: Needs): NewJob[] {
  if (config.kbChannel === undefined) return [];
  const { monday, begins } = nextWeek(config.hours, now());
  return [
    {
      kind: "knowledge.report",
      idem: `knowledge.report:${monday}`,
      data: { week: monday, from: begins - A_WEEK_MS },
      runAt: begins,
    },
  ];
}

/** Posts the report of a week, and has the next one come. After an outage it comes late, and once. */
export function postReport(needs: Needs): JobHandler {
  const { config, stores, knowledge, now } = needs;
  return async ({ data }) => {
    const { kbChannel } = config;
    const { week, from } = data;
    if (kbChannel === undefined || typeof week !== "string") return { kind: "done" };
    const until = now();
    const last = (await stores.reports.latest()) as { report: KnowledgeReport } | undefined;
    const since = last?.report.until ?? (Number(from) as Instant);
    const report = await gatherReport(
      {
        stores,
        review: knowledge.writers.review(),
        namesOf: (people) => namesOf(needs, people),
      },
      { since, until },
    );
    await stores.reports.keep(week, report, [reportNotice(kbChannel, week, "posted")]);
    await stores.jobs.add(nextReport(needs));
    return { kind: "done" };
  };
}

const MEET_MS = 500;
const ASKED_FOR = 200;

/** Whoever Slack does not name in time stays unnamed: names in greetings and signatures go all the same. */
async function namesOf(
  { people }: Pick<Needs, "people">,
  asked: readonly PersonId[],
): Promise<readonly string[]> {
  const names: string[] = [];
  for (const person of asked.slice(0, ASKED_FOR)) {
    const profile = await people.meet(person, MEET_MS);
    if (profile !== undefined) names.push(profile.name);
  }
  return names;
}
