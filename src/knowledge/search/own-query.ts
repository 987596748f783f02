import type { Word } from "./analyser.ts";
import type { LocaleIndex } from "./locale-index.ts";
import type { RankedList, TermGroup } from "./ranked-list.ts";
import type { Repairer } from "./repair.ts";
import type { Stream } from "./tally.ts";
import { gramStream, stemStream, surfaceStream } from "./tally.ts";

const MOST_STEMS = 60;

/** A query as the lists of one language understand it. */
export type OwnQuery = {
  readonly stems: readonly TermGroup[];
  readonly surfaces: readonly TermGroup[];
  readonly grams: readonly TermGroup[];
};

/** Turns the words of a query into groups; words nobody has written are mended. */
export function ownQuery(words: readonly Word[], { lists, repair }: LocaleIndex): OwnQuery {
  const stems = counted(words, stemStream);
  return {
    stems: groupsOf(rarest(stems, lists.stems), lists.stems, repair.stems),
    surfaces: groupsOf(counted(words, surfaceStream), lists.surfaces, repair.surfaces),
    grams: [...counted(words, gramStream)].map(([term, weight]) => ({
      weight,
      alternatives: [[term, 1]],
    })),
  };
}

/** How often each term of a stream stands in a query. */
function counted(words: readonly Word[], stream: Stream): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) {
    for (const term of stream(word)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/** A whole page may be pasted as a question: only its rarest words are looked for. */
function rarest(
  counts: ReadonlyMap<string, number>,
  list: RankedList,
): ReadonlyMap<string, number> {
  if (counts.size <= MOST_STEMS) return counts;
  const frequency = new Map([...counts.keys()].map((term) => [term, list.documentFrequency(term)]));
  const order = (term: string): number => frequency.get(term) ?? 0;
  return new Map([...counts].toSorted(([a], [b]) => order(a) - order(b)).slice(0, MOST_STEMS));
}

function groupsOf(
  counts: ReadonlyMap<string, number>,
  list: RankedList,
  repair: Repairer,
): TermGroup[] {
  return [...counts].flatMap(([term, weight]) => {
    if (list.knows(term)) return [{ weight, alternatives: [[term, 1] as const] }];
    const alternatives = repair.mend(term);
    return alternatives.length === 0 ? [] : [{ weight, alternatives }];
  });
}
