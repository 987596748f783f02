export type EngineErrorKind =
  | "auth"
  | "forbidden"
  | "not-found"
  | "not-supported"
  | "busy"
  | "source-state"
  | "snapshot-not-ready"
  | "snapshot-expired"
  | "target-exists"
  | "target-not-empty"
  | "quota"
  | "rate-limited"
  | "no-space"
  | "key-unavailable"
  | "corrupt"
  | "locked"
  | "partial"
  | "plan-stale"
  | "approval-missing"
  | "idempotency-mismatch"
  | "cancelled"
  | "internal"
  | "unavailable"
  | "malformed-reply";

type Details = {
  /** Safe for people: secrets are cut before it is built. */
  readonly message: string;
  readonly providerCode?: string;
  readonly requestId?: string;
  readonly cause?: unknown;
};

/** The outside failed. Anything a person could mend is a `RestoreProblem` instead. */
export class EngineError extends Error {
  readonly kind: EngineErrorKind;
  /** `after-probe`: ask whether it happened before trying again. */
  readonly retry: "no" | "later" | "after-probe";
  readonly providerCode: string | undefined;
  readonly requestId: string | undefined;

  constructor(kind: EngineErrorKind, retry: "no" | "later" | "after-probe", details: Details) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "EngineError";
    this.kind = kind;
    this.retry = retry;
    this.providerCode = details.providerCode;
    this.requestId = details.requestId;
  }
}
