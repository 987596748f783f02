import type { MessagePort } from "node:worker_threads";
import { EngineError } from "../../../../restore/engine-error.ts";
import { fromFault } from "./fault.ts";
import type { Message } from "./order.ts";

export type Mailbox = ReturnType<typeof mailbox>;

/** One side of an order: what the other side says, in order. A fault of the other side is thrown to whoever waits. */
export function mailbox(port: MessagePort) {
  const arrived: Message[] = [];
  let waiting: PromiseWithResolvers<Message> | undefined;
  let broken: Error | undefined;

  const fail = (cause: Error): void => {
    broken ??= cause;
    waiting?.reject(broken);
    waiting = undefined;
  };
  port.on("message", (message: Message) => {
    if (message.kind === "fault") fail(fromFault(message.fault));
    else if (waiting === undefined) arrived.push(message);
    else {
      waiting.resolve(message);
      waiting = undefined;
    }
  });
  port.on("close", () => fail(gone()));

  return {
    send: (message: Message): void => port.postMessage(message),
    next(): Promise<Message> {
      const first = arrived.shift();
      if (first !== undefined) return Promise.resolve(first);
      if (broken !== undefined) return Promise.reject(broken);
      waiting = Promise.withResolvers<Message>();
      return waiting.promise;
    },
    /** Whoever waits, and whoever will, is thrown this. */
    fail,
    close: (): void => port.close(),
  };
}

const gone = (): EngineError =>
  new EngineError("internal", "no", {
    message: "Cannot go on: the thread that worked on it has ended",
  });
