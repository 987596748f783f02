import { MessageChannel, Worker, type MessagePort } from "node:worker_threads";
import { mailbox, type Mailbox } from "./mailbox.ts";
import type { Order } from "./order.ts";

/** What a thread throws away is collected early: buffers are large, and one thread needs little else. */
const LIMITS = { maxYoungGenerationSizeMb: 1 };

export type Staff = ReturnType<typeof hireStaff>;

/** A snapshot needs two: one for its archive and, meanwhile, one for the copy of its database. */
const MOST_IDLE = 2;

/** The threads of an engine. One whose order went well is kept for the next; no more than two wait. */
export function hireStaff() {
  const idle = new Set<Worker>();
  const all = new Set<Worker>();
  return {
    hire(): Worker {
      const [kept] = idle;
      if (kept !== undefined) {
        idle.delete(kept);
        return kept;
      }
      const worker = new Worker(new URL("archive-thread.ts", import.meta.url), {
        resourceLimits: LIMITS,
      });
      all.add(worker);
      worker.unref();
      worker.on("exit", () => {
        all.delete(worker);
        idle.delete(worker);
      });
      return worker;
    },
    async dismiss(worker: Worker): Promise<void> {
      if (idle.size < MOST_IDLE && all.has(worker)) idle.add(worker);
      else await worker.terminate();
    },
    async close(): Promise<void> {
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

type Assignment<Given> = {
  readonly order: (port: MessagePort) => Order;
  readonly signal: AbortSignal;
  /** Talks with the thread until it is done. */
  readonly work: (box: Mailbox) => Promise<Given>;
};

/** Gives an order to a thread. One whose order failed or was given up is ended with it. */
export async function assign<Given>(
  staff: Staff,
  { order, signal, work }: Assignment<Given>,
): Promise<Given> {
  signal.throwIfAborted();
  const worker = staff.hire();
  const { port1, port2 } = new MessageChannel();
  const box = mailbox(port1);
  const failed = (cause: Error): void => box.fail(cause);
  const aborted = (): void => box.fail(abortOf(signal));
  worker.once("error", failed);
  signal.addEventListener("abort", aborted);
  try {
    worker.postMessage(order(port2), [port2]);
    const given = await work(box);
    await staff.dismiss(worker);
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

const abortOf = (signal: AbortSignal): Error =>
  signal.reason instanceof Error ? signal.reason : new DOMException("Aborted", "AbortError");
