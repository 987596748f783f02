import type { Locale } from "../../kernel/locale.ts";
import { tokensOf } from "../question/tokens.ts";
import { STOP_WORDS } from "../words/stop-words.ts";
import { fold } from "../words/fold.ts";

/** Words somebody wrote, in their language. */
export type Wording = { readonly words: string; readonly locale: Locale };

/** Half of all that two questions speak of must be the same. */
const LIKE = 0.5;
const STEM = 6;

/**
 * Puts together what asks the same in one language: largest groups first, each in the order its members
 * came. Small words do not count, others by their beginnings.
 */
export function groupByLikeness<One extends Wording>(all: readonly One[]): One[][] {
  const groups: { readonly features: ReadonlySet<string>; readonly members: One[] }[] = [];
  for (const one of all) {
    const features = featuresOf(one);
    const alike = groups
      .filter(({ members }) => members[0]?.locale === one.locale)
      .map((group) => ({ group, likeness: likeness(features, group.features) }))
      .filter((found) => found.likeness >= LIKE)
      .toSorted((a, b) => b.likeness - a.likeness)[0];
    if (alike === undefined) groups.push({ features, members: [one] });
    else alike.group.members.push(one);
  }
  return groups.map(({ members }) => members).toSorted((a, b) => b.length - a.length);
}

function featuresOf({ words, locale }: Wording): ReadonlySet<string> {
  const small = new Set([...STOP_WORDS[locale]].map(fold));
  const own = tokensOf(words).filter((token) => !small.has(token));
  return new Set(own.map((token) => token.slice(0, STEM)));
}

/** The share of what both say in what either says. Nothing is like nothing. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((feature) => other.has(feature)).length;
  const either = one.size + other.size - both;
  return either === 0 ? 1 : both / either;
}
