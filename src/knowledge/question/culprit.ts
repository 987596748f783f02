import type { Locale } from "../../kernel/locale.ts";
import { clausesOf, wordsOf } from "./clauses.ts";
import type { Signal } from "./signal.ts";
import { TELLING } from "./speech.ts";

type Needs = {
  readonly signalsIn: (text: string, locale: Locale) => readonly Signal[];
  /** What tells that a module did it. */
  readonly patterns: readonly RegExp[];
};

/**
 * The hints of a text where "I broke it with a module" speaks of no code: what broke an environment is
 * not what is to come back. Said of the restore itself, or of code in so many words, it stays code.
 */
export function withoutCulprit(
  signals: readonly Signal[],
  text: string,
  locale: Locale,
  { signalsIn, patterns }: Needs,
): Signal[] {
  if (!signals.includes("culprit")) return [...signals];
  const rest = clausesOf(text, wordsOf(text), TELLING[locale].joint)
    .map(({ text: clause }) =>
      signalsIn(clause, locale).includes("restore") ? clause : blanked(clause, patterns),
    )
    .join(", ");
  const gone: Signal = signalsIn(rest, locale).includes("code") ? "culprit" : "code";
  return signals.filter((one) => one !== gone);
}

const blanked = (clause: string, patterns: readonly RegExp[]): string =>
  patterns.reduce((left, one) => left.replaceAll(new RegExp(one.source, "gu"), " "), clause);
