import type { KeptReport, ReportStore } from "../../desk/knowledge-ports.ts";
import type { Instant } from "../../kernel/clock.ts";
import { addNotices } from "./add-work.ts";
import { commit, read } from "./ground.ts";
import type { Ground } from "./ground.ts";
import { fromJsonText, toJsonText } from "./json-text.ts";

/** Reports to knowledge writers, each once. */
export function reportStore<Report>(ground: Ground): ReportStore<Report> {
  const rows = () => ground.kysely.selectFrom("report").selectAll();
  return {
    keep: (id, report, notices) =>
      commit(
        ground,
        async (one) => {
          const row = { id, at: await ground.now(one.t), data: toJsonText(report) };
          const kept = await one.t
            .insertInto("report")
            .values(row)
            .onConflict((known) => known.doNothing())
            .returning("id")
            .executeTakeFirst();
          if (kept !== undefined) await addNotices(one, notices);
          return kept !== undefined;
        },
        { keyed: true },
      ),
    get: async (id) => {
      const row = await read(() => rows().where("id", "=", id).executeTakeFirst());
      return row === undefined ? undefined : toReport(row);
    },
    latest: async () => {
      const query = rows().orderBy("at", "desc").orderBy("id", "desc");
      const row = await read(() => query.limit(1).executeTakeFirst());
      return row === undefined ? undefined : toReport(row);
    },
  };
}

const toReport = <Report>(row: {
  readonly id: string;
  readonly at: number;
  readonly data: string;
}): KeptReport<Report> => ({
  id: row.id,
  at: row.at as Instant,
  report: fromJsonText(row.data) as Report,
});
