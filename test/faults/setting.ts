/** Faults that can be planted, to see a harness find them. */
export type Planted =
  | "ack-first"
  | "no-unique-key"
  | "no-fence"
  | "engine-forgets-keys"
  | "decides-on-an-old-copy"
  | "each-step-alone"
  | "goes-on-after-an-io-error"
  | "takes-what-it-has"
  | "synchronous-normal"
  | "log-is-not-flushed";

/** What a bot of the harness is started with. */
export type Setting = {
  readonly name: string;
  readonly sqlite?: string;
  readonly postgres?: { readonly url: string; readonly schema: string };
  /** Where the paper engine keeps its restores. */
  readonly engine: string;
  readonly leaseMs: number;
  readonly takesMs: number;
  readonly planted?: Planted;
  /** Ends itself, as by kill -9, at this step. */
  readonly dieAt?: number;
  /** Pages after which SQLite moves its log into the file; its own number where it is missing. */
  readonly checkpointPages?: number;
  /** Does no jobs. */
  readonly idle?: boolean;
};

/** What the harness says to a bot. */
export type Order =
  | { readonly do: "accept"; readonly key: string }
  | { readonly do: "claim" | "approve"; readonly ticket: string }
  | { readonly do: "figures" }
  /** Copies the database into a folder, while it goes on. */
  | { readonly do: "back-up"; readonly folder: string }
  | { readonly do: "stop" };

/** What a bot says to the harness. */
export type Word =
  | { readonly say: "ready" | "stopped" }
  | { readonly say: "ack"; readonly key: string; readonly first: boolean }
  | { readonly say: "refused"; readonly key: string; readonly why: string }
  | { readonly say: "won" | "lost"; readonly ticket: string; readonly what: "claim" | "approve" }
  | { readonly say: "fenced" }
  /** It has the job of this ticket in hand, at this percentage. */
  | { readonly say: "working"; readonly ticket: string; readonly percent: number }
  | { readonly say: "copied"; readonly file: string }
  | ({ readonly say: "figures" } & Figures);

/** What a process measures of itself. */
export type Figures = {
  /** By how much the loop was late, in milliseconds, since it was ready. */
  readonly loopP99: number;
  readonly loopMax: number;
  readonly rssMb: number;
  readonly heapMb: number;
};
