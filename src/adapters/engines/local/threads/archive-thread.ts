import { parentPort } from "node:worker_threads";
import type { Bytes } from "../age-payload.ts";
import { toFault } from "./fault.ts";
import { mailbox, type Mailbox } from "./mailbox.ts";
import { openArchive } from "./open-archive.ts";
import type { Order, Written } from "./order.ts";
import { receiveFrom, sendThrough } from "./ring.ts";
import { sealArchive } from "./seal-archive.ts";

const NOTHING_WRITTEN: Written = { bytes: 0, sha256: "" };

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

async function fulfil(order: Order, box: Mailbox): Promise<Written> {
  if (order.kind === "seal") {
    return sealArchive({ ...order, tar: receiveFrom({ ring: order.ring, box }) });
  }
  if (order.kind === "open") {
    const consume = (tar: Bytes) => sendThrough({ ring: order.ring, box }, tar);
    return openArchive({ ...order, consume });
  }
  const { settleDatabase } = await import("./settle-database.ts");
  settleDatabase(order.file);
  return NOTHING_WRITTEN;
}
