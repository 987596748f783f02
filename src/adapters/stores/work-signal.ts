/** What a commit has left for others to do. */
export type Work = "jobs" | "notices";

/**
 * Tells the other processes on the same database that a commit has left work, and hears it of them. It may
 * fail to: looking regularly is what finds all work, this only finds it sooner.
 */
export type WorkSignal = {
  send(work: ReadonlySet<Work>): void;
  /** Returns how to stop hearing. */
  onHeard(listener: (work: Work) => void): () => void;
};
