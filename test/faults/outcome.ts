/** How a run ended: what it did, what it measured, and what was wrong. */
export type Outcome = {
  /** How often the fault was done. */
  readonly rounds: number;
  /** In words, for the table. */
  readonly measured: string;
  /** Empty: everything held. */
  readonly faults: readonly string[];
  /** Why nothing was done, where something it needs is missing. */
  readonly notRun?: string;
};
