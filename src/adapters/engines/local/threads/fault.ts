import { EngineError } from "../../../../restore/engine-error.ts";
import type { Fault } from "./order.ts";

/** A failure in the form in which it can be sent to another thread. */
export function toFault(cause: unknown): Fault {
  if (!(cause instanceof Error)) return { name: "Error", message: String(cause) };
  const { name, message } = cause;
  const code = "code" in cause && typeof cause.code === "string" ? { code: cause.code } : {};
  const errcode =
    "errcode" in cause && typeof cause.errcode === "number" ? { errcode: cause.errcode } : {};
  const { kind, retry } = cause instanceof EngineError ? cause : {};
  const engine = kind === undefined || retry === undefined ? {} : { engine: { kind, retry } };
  return { name, message, ...code, ...errcode, ...engine };
}

/** The failure again, on the side that waits for it. */
export function fromFault({ name, message, engine, ...codes }: Fault): Error {
  if (engine !== undefined) {
    return new EngineError(engine.kind, engine.retry, { message });
  }
  return Object.assign(new Error(message), { name, ...codes });
}
