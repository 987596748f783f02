/** How long and how densely snapshots are kept, as data. Day n is the age from 24(n-1) h up to, not including, 24n h. */
export type RetentionRow = {
  readonly label: string;
  readonly fromDay: number;
  /** `null`: without end. */
  readonly toDay: number | null;
  /** `null`: nothing is documented. */
  readonly spacing: "PT1H" | "P1D" | "P7D" | "P14D" | "P28D" | "P30D" | null;
};

export type RetentionSchedule = {
  readonly id: string;
  readonly appliesTo: string;
  readonly rows: readonly RetentionRow[];
  readonly caveat?: string;
  readonly sources: readonly string[];
};
