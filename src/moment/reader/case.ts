import type { Context } from "../reading.ts";
import type { Hit } from "./hit.ts";
import type { DateRules } from "./days-of.ts";
import type { Text } from "./text.ts";

/** How the language of the asker reads what could be read in two ways. */
export type Rules = {
  readonly order: DateRules["order"];
  readonly shortYears: boolean;
  readonly english: boolean;
  /** Number words that are articles or everyday words. */
  readonly articles: ReadonlySet<string>;
};

/** A scanned text with what it is read against. */
export type Case = {
  readonly text: Text;
  /** The hits this reading is about. */
  readonly hits: readonly Hit[];
  /** Every hit of the text: what none of them explains is left over. */
  readonly all: readonly Hit[];
  readonly words: string;
  readonly context: Context;
  readonly rules: Rules;
};
