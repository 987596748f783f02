/** Why the stores could not keep something. */
export type StoreErrorKind =
  /** No room is left. What was acknowledged stands; nothing new can be kept. */
  | "full"
  /** The database does not answer. */
  | "gone"
  /** Somebody else holds what is needed; trying again helps. */
  | "busy"
  /** Anything else: a bug, or a damaged file. */
  | "failed";

/** The stores' own failure: nothing of the call was kept, or (`gone`) it is not known and may be repeated. */
export class StoreError extends Error {
  readonly kind: StoreErrorKind;

  constructor(kind: StoreErrorKind, cause: Error) {
    super(`Cannot keep this in the database (${kind}): ${cause.message}`, { cause });
    this.name = "StoreError";
    this.kind = kind;
  }
}
