import type { Kysely, Selectable } from "kysely";
import type { EffectRow, EffectStore } from "../../desk/ports.ts";
import { fail, ok } from "../../kernel/result.ts";
import { commit, write } from "./ground.ts";
import type { Commit, Ground } from "./ground.ts";
import { toJsonText } from "./json-text.ts";
import type { Schema } from "./schema.ts";

type Begin = EffectStore["begin"];
type Effect = Parameters<Begin>[1];

/** What leaves us, kept before it leaves. */
export function effectStore(ground: Ground): EffectStore {
  return {
    begin: (job, effect) =>
      commit<Awaited<ReturnType<Begin>>>(
        ground,
        async (one) => {
          if (!(await isHeld(one, job))) return fail({ kind: "lease-lost" });
          return ok(await started(one, job.fence, effect));
        },
        { keyed: true },
      ),
    settle: (idem, now) => write(ground, (within) => settle(within, idem, now), { keyed: true }),
  };
}

async function settle(
  within: Kysely<Schema>,
  ...[idem, now]: Parameters<EffectStore["settle"]>
): Promise<void> {
  await within
    .updateTable("effect")
    .set({
      state: now.state,
      ...(now.operationId === undefined ? {} : { operation_id: now.operationId }),
      ...(now.result === undefined ? {} : { result: toJsonText(now.result) }),
    })
    .where("idem", "=", idem)
    .where((is) => (now.state === "done" ? is.lit(true) : is("state", "<>", "done")))
    .execute();
}

async function isHeld({ t, ground }: Commit, job: Parameters<Begin>[0]): Promise<boolean> {
  const query = t
    .selectFrom("job")
    .select("id")
    .where("id", "=", Number(job.id))
    .where("fence", "=", job.fence)
    .where("state", "=", "running");
  const row = await (ground.kind === "postgres" ? query.forUpdate() : query).executeTakeFirst();
  return row !== undefined;
}

async function started(
  { t }: Commit,
  fence: number,
  { idem, requestHash, step, ticket }: Effect,
): Promise<EffectRow | undefined> {
  const row = await t.selectFrom("effect").selectAll().where("idem", "=", idem).executeTakeFirst();
  if (row === undefined) {
    const key = { idem, ticket_id: ticket, step, request_hash: requestHash };
    await t
      .insertInto("effect")
      .values({ ...key, state: "started", fence })
      .execute();
    return undefined;
  }
  if (row.request_hash !== requestHash) {
    throw new Error(`Cannot begin effect "${idem}": expected the request it was begun with before`);
  }
  await t.updateTable("effect").set({ fence }).where("idem", "=", idem).execute();
  return toEffect(row);
}

const toEffect = (row: Selectable<Schema["effect"]>): EffectRow => ({
  idem: row.idem,
  state: row.state,
  requestHash: row.request_hash,
  ...(row.operation_id === null ? {} : { operationId: row.operation_id }),
});
