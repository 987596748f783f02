import type { Bytes } from "../age-payload.ts";
import type { Mailbox } from "./mailbox.ts";
import type { Order, Written } from "./order.ts";
import { newRing, receiveFrom, sendThrough } from "./ring.ts";
import { assign, hireStaff } from "./staff.ts";

type OrderOf<Kind extends Order["kind"]> = Omit<
  Extract<Order, { readonly kind: Kind }>,
  "port" | "ring" | "kind"
>;

export type Threads = ReturnType<typeof archiveThreads>;

/** Threads for what would keep a core busy: one archive or database each. */
export function archiveThreads() {
  const staff = hireStaff();
  return {
    /** Compresses, seals and writes a tar stream; it is on the disk when this resolves. */
    seal(order: OrderOf<"seal">, tar: Bytes, signal: AbortSignal): Promise<Written> {
      const ring = newRing();
      return assign(staff, {
        order: (port) => ({ ...order, kind: "seal", ring, port }),
        signal,
        work: async (box) => {
          await sendThrough({ ring, box }, tar);
          return resultOf(box);
        },
      });
    },
    /** Reads an archive through `consume`, which may use a part until it asks for the next one. */
    open(
      order: OrderOf<"open">,
      consume: (tar: Bytes) => Promise<void>,
      signal: AbortSignal,
    ): Promise<Written> {
      const ring = newRing();
      return assign(staff, {
        order: (port) => ({ ...order, kind: "open", ring, port }),
        signal,
        work: async (box) => {
          await consume(receiveFrom({ ring, box }));
          return resultOf(box);
        },
      });
    },
    /** Makes a database's copy one file and checks it. */
    settleDatabase(file: string, signal: AbortSignal): Promise<void> {
      return assign(staff, {
        order: (port) => ({ kind: "settle-database", file, port }),
        signal,
        work: async (box) => void (await resultOf(box)),
      });
    },
    close: () => staff.close(),
  };
}

async function resultOf(box: Mailbox): Promise<Written> {
  for (;;) {
    const message = await box.next();
    if (message.kind === "done") return message.result;
  }
}
