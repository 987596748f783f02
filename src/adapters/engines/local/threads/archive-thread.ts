import { parentPort } from "node:worker_threads";
import { toFault } from "./fault.ts";
import { mailbox, type Mailbox } from "./mailbox.ts";
import { openArchive } from "./open-archive.ts";
import type { Order, Written } from "./order.ts";
import { receiveFrom, sendThrough } from "./ring.ts";
import { sealArchive } from "./seal-archive.ts";

/** The far side of `threads.ts`: compressing, sealing and hashing, away from whoever has people to answer. */
parentPort?.on("message", (order: Order) => void serve(order));

async function serve(order: Order): Promise<void> {
  const box = mailbox(order.port);
  try {
    box.send({ kind: "done", result: await fulfil(order, box) });
  } catch (cause) {
    box.send({ kind: "fault", fault: toFault(cause) });
  }
}

async function fulfil(order: Order, box: Mailbox): Promise<Written | undefined> {
  switch (order.kind) {
    case "seal":
      return sealArchive({ ...order, tar: receiveFrom({ ring: order.ring, box }) });
    case "open":
      return openArchive({
        ...order,
        consume: (tar) => sendThrough({ ring: order.ring, box }, tar),
      });
    case "settle-database": {
      const { settleDatabase } = await import("./settle-database.ts");
      return (settleDatabase(order.file), undefined);
    }
  }
}
