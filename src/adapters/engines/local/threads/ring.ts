import type { Mailbox } from "./mailbox.ts";

const SLOT = 2 * 1024 * 1024;
const SLOTS = 3;

/** Memory that both sides of an order see: bytes go from one to the other without being sent. */
export const newRing = (): SharedArrayBuffer => new SharedArrayBuffer(SLOT * SLOTS);

/** Copies a stream into the slots of a ring as they become free, and says when it has ended. */
export async function sendThrough(
  { ring, box }: { readonly ring: SharedArrayBuffer; readonly box: Mailbox },
  source: AsyncIterable<Buffer>,
): Promise<void> {
  const slots = slotsOf(ring);
  const free = [...slots.keys()];
  let slot = free.shift() ?? 0;
  let held = 0;
  for await (const part of source) {
    for (let at = 0; at < part.length;) {
      const copied = part.copy(slotAt(slots, slot), held, at);
      at += copied;
      held += copied;
      if (held < SLOT) continue;
      box.send({ kind: "part", slot, length: held });
      slot = free.shift() ?? (await nextFree(box));
      held = 0;
    }
  }
  if (held > 0) box.send({ kind: "part", slot, length: held });
  box.send({ kind: "end" });
}

/** What the other side sends through a ring. A part may be used until the next one is asked for. */
export async function* receiveFrom({
  ring,
  box,
}: {
  readonly ring: SharedArrayBuffer;
  readonly box: Mailbox;
}): AsyncGenerator<Buffer> {
  const slots = slotsOf(ring);
  for (let next = await box.next(); next.kind !== "end"; next = await box.next()) {
    if (next.kind !== "part") continue;
    yield slotAt(slots, next.slot).subarray(0, next.length);
    box.send({ kind: "free", slot: next.slot });
  }
}

async function nextFree(box: Mailbox): Promise<number> {
  for (;;) {
    const message = await box.next();
    if (message.kind === "free") return message.slot;
  }
}

const slotsOf = (ring: SharedArrayBuffer): Buffer[] =>
  Array.from({ length: SLOTS }, (_, slot) => Buffer.from(ring, slot * SLOT, SLOT));

const slotAt = (slots: readonly Buffer[], slot: number): Buffer => slots[slot] ?? Buffer.alloc(0);
