import type { AuditStore } from "../../desk/ports.ts";
import { addAuditLine, toAuditEntry } from "./audit-lines.ts";
import { commit, read } from "./ground.ts";
import type { Ground } from "./ground.ts";

/** The audit trail of the whole desk, chained line by line. */
export function auditStore(ground: Ground): AuditStore {
  const { kysely } = ground;
  return {
    append: (actor, note, ticket) =>
      commit(ground, (one) => addAuditLine(one, actor, note, ticket)),
    entries: async (fromSeq, limit) => {
      const query = kysely.selectFrom("audit").selectAll().where("seq", ">=", fromSeq);
      const rows = await read(() => query.orderBy("seq").limit(limit).execute());
      return rows.map(toAuditEntry);
    },
    head: async () => {
      const query = kysely.selectFrom("audit_head").select(["seq", "hash"]);
      const row = await read(() => query.executeTakeFirst());
      return row === undefined || row.seq === 0 ? undefined : { seq: row.seq, hash: row.hash };
    },
  };
}
