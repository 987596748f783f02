import { MessageChannel, Worker, type MessagePort } from "node:worker_threads";
import type { Bytes } from "../age-payload.ts";
import { mailbox, type Mailbox } from "./mailbox.ts";
import type { Order, Written } from "./order.ts";
import { newRing, receiveFrom, sendThrough } from "./ring.ts";

type OrderOf<Kind extends Order["kind"]> = Omit<
  Extract<Order, { readonly kind: Kind }>,
  "port" | "ring" | "kind"
>;

export type Threads = ReturnType<typeof archiveThreads>;

/**
 * Threads for what would keep a core busy: one archive or database each. A thread whose order went
 * well is kept for the next one; one whose order failed or was given up is ended with it.
 */
export function archiveThreads() {
  let idle: Worker | undefined;
  const all = new Set<Worker>();

  const hire = (): Worker => {
    const kept = idle;
    idle = undefined;
    if (kept !== undefined) return kept;
    const worker = new Worker(new URL("archive-thread.ts", import.meta.url));
    all.add(worker);
    worker.unref();
    worker.on("exit", () => {
      all.delete(worker);
      if (idle === worker) idle = undefined;
    });
    return worker;
  };

  const dismiss = async (worker: Worker): Promise<void> => {
    if (idle === undefined && all.has(worker)) idle = worker;
    else await worker.terminate();
  };

  /** Gives an order to a thread; `work` talks with it until it is done. */
  async function within<Given>(
    order: (port: MessagePort) => Order,
    signal: AbortSignal,
    work: (box: Mailbox) => Promise<Given>,
  ): Promise<Given> {
    signal.throwIfAborted();
    const worker = hire();
    const { port1, port2 } = new MessageChannel();
    const box = mailbox(port1);
    const failed = (cause: Error): void => box.fail(cause);
    const aborted = (): void => box.fail(abortOf(signal));
    worker.once("error", failed);
    signal.addEventListener("abort", aborted);
    try {
      worker.postMessage(order(port2), [port2]);
      const given = await work(box);
      await dismiss(worker);
      return given;
    } catch (cause) {
      await worker.terminate();
      throw cause;
    } finally {
      worker.off("error", failed);
      signal.removeEventListener("abort", aborted);
      box.close();
    }
  }

  return {
    /** Compresses, seals and writes a tar stream; it is on the disk when this resolves. */
    seal(order: OrderOf<"seal">, tar: Bytes, signal: AbortSignal): Promise<Written> {
      const ring = newRing();
      return within(
        (port) => ({ ...order, kind: "seal", ring, port }),
        signal,
        async (box) => {
          await sendThrough({ ring, box }, tar);
          return resultOf(box);
        },
      );
    },
    /** Reads an archive through `consume`, which may use a part until it asks for the next one. */
    open(
      order: OrderOf<"open">,
      consume: (tar: Bytes) => Promise<void>,
      signal: AbortSignal,
    ): Promise<Written> {
      const ring = newRing();
      return within(
        (port) => ({ ...order, kind: "open", ring, port }),
        signal,
        async (box) => {
          await consume(receiveFrom({ ring, box }));
          return resultOf(box);
        },
      );
    },
    /** Makes a database's copy one file and checks it. */
    settleDatabase(file: string, signal: AbortSignal): Promise<void> {
      return within(
        (port) => ({ kind: "settle-database", file, port }),
        signal,
        async (box) => void (await resultOf(box)),
      );
    },
    async close(): Promise<void> {
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

async function resultOf(box: Mailbox): Promise<Written> {
  for (;;) {
    const message = await box.next();
    if (message.kind === "done") return message.result ?? { bytes: 0, sha256: "" };
  }
}

const abortOf = (signal: AbortSignal): Error =>
  signal.reason instanceof Error ? signal.reason : new DOMException("Aborted", "AbortError");
