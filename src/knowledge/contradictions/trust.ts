import type { Locale } from "../../kernel/locale.ts";
import type { Fault } from "../fault.ts";

/** Below this a finding is not worth a reader's time. */
const LEAST = 0.5;
/** From here on it is likely a real contradiction. */
const ERROR = 0.75;
/** So many differences are believed one by one; more of the same kind are a habit of the translation. */
const BELIEVED = 30;
const DOUBT = 25;

/** Counts how often each language was compared with the others. */
export type Compared = {
  readonly count: (locale: Locale) => void;
  readonly times: (locale: Locale) => number;
};

export function comparisons(): Compared {
  const counts = new Map<Locale, number>();
  return {
    count: (locale) => counts.set(locale, (counts.get(locale) ?? 0) + 1),
    times: (locale) => counts.get(locale) ?? 0,
  };
}

/**
 * Lowers the confidence of a rule in a language that differs all the time, as machine translations
 * do, and leaves out what remains too unsure. A small or well kept corpus is not touched.
 */
export function trusted(faults: readonly Fault[], compared: Compared): Fault[] {
  const kinds = Map.groupBy(faults, ({ rule, locale }) => `${rule} ${locale ?? ""}`);
  return faults.flatMap((fault) => {
    const { rule, locale } = fault;
    if (locale === undefined || !rule.endsWith("-differs")) return [fault];
    const habit = Math.max(0, (kinds.get(`${rule} ${locale}`)?.length ?? 0) - BELIEVED);
    const factor = 1 / (1 + (DOUBT * habit) / (compared.times(locale) + 1));
    const confidence = Math.round(fault.confidence * factor * 100) / 100;
    if (confidence < LEAST) return [];
    return [{ ...fault, confidence, severity: confidence < ERROR ? "warning" : "error" }];
  });
}
