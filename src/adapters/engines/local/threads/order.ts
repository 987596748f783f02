import type { MessagePort } from "node:worker_threads";
import type { EngineError } from "../../../../restore/engine-error.ts";

/** What a thread is asked to do. It learns the key of one payload, never the keys that open every archive. */
export type Order = { readonly port: MessagePort } & (
  | {
      readonly kind: "seal";
      readonly ring: SharedArrayBuffer;
      readonly file: string;
      readonly header: Uint8Array;
      readonly fileKey: Uint8Array;
    }
  | {
      readonly kind: "open";
      readonly ring: SharedArrayBuffer;
      readonly file: string;
      /** Where the payload begins. */
      readonly headerLength: number;
      readonly fileKey: Uint8Array;
    }
  | { readonly kind: "settle-database"; readonly file: string }
);

/** The bytes of an archive as they stand on the disk. */
export type Written = { readonly bytes: number; readonly sha256: string };

/** What the two sides of an order tell each other. */
export type Message =
  /** A slot of the ring was filled. */
  | { readonly kind: "part"; readonly slot: number; readonly length: number }
  /** A slot of the ring may be filled again. */
  | { readonly kind: "free"; readonly slot: number }
  | { readonly kind: "end" }
  | { readonly kind: "done"; readonly result: Written }
  | { readonly kind: "fault"; readonly fault: Fault };

/** A failure as it crosses threads, where errors lose what they carry. */
export type Fault = {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly errcode?: number;
  readonly engine?: Pick<EngineError, "kind" | "retry">;
};
