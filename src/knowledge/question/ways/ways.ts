/** By which way something is done in one language, where the way changes no answer. */
export type Ways = {
  /** Leave asked for without "may I": "is there a way to", "does the console let me". */
  readonly leave: RegExp;
  /** What runs a command on one's behalf: a pipeline. */
  readonly runner: RegExp;
  /** Where a command runs and what it logs in with: "from my laptop", "with an API token". */
  readonly machine: RegExp;
  /** The role that all of it takes, as one that somebody has: "as an admin". */
  readonly admin: RegExp;
  /** What went wrong before and is no copy: "after a failed import". */
  readonly mishap: RegExp;
  /** Hours of the day and of the week, which no copy minds: "during office hours". */
  readonly hours: RegExp;
  /** A shop that has not opened, which no copy minds: "before launch", "under construction". */
  readonly unlaunched: RegExp;
  /** What comes next or is feared, up to the end of its clause: "before we touch the code". */
  readonly tail: RegExp;
  /** Words that belong to one action and say nothing more there. */
  readonly saidOf: Readonly<Record<string, RegExp>>;
};
