import { countRows } from "../../adapters/stores/count-rows.ts";
import type { Counts } from "../../adapters/stores/count-rows.ts";
import type { Database } from "../../adapters/stores/database.ts";
import { openStores } from "../../adapters/stores/open-stores.ts";
import { holds } from "../../adapters/stores/published-head.ts";
import type { AuditHead } from "../../desk/audit-chain.ts";

/** What a copy holds, and where its audit trail ends. */
type Copy = { readonly counts: Counts; readonly head: AuditHead };

type Compared = {
  /** What the database has less of than a copy of it: nothing, where all is well. */
  readonly fewer: readonly string[];
  readonly now: Counts;
};

/** Compares a copy with the database it was made of, which only ever grows. */
export async function compareCopy(database: Database, { counts, head }: Copy): Promise<Compared> {
  const now = await countRows(database.kysely);
  const fewer = Object.keys(counts).filter((name) => isFewer(name, now, counts));
  const { audit } = openStores(database);
  const known = head.seq === 0 || (await holds(audit, head));
  return { fewer: [...fewer, ...(known ? [] : ["audit lines"])], now };
}

const isFewer = (name: string, now: Counts, then: Counts): boolean =>
  now[name as keyof Counts] < then[name as keyof Counts];
