import type { Locale } from "../kernel/locale.ts";

/** Something wrong in a corpus. All are collected; one bad file never stops the rest. */
export type Fault = {
  /** Relative to the corpus. */
  readonly file: string;
  /** Counted from 1, frontmatter included. */
  readonly line: number;
  readonly locale?: Locale;
  readonly slug?: string;
  /** kebab-case, e.g. `negation-differs`, `link-broken`; explained by `snapdesk kb check --rules`. */
  readonly rule: string;
  readonly severity: "error" | "warning" | "info";
  /** 0..1: how sure the desk is. */
  readonly confidence: number;
  readonly reason: string;
  readonly excerpt: string;
  readonly others?: readonly {
    readonly locale: Locale;
    readonly file: string;
    readonly line: number;
    readonly excerpt: string;
  }[];
};
