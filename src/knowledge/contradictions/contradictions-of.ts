import type { Article } from "../article.ts";
import type { Fault } from "../fault.ts";
import type { Concept } from "../terms/read-terms.ts";
import { findContradictions } from "./find-contradictions.ts";

/** The contradictions between languages that touch a section; an empty list where there are none. */
export type ContradictionsOf = (slug: string, anchor: string) => readonly Fault[];

type Corpus = { readonly articles: readonly Article[]; readonly concepts: readonly Concept[] };

/**
 * Looks up what contradicts a section. A slug is compared when it is first asked for and kept
 * after that; the function belongs to one state of the corpus.
 */
export function contradictionsIn({ articles, concepts }: Corpus): ContradictionsOf {
  const slugs = Map.groupBy(articles, (one) => one.slug);
  const known = new Map<string, readonly Fault[]>();
  return (slug, anchor) => {
    const editions = slugs.get(slug) ?? [];
    const faults = known.get(slug) ?? findContradictions(editions, { concepts });
    known.set(slug, faults);
    return faults.filter((fault) => touches(fault, editions, anchor));
  };
}

function touches(fault: Fault, editions: readonly Article[], anchor: string): boolean {
  const places = [fault, ...(fault.others ?? [])];
  return editions.some((article) =>
    article.sections.some(
      ({ anchor: own, aliases, lines: [from, to] }) =>
        (own === anchor || aliases.includes(anchor)) &&
        places.some(({ file, line }) => file === article.file && line >= from && line <= to),
    ),
  );
}
