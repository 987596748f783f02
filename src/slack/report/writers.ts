import type {
  FindingStore,
  RecallStore,
  ReportStore,
  VerdictStore,
} from "../../desk/knowledge-ports.ts";
import type { KnowledgeReport } from "../../knowledge/report/knowledge-report.ts";
import type { VerdictNow } from "../../knowledge/report/verdict-now.ts";
import type { Told } from "./outdated-answers.ts";

/** What the desk has for those who write the articles. */
export type Writers = {
  /** Where they are told. */
  readonly channel: string;
  readonly findings: FindingStore;
  readonly reports: ReportStore<KnowledgeReport>;
  readonly verdicts: Pick<VerdictStore, "since">;
  readonly recalls: RecallStore<Told>;
  readonly verdictNow: VerdictNow;
};
