/** One thing that was looked at: what was found, and what mends it. */
export type Finding = {
  readonly what: string;
  readonly ok: boolean;
  readonly found: string;
  /** Also where it is not wrong, but could be better. */
  readonly mend?: string;
};

export const good = (what: string, found: string): Finding => ({ what, ok: true, found });
