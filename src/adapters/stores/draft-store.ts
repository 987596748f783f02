import type { PersonId } from "../../kernel/ids.ts";
import type { DraftStore } from "../../restore/ports.ts";
import type { DraftRef, RestoreDraft } from "../../restore/restore-draft.ts";
import { holdCounter, nextNumber } from "./counters.ts";
import { commit, read } from "./ground.ts";
import type { Commit, Ground } from "./ground.ts";
import { fromJsonText, toJsonText } from "./json-text.ts";

/** Requests that are being filled in, every version of them. */
export function draftStore(ground: Ground): DraftStore {
  return {
    begin: (by) =>
      commit(ground, async (one) => {
        await holdCounter(one, "D");
        const ref = await newDraft(one, 0);
        await keepDraft(one, ref, { draft: null, by });
        return ref;
      }),
    save: (draft, by, over) =>
      commit(ground, async (one) => {
        await holdCounter(one, "D");
        const ref = (await nextVersion(one, by, over)) ?? (await newDraft(one, 1));
        await keepDraft(one, ref, { draft, by });
        return ref;
      }),
    get: async ({ draft, version }) => {
      const query = ground.kysely
        .selectFrom("draft")
        .select("data")
        .where("draft", "=", numberOf(draft))
        .where("version", "=", version);
      const row = await read(() => query.executeTakeFirst());
      const kept = row === undefined ? null : (fromJsonText(row.data) as RestoreDraft | null);
      return kept ?? undefined;
    },
  };
}

const numberOf = (draft: DraftRef["draft"]): number => Number(draft.slice("D-".length));

const newDraft = async (one: Commit, version: number): Promise<DraftRef> => ({
  draft: `D-${await nextNumber(one, "D")}`,
  version,
});

/** The version after the latest. A draft of somebody else is left alone: undefined. */
async function nextVersion(
  { t }: Commit,
  by: PersonId,
  over: DraftRef | undefined,
): Promise<DraftRef | undefined> {
  if (over === undefined) return undefined;
  const latest = await t
    .selectFrom("draft")
    .select(["version", "owner"])
    .where("draft", "=", numberOf(over.draft))
    .orderBy("version", "desc")
    .executeTakeFirst();
  if (latest?.owner !== by) return undefined;
  return { draft: over.draft, version: latest.version + 1 };
}

async function keepDraft(
  { t, ground }: Commit,
  { draft, version }: DraftRef,
  saved: { readonly draft: RestoreDraft | null; readonly by: PersonId },
): Promise<void> {
  await t
    .insertInto("draft")
    .values({
      draft: numberOf(draft),
      version,
      owner: saved.by,
      saved_at: await ground.now(t),
      data: toJsonText(saved.draft),
    })
    .execute();
}
