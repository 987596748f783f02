import type { Article, Section } from "../article.ts";

/** Sections of one slug that belong together: one per edition that has it. */
export type SectionGroup = {
  readonly anchor: string;
  readonly sections: ReadonlyMap<Article, Section>;
};

/**
 * Puts the sections of all editions of a slug together: by anchor, else by the place among the
 * headings where both editions have the same shape, else by the order between known neighbours.
 */
export function alignSections(editions: readonly Article[]): SectionGroup[] {
  const [lead, ...others] = byCompleteness(editions);
  if (lead === undefined) return [];
  const groups = lead.sections.map((section) => ({
    anchor: section.anchor,
    sections: new Map([[lead, section]]),
  }));
  for (const other of others) addEdition(groups, other);
  return groups;
}

const byCompleteness = (editions: readonly Article[]): Article[] =>
  editions.toSorted((a, b) => b.sections.length - a.sections.length);

type OpenGroup = { readonly anchor: string; readonly sections: Map<Article, Section> };

function addEdition(groups: OpenGroup[], other: Article): void {
  const pairs = pairSections(groups, other);
  let last = -1;
  other.sections.forEach((section, index) => {
    const at = pairs.get(index);
    if (at === undefined) {
      last += 1;
      groups.splice(last, 0, { anchor: section.anchor, sections: new Map([[other, section]]) });
      for (const [key, value] of pairs) if (value >= last) pairs.set(key, value + 1);
      return;
    }
    groups[at]?.sections.set(other, section);
    last = at;
  });
}

/** Which group each section of an edition belongs to. */
function pairSections(groups: readonly OpenGroup[], other: Article): Map<number, number> {
  const leads = groups.map((group) => [...group.sections.values()][0]);
  if (depths(leads) === depths(other.sections)) {
    return new Map(other.sections.map((_, index) => [index, index]));
  }
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  other.sections.forEach((section, index) => {
    const at = groups.findIndex(
      (group, place) =>
        !taken.has(place) && [...group.sections.values()].some((one) => sameAnchor(one, section)),
    );
    if (at === -1) return;
    pairs.set(index, at);
    taken.add(at);
  });
  return pairs.size === 0 ? byOrder(groups, other) : fillBetween(pairs, groups, other);
}

function sameAnchor(one: Section, other: Section): boolean {
  const anchors = new Set([one.anchor, ...one.aliases]);
  return [other.anchor, ...other.aliases].some((anchor) => anchors.has(anchor));
}

/** Sections between two that are known belong together where they are equally many. */
function fillBetween(
  pairs: Map<number, number>,
  groups: readonly OpenGroup[],
  other: Article,
): Map<number, number> {
  const known = [...pairs].toSorted((a, b) => a[0] - b[0]);
  const bounds = [[-1, -1] as const, ...known, [other.sections.length, groups.length] as const];
  bounds.forEach(([index, at], step) => {
    const [nextIndex, nextAt] = bounds[step + 1] ?? [index, at];
    const count = nextIndex - index - 1;
    if (count <= 0 || count !== nextAt - at - 1) return;
    for (let offset = 1; offset <= count; offset += 1) pairs.set(index + offset, at + offset);
  });
  return pairs;
}

/** Without any common anchor: the same depth at the same place, until the shapes part. */
function byOrder(groups: readonly OpenGroup[], other: Article): Map<number, number> {
  const pairs = new Map<number, number>();
  other.sections.every((section, index) => {
    const twin = groups[index] === undefined ? undefined : [...groups[index].sections.values()][0];
    if (twin?.depth !== section.depth) return false;
    pairs.set(index, index);
    return true;
  });
  return pairs;
}

const depths = (sections: readonly (Section | undefined)[]): string =>
  sections.map((section) => section?.depth ?? 0).join("");
