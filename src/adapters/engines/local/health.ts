import { access, constants } from "node:fs/promises";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { Decrypter } from "age-encryption";
import type { Health } from "../../../restore/ports.ts";
import type { Check } from "../../../restore/restore-plan.ts";
import { freeBytes, RESERVE_BYTES } from "./free-space.ts";
import { listAll } from "./listing.ts";
import { ARCHIVE } from "./manifest.ts";
import type { Local } from "./settings.ts";

/** Whether snapshots can be taken and opened now. */
export async function healthOf(local: Local): Promise<Health> {
  const { store, now } = local;
  const listed = await listAll(store);
  const writable = await access(store.snapshots, constants.W_OK).then(
    () => true,
    () => false,
  );
  const free = await freeBytes(store.folder);
  const broken = listed.filter(({ snapshot }) => snapshot.state === "error").length;
  const newest = listed.find(({ snapshot }) => snapshot.state === "available");
  const at = now();
  const ahead = listed.some(({ snapshot }) => snapshot.pointInTime.to > at);
  const checks: Check[] = [
    { code: "store-writable", ok: writable },
    { code: "free-space", ok: free > RESERVE_BYTES, values: { free } },
    { code: "snapshots-whole", ok: broken === 0, values: { broken, snapshots: listed.length } },
    { code: "newest-opens", ok: newest === undefined || (await opens(local, newest.snapshot.id)) },
    { code: "recovery-key-offline", ok: !store.keys.recoveryKeyIsHere },
    { code: "clock-not-behind", ok: !ahead },
  ];
  const failed = new Set(checks.filter(({ ok }) => !ok).map(({ code }) => code));
  const down = failed.has("store-writable") || failed.has("newest-opens");
  return { state: down ? "down" : failed.size > 0 ? "degraded" : "ok", at, checks };
}

/** Whether a key held here opens the header of an archive. */
async function opens({ store }: Local, id: string): Promise<boolean> {
  const handle = await open(join(store.snapshots, id, ARCHIVE), "r");
  try {
    const head = Buffer.alloc(64 * 1024);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    const mac = head.indexOf("\n--- ");
    const header = head.subarray(0, Math.min(bytesRead, head.indexOf("\n", mac + 1) + 1));
    const decrypter = new Decrypter();
    for (const identity of store.keys.identities) decrypter.addIdentity(identity);
    await decrypter.decryptHeader(header);
    return true;
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}
